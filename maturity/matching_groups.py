"""Kommuner that share a gap or a barrier: candidates for something that they do together."""

from dataclasses import dataclass

import pandas as pd

SHARED_GAP = 1.0  # points of the scale: a gap that is worth a project
SHARED_BARRIER = 1 / 3  # of those who answered: fewer may be one person's view


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What some kommuner share, by code or name, and who they are, by number."""

    what: str
    kommuner: tuple[str, ...]


def sharing_gap(gap: pd.DataFrame, *, at_least: int) -> list[Shared]:
    """Return the dimensions with a gap of a point or more in enough kommuner, most kommuner first.

    `gap` has a row per kommune and a column per dimension, NaN where it may not be shown. A group
    of fewer than `at_least` is none.
    """
    found = [
        Shared(what=str(name), kommuner=tuple(sorted(gap.index[column >= SHARED_GAP])))
        for name, column in gap.items()
    ]
    return _largest(found, at_least)


def sharing_barrier(themes: pd.DataFrame, *, at_least: int) -> list[Shared]:
    """Return the themes that a third or more named in enough kommuner, most kommuner first.

    `themes` has one row per kommune and theme: kommune, theme (None: none given), people, n; NA
    where withheld.
    """
    found = [
        Shared(what=str(theme), kommuner=tuple(sorted(rows["kommune"].unique())))
        for theme, rows in much_named(themes).groupby("theme")
    ]
    return _largest(found, at_least)


def much_named(themes: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in which a third or more of a kommune's people named the theme."""
    told = themes.dropna(subset=["theme", "people", "n"])
    return told[told["people"] >= SHARED_BARRIER * told["n"]]


def _largest(found: list[Shared], at_least: int) -> list[Shared]:
    enough = [one for one in found if len(one.kommuner) >= at_least]
    return sorted(enough, key=lambda one: (-len(one.kommuner), one.what))
