"""Every number that a viewer can reach: all queries, over the whole product of their parameters.

Pages, files and addresses have no other way to the answers; tests/test_house.py holds that. A
query that is not known here stops the attack, so that none is forgotten.
"""

from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.groups import groups
from maturity.reference import reference
from tests.attack.truth import ASPECTS, Place, Truth, parts

USED = {
    "answers_by_level", "changes_by_group", "changes_by_kommune", "same_people", "scores_by_group",
    "scores_by_kommune", "scores_unnamed", "spread_between", "themes_by_kommune", "participation",
}  # fmt: skip
# These tell no score, and no count of a kommune that another does not; or are not for showing. Each
# version of the answers is attacked by itself, not beside those `at` another time.
OTHERS = {
    "Data", "answering_by_part", "answers_changed", "at", "comments", "counted",
    "dimensions_asked", "items_asked", "newest", "rounds", "since",
}  # fmt: skip
SPREAD = ("sd", "q1", "median", "q3")
CLOSE = 1e-6
SEVERAL = 12


@dataclass(frozen=True, kw_only=True)
class Sum:
    """A weighted sum of a round's scores (by aspect and kommune) on one dimension.

    `value` is in full, as if it were told so; a mean that is told rounded tells that it lies
    `between` two. `said` is the number that was seen.
    """

    weights: dict[tuple[str, str], float]
    value: float
    said: float
    between: tuple[float, float] | None = None


@dataclass(kw_only=True)
class Reached:
    """All that was told: sums and bounds of scores by place and dimension, and what of people.

    `leaks` are what should not have been told at all, in words.
    """

    sums: dict[tuple[Place, str], list[Sum]] = field(default_factory=dict)
    bounds: dict[tuple[Place, str], list[tuple[str, frozenset[str], float, float]]] = field(
        default_factory=dict
    )
    people: list[dict[str, Any]] = field(default_factory=list)
    levels: dict[tuple[Place, str, str, str], tuple[int, int]] = field(default_factory=dict)
    moved: list[dict[str, Any]] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)


def reach(
    data: queries.Data,
    *,
    viewer: Viewer,
    truth: dict[Place, dict[str, Truth]],
    picks: tuple[frozenset[str], ...] = (),
    most: int | None = None,
) -> Reached:
    """Ask everything that there is to ask, and of each of the `picks` in turn.

    `most` groups that pages offer; None: of all.
    """
    assert set(queries.__all__) == USED | OTHERS, "a query that the attack does not ask"
    found = Reached()
    answered = {code for own in truth.values() for it in own.values() for _of, code in it.mean}
    every = dict.fromkeys(group.members for group in groups(reference()).values())
    offered = [members for members in every if members & answered][:most]
    for place, aspect in product(truth, ASPECTS):
        _of_kommuner(found, data, viewer, place, aspect, truth[place])
    for members in (*offered, *picks):
        for place, aspect in product(truth, ASPECTS):
            _of_group(found, data, viewer, place, aspect, truth[place], members)
        for here, other in combinations(truth, 2):  # the other way round are the same numbers
            if here[0] == other[0]:
                _of_change(found, data, viewer, here, other, truth, members)
    for kind in ("barrier", "opportunity"):
        frame = queries.themes_by_kommune(data, viewer=viewer, kind=kind)
        _only_own(found, frame, viewer, f"themes of {kind}")
    _counts(found, queries.participation(data, viewer=viewer), viewer, "participation")
    return found


