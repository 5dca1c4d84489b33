"""Kommuner, modules and instruments as frozen records that check themselves."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from maturity.language import _, name_of

Names = Annotated[dict[str, str], Field(min_length=1)]
Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9+-]*$")]
Text = Annotated[str | None, BeforeValidator(lambda text: text or None)]
# Of a place: no sign in it that a page, a figure, a file or a spreadsheet would take for its own.
PLACE = r"^[\p{L}\p{N}]([\p{L}\p{N} .,'’/()–-]*[\p{L}\p{N}.)])?$"
Place = Annotated[str, Field(pattern=PLACE)]


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(Record):
    """Something with a code and a name in each language."""

    key: Code
    name: Names

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        return name_of(self.name)


class Kommune(Record):
    """One kommune; `kommune` is its four-digit number as text, `population` counts people.

    `organisation` is its number in the register of organisations (Brønnøysund).
    """

    kommune: Annotated[str, Field(pattern=r"^\d{4}$")]
    organisation: Annotated[str | None, Field(pattern=r"^\d{9}$")] = None
    name: Place
    sami_name: Annotated[Place | None, BeforeValidator(lambda text: text or None)]
    region: Place
    subregion: Place
    kostra_group: Place
    centrality: int
    population: int
    population_year: int
    lat: float
    lon: float
    admin_centre: Place
    note: Text


class SizeClass(Named):
    """Kommuner from a population upwards, until the next class."""

    from_population: int


class Theme(Record):
    """A theme of barriers and opportunities."""

    name: Names


class Module(Named):
    """A module of the programme; `areas` are those of the capabilities that it teaches."""

    areas: tuple[Code, ...] = ()


class Programme(Record):
    """Modules in their order, phases, themes and size classes."""

    modules: tuple[Module, ...]
    phases: tuple[Named, ...]
    themes: tuple[Theme, ...]
    size_classes: tuple[SizeClass, ...]


class Item(Record):
    """One statement that people answer."""

    key: Code
    text: Names


class Dimension(Named):
    """One axis of the radar: a generation or a capability; `meaning` says it in one line."""

    meaning: Names | None = None
    area: Code | None = None
    title_status: Literal["sourced", "working-title"]
    personal: bool = False
    items: Annotated[tuple[Item, ...], Field(min_length=1)]


class Scale(Record):
    """The answers' scale: the labels are its points from `min` to `max`, one apart."""

    min: int
    max: int
    labels: dict[str, tuple[str, ...]]
    not_answered: dict[str, tuple[str, ...]]

    @model_validator(mode="after")
    def _one_label_a_point(self) -> "Scale":
        points = self.max - self.min + 1
        for language, labels in self.labels.items():
            if len(labels) != points:
                raise ValueError(
                    _("labels.{language}: {found} tekster til {points} punkter").format(
                        language=language, found=len(labels), points=points
                    )
                )
        return self


class Instrument(Named):
    """One version of a questionnaire; `target_text`: the target is asked per dimension."""

    ordered: bool
    target_text: Names | None = None
    scale: Scale
    aspects: dict[Literal["now", "target"], Names]
    areas: tuple[Named, ...] = ()
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=3)]

    @model_validator(mode="after")
    def _codes_hang_together(self) -> "Instrument":
        codes = [dimension.key for dimension in self.dimensions]
        codes += [item.key for dimension in self.dimensions for item in dimension.items]
        for code in codes:
            if codes.count(code) > 1:
                raise ValueError(_("dimensions: «{code}» står to ganger").format(code=code))
        areas = {area.key for area in self.areas}
        for dimension in self.dimensions:
            if (areas and dimension.area not in areas) or (not areas and dimension.area):
                raise ValueError(
                    _("dimensions.{key}.area: «{area}» er ikke et område").format(
                        key=dimension.key, area=dimension.area
                    )
                )
        return self

    @cached_property
    def by_key(self) -> dict[str, Dimension]:
        """Return the dimensions by their code, in the order of the axes."""
        return {dimension.key: dimension for dimension in self.dimensions}


class Reference(Record):
    """All reference data of one folder."""

    kommuner: dict[str, Kommune]
    programme: Programme
    instruments: dict[str, Instrument]

    def size_class(self, kommune: str) -> SizeClass:
        """Return the size class that a kommune's population puts it in."""
        population = self.kommuner[kommune].population
        fitting = [c for c in self.programme.size_classes if c.from_population <= population]
        return max(fitting, key=lambda size: size.from_population)
