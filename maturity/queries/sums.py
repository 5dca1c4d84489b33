"""Which groups' scores a viewer may be told, so that no kommune's own follows from them."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

import pandas as pd

from maturity.access import Viewer
from maturity.intervals import LEAST
from maturity.picks import Pick
from maturity.queries.asking import ask
from maturity.queries.sums_offered import Asked, Scores, members_offered, offered, wanted
from maturity.queries.sums_picked import known_picks
from maturity.queries.sums_released import Ends, released
from maturity.reference import reference
from maturity.serving import Data
from maturity.settings import thresholds

OFF = 1  # steps that people's answers together are from either end of the scale
MOST = 256  # viewers' rights, beside frameworks and picks; each is some kilobytes


def may_be_told(
    data: Data, *, viewer: Viewer, instrument: str, asked: Sequence[Asked]
) -> dict[str, bool] | None:
    """Return for each dimension whether all the sums asked for may be told; None: whatever.

    A group that no page offers is a pick, and is remembered if any of its sums is told.
    """
    if viewer.counted <= viewer.knows(instrument):
        return None
    picks: tuple[Pick, ...] = ()
    for members in {it.members for it in asked} - members_offered():
        may = partial(_told_among, data, viewer, instrument)
        picks = known_picks(data, viewer=viewer, instrument=instrument, members=members, may=may)
    told = _told(data, viewer, instrument, picks)
    return {dimension: set(asked) <= found for dimension, found in told.items()}


def counted(data: Data, *, viewer: Viewer, instrument: str) -> pd.DataFrame:
    """Return survey_round, dimension, aspect, kommune and mean: who counts in groups, seen or not.

    For deciding what may be told, never for showing.
    """
    least = thresholds().min_respondents
    return ask(data, viewer, "counted", instrument=instrument, min_respondents=least)


def _told_among(data: Data, viewer: Viewer, instrument: str, picks: tuple[Pick, ...]) -> bool:
    """Tell whether any sum of the last pick may be told beside all that was told before."""
    told = _told(data, viewer, instrument, picks)
    return any(it.members == picks[-1] for found in told.values() for it in found)


@lru_cache(maxsize=MOST)
def _told(
    data: Data, viewer: Viewer, instrument: str, picks: tuple[Pick, ...]
) -> dict[str, frozenset[Asked]]:
    """Go through all that the pages offer, always in the same order, then the picks; by dimension.

    What is told must be safe whatever of the remembered is known.
    """
    frame = counted(data, viewer=viewer, instrument=instrument)
    worlds = _worlds(viewer, instrument)
    scale = reference().instruments[instrument].scale
    found = {}
    for dimension, own in frame.groupby("dimension"):
        scores = _scores(own, "mean")
        ends = partial(
            _ends,
            people=_scores(own, "n"),
            scale=(scale.min, scale.max),
            unnamed=viewer.unnamed,
        )
        safe = [_safe(scores, picks, known=known, ends=ends) for known in worlds]
        found[str(dimension)] = frozenset.intersection(*safe)
    return found


def _worlds(viewer: Viewer, instrument: str) -> set[frozenset[str]]:
    """Return what the viewer may know, one set of kommuner for each way it may be.

    What was seen and is closed now may be remembered, and then it protects nobody else. But a
    score that came later was never seen: so each of these must be safe also where it is unknown
    and all the others are not. What is told in every one of these worlds is safe in any between.
    """
    known, before = viewer.knows(instrument), viewer.remembers(instrument)
    return {known | before, *(known | (before - {one}) for one in before)}


def _safe(
    scores: Scores,
    picks: tuple[Pick, ...],
    *,
    known: frozenset[str],
    ends: Callable[[str, Mapping[str, Mapping[str, float]]], Ends],
) -> frozenset[Asked]:
    """Return what may be told of one dimension to who knows the scores of some kommuner.

    The rounds are gone through apart: no sum is over two, and of a change that both of its scores
    leave open, more is open than of each.
    """
    there = {key: frozenset(means) for key, means in scores.items()}
    asked = offered(sorted({survey_round for survey_round, _aspect in scores}), picks)
    free, sums = wanted(asked, there, known=known, least=thresholds().min_kommuner)
    told = set(free)
    for survey_round, behind in sums.items():
        hidden = {
            aspect: {kommune: mean for kommune, mean in means.items() if kommune not in known}
            for (at, aspect), means in scores.items()
            if at == survey_round
        }
        for one in released(list(behind), hidden=hidden, ends=ends(survey_round, hidden)):
            told |= set(behind[one])
    return frozenset(told)


def _scores(frame: pd.DataFrame, column: str) -> Scores:
    return {
        (str(survey_round), str(aspect)): dict(zip(own["kommune"], own[column], strict=True))
        for (survey_round, aspect), own in frame.groupby(["survey_round", "aspect"])
    }


def _ends(
    survey_round: str,
    hidden: Mapping[str, Mapping[str, float]],
    *,
    people: Scores,
    scale: tuple[float, float],
    unnamed: bool,
) -> Ends:
    """Return between what each hidden score is known to lie, before any group's is told.

    That it counts says that its `people` are together more than half a step from either end; of
    whole numbers that is a whole step. Whose score is nearer is held to be known from there.
    `unnamed`: single scores are told without a name.
    """
    ends: dict[tuple[str, str], tuple[float, float]] = {}
    for aspect in ("now", "target"):
        for kommune, mean in hidden.get(aspect, {}).items():
            off = OFF / people[survey_round, aspect][kommune]
            ends[aspect, kommune] = (min(scale[0] + off, mean), max(scale[1] - off, mean))
    for kommune in hidden.get("gap", {}):
        (least, most), (low, high) = ends["now", kommune], ends["target", kommune]
        ends["gap", kommune] = (low - most, high - least)
    for aspect, scores in hidden.items() if unnamed else ():
        lowest, highest = min(scores.values(), default=0), max(scores.values(), default=0)
        if highest - lowest > LEAST:  # else they are not told
            for kommune in scores:
                low, high = ends[aspect, kommune]
                ends[aspect, kommune] = (max(low, lowest), min(high, highest))
    return ends
