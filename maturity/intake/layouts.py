"""Layouts: which column of a survey export means what."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from maturity.instruments import Code, Record
from maturity.reference import read_toml
from maturity.settings import reference_path

Headings = Annotated[tuple[str, ...], Field(min_length=1)]


class PeopleColumns(Record):
    """Headings of the columns about a submission; the statements are matched on their own.

    `respondent` says who answered (an address or token), `submission` only which row it was.
    """

    kommune: Headings
    role: Headings | None = None
    respondent: Headings | None = None
    submission: Headings | None = None
    answered_at: Headings | None = None
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


class Layout(Record):
    """One supplier's way of writing an export; known by the headings in `recognised_by`."""

    key: Code
    name: str
    recognised_by: Headings
    ignored: tuple[str, ...] = ()


class PeopleLayout(Layout):
    """One row per submission."""

    kind: Literal["people"]
    columns: PeopleColumns
    unfinished_without_time: bool = False


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
    """Return the layouts in use, the one that asks for most headings first."""
    return _read_once(reference_path() / "layouts")


@cache
def _read_once(folder: Path) -> tuple[PeopleLayout | MeansLayout, ...]:
    found = [read_layout(path) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(found, key=lambda layout: -len(layout.recognised_by)))
