"""Which groups' scores a viewer may be told, so that no kommune's own follows from them."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

import pandas as pd

from maturity.access import Viewer
from maturity.groups import groups
from maturity.queries.asking import ask
from maturity.reference import reference
from maturity.serving import Data
from maturity.settings import thresholds
from maturity.subtraction import Sum, Unknown

ASPECTS = ("now", "target", "gap")
MOST = 256  # viewers' rights, beside the frameworks; each is some kilobytes
Cell = tuple[str, str, str]  # survey round, aspect, kommune
Cells = frozenset[Cell]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A group's score as a page asks for it; `other` is the round it is compared with."""

    survey_round: str
    aspect: str
    members: frozenset[str]
    other: str | None = None


def may_be_told(
    data: Data, *, viewer: Viewer, instrument: str, asked: Sequence[Asked]
) -> dict[str, bool] | None:
    """Return for each dimension whether all the sums asked for may be told; None: whatever."""
    if viewer.counted <= viewer.knows(instrument):
        return None
    told = _told(data, viewer, instrument)
    return {dimension: set(asked) <= found for dimension, found in told.items()}


def counted(data: Data, *, viewer: Viewer, instrument: str) -> pd.DataFrame:
    """Return survey_round, dimension, aspect and kommune: who counts in groups, seen or not.

    For deciding what may be told, never for showing.
    """
    least = thresholds().min_respondents
    return ask(data, viewer, "counted", instrument=instrument, min_respondents=least)


@lru_cache(maxsize=MOST)
def _told(data: Data, viewer: Viewer, instrument: str) -> dict[str, frozenset[Asked]]:
    """Go through all that the pages offer, always in the same order; by dimension."""
    frame = counted(data, viewer=viewer, instrument=instrument)
    worlds = _worlds(viewer, instrument)
    by_dimension = {
        str(dimension): frozenset(
            zip(own["survey_round"], own["aspect"], own["kommune"], strict=True)
        )
        for dimension, own in frame.groupby("dimension")
    }
    # Most dimensions were answered by the same kommuner, and so have the same sums.
    found = {
        cells: frozenset.intersection(*(_released(cells, known=known) for known in worlds))
        for cells in set(by_dimension.values())
    }
    return {dimension: found[cells] for dimension, cells in by_dimension.items()}


def _worlds(viewer: Viewer, instrument: str) -> set[frozenset[str]]:
    """Return what the viewer may know, one set of kommuner for each way it may be.

    What was seen and is closed now may be remembered, and then it protects nobody else. But a
    score that came later was never seen: so each of these must be safe also where it is unknown
    and all the others are not. What is told in every one of these worlds is safe in any between.
    """
    known, before = viewer.knows(instrument), viewer.remembers(instrument)
    return {known | before, *(known | (before - {one}) for one in before)}


def _released(cells: Cells, *, known: frozenset[str]) -> frozenset[Asked]:
    hidden = {kommune for _round, _aspect, kommune in cells} - known
    rounds = sorted({survey_round for survey_round, _aspect, _kommune in cells})
    own = [(at, aspect, it) for at, aspect, it in cells if it in hidden and aspect != "gap"]
    unknown = Unknown(sorted(own), secrets=_secrets(cells, rounds, hidden))
    told = set()
    for asked in _offered(rounds):
        counting = _counting(cells, asked)
        behind = counting - known
        if len(counting) < thresholds().min_kommuner:
            continue
        if behind and len(behind) < thresholds().min_kommuner:
            continue
        if unknown.told(_sum(asked, behind)):
            told.add(asked)
    return frozenset(told)


def _offered(rounds: list[str]) -> Iterator[Asked]:
    """Yield every group's score that a page can ask for, the widest groups first."""
    members = list(dict.fromkeys(group.members for group in groups(reference()).values()))
    for own, survey_round, aspect in product(members, rounds, ASPECTS):
        yield Asked(survey_round=survey_round, aspect=aspect, members=own)
    for own, pair, aspect in product(members, combinations(rounds, 2), ASPECTS):
        for survey_round, other in (pair, pair[::-1]):
            yield Asked(survey_round=survey_round, aspect=aspect, members=own, other=other)


def _counting(cells: Cells, asked: Asked) -> frozenset[str]:
    """Return the kommuner that count: those with a score, in the other round too if there is."""
    there = {asked.survey_round, asked.other or asked.survey_round}
    return frozenset(
        kommune
        for kommune in asked.members
        if all((survey_round, asked.aspect, kommune) in cells for survey_round in there)
    )


def _sum(asked: Asked, behind: frozenset[str]) -> Sum:
    return {
        cell: weight
        for kommune in behind
        for cell, weight in _one(asked.survey_round, asked.aspect, kommune).items()
    }


def _one(survey_round: str, aspect: str, kommune: str) -> dict[Hashable, float]:
    """Write one score in what is answered: a gap is the target without today."""
    if aspect != "gap":
        return {(survey_round, aspect, kommune): 1.0}
    return {(survey_round, "target", kommune): 1.0, (survey_round, "now", kommune): -1.0}


def _secrets(cells: Cells, rounds: list[str], hidden: set[str]) -> Iterator[list[Sum]]:
    """Yield what must stay unknown: each round's scores, and how they changed."""
    for survey_round, aspect in product(rounds, ASPECTS):
        yield [
            _one(survey_round, aspect, kommune)
            for kommune in sorted(hidden)
            if (survey_round, aspect, kommune) in cells
        ]
    for (earlier, later), aspect in product(combinations(rounds, 2), ASPECTS):
        yield [
            _one(later, aspect, kommune)
            | {cell: -1 * weight for cell, weight in _one(earlier, aspect, kommune).items()}
            for kommune in sorted(hidden)
            if {(at, aspect, kommune) for at in (earlier, later)} <= cells
        ]