def _of_kommuner(found, data, viewer, place, aspect, truth) -> None:
    instrument, survey_round = place
    where = {"survey_round": survey_round, "instrument": instrument, "aspect": aspect}
    rows = queries.scores_by_kommune(data, viewer=viewer, **where).to_dict("records")
    for row in rows:
        kommune, dimension = row["kommune"], row["dimension"]
        what = f"{survey_round} {kommune} {dimension} {aspect}"
        spread = any(pd.notna(row[name]) for name in SPREAD)
        if kommune not in viewer.knows(instrument) and pd.notna(row["mean"]):
            found.leaks.append(f"{what}: a score that is not open")
        if kommune not in viewer.kommuner and spread:
            found.leaks.append(f"{what}: the spread of people who are not seen")
        if pd.isna(row["mean"]):
            if spread or pd.notna(row["n"]):
                found.leaks.append(f"{what}: n or spread beside a withheld mean")
            continue
        weights = {(it, kommune): weight for it, weight in parts(aspect).items()}
        _add(found, place, dimension, Sum(weights=weights, value=row["mean"], said=row["mean"]))
        if aspect != "gap":
            found.people.append({**row, "place": place, "aspect": aspect})
    for kommune in sorted({row["kommune"] for row in rows} if aspect != "gap" else ()):
        frame = queries.answers_by_level(data, viewer=viewer, kommune=kommune, **where)
        shown = frame.dropna(subset=["people"])
        if len(shown) and kommune not in viewer.kommuner:
            found.leaks.append(f"{survey_round} {kommune} {aspect}: levels of people not seen")
        for dimension, own in shown.groupby("dimension"):
            levels = own["level"].astype(int)
            found.levels[place, dimension, aspect, kommune] = (levels.min(), levels.max())


def _of_group(found, data, viewer, place, aspect, truth, members) -> None:
    instrument, survey_round = place
    where = {"survey_round": survey_round, "instrument": instrument, "aspect": aspect}
    asked = {"viewer": viewer, "members": members, **where}
    for row in queries.scores_by_group(data, **asked).to_dict("records"):
        one = truth[row["dimension"]]
        what = f"{survey_round} {row['dimension']} {aspect} of {len(members)}"
        _mean(found, place, row["dimension"], aspect, one, row["mean"], row["k"], members, what)
    known = viewer.knows(instrument)
    if not viewer.unnamed and len(members) < SEVERAL:  # refused for all the same reason
        return
    for row in queries.spread_between(data, **asked).to_dict("records"):
        ends = [row[it] for it in ("lowest", "q1", "median", "q3", "highest")]
        _unnamed(found, place, row["dimension"], aspect, truth, ends, members, viewer, known)
    frame = queries.scores_unnamed(data, **asked)
    for dimension, own in frame.groupby("dimension"):
        told = members if viewer.unnamed else members & known
        values = _without(list(own["mean"]), truth[dimension], aspect, told & known)
        _unnamed(found, place, dimension, aspect, truth, values, told, viewer, known, within=0.05)


def _of_change(found, data, viewer, here, other, truth, members) -> None:
    for aspect in ASPECTS:
        where = {"earlier": here[1], "later": other[1], "instrument": here[0], "aspect": aspect}
        frame = queries.changes_by_group(data, viewer=viewer, members=members, **where)
        for row in frame.to_dict("records"):
            for place, beside, name in ((here, other, "earlier"), (other, here, "later")):
                own, there = (truth[it][row["dimension"]] for it in (place, beside))
                what = f"{place[1]} with {beside[1]} {row['dimension']} {aspect}"
                both = members & there.counting(aspect)
                value, k = row[name], row["k"]
                _mean(found, place, row["dimension"], aspect, own, value, k, both, what)
        if members != max((group.members for group in groups(reference()).values()), key=len):
            continue
        for row in queries.changes_by_kommune(data, viewer=viewer, **where).to_dict("records"):
            for place, name in ((here, "earlier"), (other, "later")):
                if pd.notna(row[name]):
                    weights = {(it, row["kommune"]): by for it, by in parts(aspect).items()}
                    _add(
                        found,
                        place,
                        row["dimension"],
                        Sum(weights=weights, value=row[name], said=row[name]),
                    )
        for first, then in ((here, other), (other, here)):  # whichever was before the other
            where |= {"earlier": first[1], "later": then[1]}
            frame = queries.same_people(data, viewer=viewer, **where)
            _only_own(found, frame, viewer, "same people")
            for row in frame[frame["earlier"].notna()].to_dict("records"):
                found.moved.append({**row, "places": (first, then), "aspect": aspect})


