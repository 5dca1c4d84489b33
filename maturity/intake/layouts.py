"""Layouts: which column of a survey export means what."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from maturity.instruments import Code, Record
from maturity.reference import read_toml
from maturity.settings import layouts_path, reference_path

Headings = Annotated[tuple[str, ...], Field(min_length=1)]
# One heading, or the same one as the tool writes it in each language.
Spelled = Annotated[Headings, BeforeValidator(lambda it: [it] if isinstance(it, str) else it)]
Asked = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9+-]*/(now|target)$")]
# A statement by its codes: instrument, dimension, item and aspect.
Stated = Annotated[
    str, Field(pattern=r"^[a-z0-9][a-z0-9+-]*(/[a-z0-9][a-z0-9+-]*){2}/(now|target)$")
]


class PeopleColumns(Record):
    """Headings of the columns about a submission; the statements are matched on their own.

    `respondent` says who answered (an address or token), `submission` only which row it was.
    """

    kommune: Headings
    role: Headings | None = None
    respondent: Headings | None = None
    submission: Headings | None = None
    answered_at: Headings | None = None
    finished: Headings | None = None
    barrier: Headings | None = None
    barrier_themes: Headings | None = None
    opportunity: Headings | None = None
    opportunity_themes: Headings | None = None


class MeansColumns(Record):
    """Headings of a table that holds only means."""

    kommune: Headings
    instrument: Headings
    dimension: Headings
    aspect: Headings
    mean: Headings
    n: Headings
    module: Headings | None = None


class Questionnaire(Record):
    """What columns with bare numbers ask: every statement of each `instrument/aspect`, in order.

    `variable` is the heading with `{n}` for the number.
    """

    variable: Annotated[str, Field(pattern=r"\{n\}")]
    order: Annotated[tuple[Asked, ...], Field(min_length=1)]


class Layout(Record):
    """One supplier's way of writing an export; known by the headings in `recognised_by`.

    `scale` says which numbers stand for the lowest and the highest point of the instrument's scale,
    where they are others: (1, 7), or (5, 1) where agreement is 1. `kommuner` are the numbers of
    kommuner by what the file has written for them.
    """

    key: Code
    name: str
    recognised_by: Annotated[tuple[Spelled, ...], Field(min_length=1)]
    ignored: tuple[str, ...] = ()
    scale: tuple[float, float] | None = None
    kommuner: dict[str, Annotated[str, Field(pattern=r"^\d{4}$")]] = Field(default_factory=dict)

    @property
    def asked(self) -> str:
        """The headings that it is known by, for a message."""
        return ", ".join("/".join(each) for each in self.recognised_by)


class PeopleLayout(Layout):
    """One row per submission.

    `finished_when` are the words in the column `finished` that let a submission count. `answers`
    says what the tool writes for an answer (`A1` for `1`), and `questionnaires` what is asked where
    the headings are bare numbers. Where `statements` says what columns ask, by their headings, no
    other column is taken for a statement.
    """

    kind: Literal["people"]
    columns: PeopleColumns
    unfinished_without_time: bool = False
    finished_when: tuple[str, ...] = ()
    answers: dict[str, str] = Field(default_factory=dict)
    questionnaires: tuple[Questionnaire, ...] = ()
    statements: dict[str, Stated] = Field(default_factory=dict)


class MeansLayout(Layout):
    """One row per kommune, dimension and aspect."""

    kind: Literal["means"]
    columns: MeansColumns


class _File(Record):
    """Lets pydantic pick the kind of layout by its `kind`."""

    layout: Annotated[PeopleLayout | MeansLayout, Field(discriminator="kind")]


def read_layout(path: Path) -> PeopleLayout | MeansLayout:
    """Read one layout, or say where it is broken."""
    return read_toml(path, _File, under="layout").layout


def layouts() -> tuple[PeopleLayout | MeansLayout, ...]:
    """Return the layouts in use, the one that asks for most headings first.

    Those kept beside the answers may be new since the last time; the others are read once.
    """
    own = (read_layout(path) for path in sorted(layouts_path().glob("*.toml")))
    found = (*own, *_read_once(reference_path() / "layouts"))
    return tuple(sorted(found, key=lambda layout: -len(layout.recognised_by)))


@cache
def _read_once(folder: Path) -> tuple[PeopleLayout | MeansLayout, ...]:
    return tuple(read_layout(path) for path in sorted(folder.glob("*.toml")))