def _mean(found, place, dimension, aspect, truth, mean, k, members, what) -> None:
    """Note a group's mean, by whichever rule of who counts makes it so."""
    if pd.isna(mean):
        if pd.notna(k):
            found.leaks.append(f"{what}: k beside a withheld mean")
        return
    for counting in truth.may_count(aspect):
        behind = sorted(counting & members)
        if not behind or (pd.notna(k) and k != len(behind)):
            continue
        whole = sum(truth.score(aspect, it) for it in behind)
        least, most = (len(behind) * end for end in _as_read(mean))
        if least <= whole <= most:
            weights = {(it, code): by for code in behind for it, by in parts(aspect).items()}
            one = Sum(weights=weights, value=whole, said=mean, between=(least, most))
            _add(found, place, dimension, one)
            return
    raise AssertionError(f"{what}: {mean} of {k} is no mean of kommuner that the attack knows of")


def _as_read(mean: float) -> tuple[float, float]:
    """Return between what a mean lies, by its decimals: rounded to one, cut after two, or full."""
    if abs(round(mean, 1) - mean) < CLOSE:
        return mean - 0.05 - CLOSE, mean + 0.05 + CLOSE
    if abs(round(mean, 2) - mean) < CLOSE:  # what lies above a half is told as a hundredth above it
        near = 0.01 if round(abs(mean) * 100) % 10 == 6 else 0.0
        low, high = sorted((abs(mean) - near, abs(mean) + 0.01))
        return (low - CLOSE, high + CLOSE) if mean > 0 else (-high - CLOSE, -low + CLOSE)
    return mean - CLOSE, mean + CLOSE


def _unnamed(
    found, place, dimension, aspect, truth, values, members, viewer, known, *, within=0.0
) -> None:
    told = [value for value in values if pd.notna(value)]
    behind = truth[dimension].counting(aspect) & members
    if not told or not behind - known:
        return
    if not viewer.unnamed:
        found.leaks.append(f"{place[1]} {dimension} {aspect}: single scores of others")
    if len(behind - known) < 3:
        found.leaks.append(f"{place[1]} {dimension} {aspect}: single scores of one or two others")
    bound = (aspect, behind - known, min(told) - within, max(told) + within)
    found.bounds.setdefault((place, dimension), []).append(bound)


def _without(values: list[float], truth: Truth, aspect: str, known: frozenset[str]) -> list[float]:
    """Cross out the scores of who is known from those told of nobody by name."""
    left = list(values)
    for kommune in truth.counting(aspect) & known:
        own = round(truth.score(aspect, kommune), 1)
        if left:
            left.remove(min(left, key=lambda it: abs(it - own)))
    return left


def _add(found: Reached, place: Place, dimension: str, one: Sum) -> None:
    found.sums.setdefault((place, str(dimension)), []).append(one)


def _only_own(found: Reached, frame: pd.DataFrame, viewer: Viewer, what: str) -> None:
    foreign = set(frame["kommune"]) - viewer.kommuner
    found.leaks += [f"{what}: {kommune} is not seen" for kommune in sorted(foreign)]
    _counts(found, frame, viewer, what)


def _counts(found: Reached, frame: pd.DataFrame, viewer: Viewer, what: str) -> None:
    """A count of people that is told of somebody not known, or where it is withheld."""
    foreign = set(frame["kommune"]) - viewer.named
    told = frame[frame["n"].notna()]
    wrong = told[told["withheld"].notna() | told["kommune"].isin(foreign) | (told["n"] < 3)]
    found.leaks += [f"{what}: n of {kommune}" for kommune in sorted(set(wrong["kommune"]))]
