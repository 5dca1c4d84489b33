"""The attack finds leaks that are planted: the protection is broken on purpose, one part at a time.

Were it blind to one of these, that nothing follows would say nothing.
"""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from maturity import queries
from maturity.access import Viewer
from maturity.queries import asking, changes, scores, sums, sums_released
from tests.attack.attacking import attacked, made
from tests.attack.somebody import NORDLAND, somebody
from tests.attack.truth import Place, Truth
from tests.made_answers import people

OWN, FEW, ENDS, ALIKE, *OTHERS = sorted(NORDLAND)[:12]
STAFF, EXECUTIVE = somebody("staff"), somebody("executive", OWN)
KNOWS = Viewer.knows
World = tuple[queries.Data, dict[Place, dict[str, Truth]]]
Plant = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Two rounds: with a kommune of few, one near the end, one that agrees, and one that left."""
    rows = []
    for survey_round, codes in (("r1", OTHERS), ("r2", OTHERS[1:])):
        own = {code: [2.0, 3.0, 2.0 + at % 3, 4.0, 3.0] for at, code in enumerate(codes)}
        own |= {
            OWN: [2.0, 3.0, 4.0, 4.0, 1.0],
            FEW: [4.0, 5.0],
            ENDS: [5.0] * 4,
            ALIKE: [3.3, 3.3, 3.2, 3.2, 3.1],
        }
        for aspect, higher in (("now", 0.0), ("target", 0.5)):
            for code, made_by in own.items():
                answered = [min(5.0, score + higher) for score in made_by]
                rows += people(survey_round, code, answered, aspect=aspect)
    return made(rows, tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="module")
def high(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A round in which all but oneself want nearly all there is."""
    rows = []
    for aspect in ("now", "target"):
        rows += people("r1", OWN, [3.0, 4.0, 3.0], aspect=aspect)
        for code in OTHERS[:3]:
            rows += people("r1", code, [5.0] * 5 + [4.4], aspect=aspect)
    return made(rows, tmp_path_factory.mktemp("high"))


@pytest.fixture(scope="module")
def fractions(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A round in which three others are so near an end that their mean has one way to be."""
    rows = []
    for code, size, twos in zip([OWN, *OTHERS[:3]], (5, 4, 5, 7), (3, 1, 2, 5), strict=True):
        for aspect, higher in (("now", 0.0), ("target", 2.0)):
            answered = [2.0 + higher] * twos + [1.0 + higher] * (size - twos)
            rows += people("r1", code, answered, aspect=aspect)
    return made(rows, tmp_path_factory.mktemp("fractions"))


def n_beside_what_is_withheld(patch: pytest.MonkeyPatch) -> None:
    right = scores.suppress

    def wrong(frame: pd.DataFrame, limits: Any) -> pd.DataFrame:
        return right(frame, limits).assign(n=frame["n"])

    patch.setattr(scores, "suppress", wrong)


def withheld_kommuner_count_in_groups(patch: pytest.MonkeyPatch) -> None:
    right = asking.ask

    def wrong(data: Any, viewer: Viewer, name: str, **choices: Any) -> pd.DataFrame:
        if name in ("scores_by_group", "counted"):
            choices["min_respondents"] = 1
        return right(data, viewer, name, **choices)

    patch.setattr(scores, "ask", wrong)


def ones_own_counts_among_the_least(patch: pytest.MonkeyPatch) -> None:
    right = sums.wanted
    groups = scores.suppress_groups

    def wrong(asked: Any, there: Any, *, known: Any, least: int) -> Any:
        return right(asked, there, known=known, least=least - 1)

    def wrong_groups(frame: pd.DataFrame, limits: Any, *, known: Any, own: Any, **rest: Any) -> Any:
        return groups(frame, limits, known=frozenset(), own=frozenset(), **rest)

    patch.setattr(sums, "wanted", wrong)
    patch.setattr(sums, "released", lambda wanted, **_rest: tuple(wanted))
    patch.setattr(scores, "suppress_groups", wrong_groups)


def every_sum_is_told(patch: pytest.MonkeyPatch) -> None:
    for module in (scores, changes):
        patch.setattr(module, "may_be_told", lambda *_all, **_rest: None)


def no_room_is_kept(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sums_released, "narrowed", lambda *_all, **_rest: False)
    patch.setattr(sums_released, "_has_room", lambda *_all, **_rest: True)


def a_gap_is_told_where_both_of_it_are_withheld(patch: pytest.MonkeyPatch) -> None:
    right = queries.scores_by_kommune

    def wrong(data: Any, *, viewer: Viewer, aspect: str, **where: Any) -> pd.DataFrame:
        if aspect != "gap":
            return right(data, viewer=viewer, aspect=aspect, **where)
        with pytest.MonkeyPatch.context() as inner:
            inner.setattr(scores, "suppress", lambda frame, limits: frame.assign(withheld=None))
            return right(data, viewer=viewer, aspect=aspect, **where)

    patch.setattr(queries, "scores_by_kommune", wrong)


def the_ends_of_the_scale_are_told(patch: pytest.MonkeyPatch) -> None:
    right = scores.suppress
    patch.setattr(
        scores, "suppress", lambda frame, limits: right(frame.drop(columns="at_an_end"), limits)
    )


def answers_that_are_alike_have_a_spread(patch: pytest.MonkeyPatch) -> None:
    right = scores.suppress
    patch.setattr(
        scores, "suppress", lambda frame, limits: right(frame.drop(columns="alike"), limits)
    )


def single_scores_are_told_to_everybody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(scores, "withhold", lambda frame, _which, **_rest: frame)


def groups_means_are_told_in_full(patch: pytest.MonkeyPatch) -> None:
    right = asking.ask

    def wrong(data: Any, viewer: Viewer, name: str, **choices: Any) -> pd.DataFrame:
        if name != "scores_by_group":
            return right(data, viewer, name, **choices)
        patch.setattr(Viewer, "knows", lambda self, _instrument: self.counted)
        try:
            return right(data, viewer, name, **choices)
        finally:
            patch.setattr(Viewer, "knows", KNOWS)

    patch.setattr(scores, "ask", wrong)


PLANTED: list[tuple[Plant, str, Viewer, str]] = [
    (n_beside_what_is_withheld, "world", STAFF, "n or spread beside a withheld mean"),
    (withheld_kommuner_count_in_groups, "world", STAFF, f"now of {FEW} is determined"),
    (ones_own_counts_among_the_least, "world", EXECUTIVE, "are tied"),
    (every_sum_is_told, "world", EXECUTIVE, f"now of {OTHERS[0]} is determined"),
    (no_room_is_kept, "high", EXECUTIVE, "is within 0.25"),
    (a_gap_is_told_where_both_of_it_are_withheld, "world", STAFF, f"gap of {FEW} is determined"),
    (the_ends_of_the_scale_are_told, "world", STAFF, f"'{ENDS}'): everybody's answer"),
    (answers_that_are_alike_have_a_spread, "world", STAFF, f"'{ALIKE}'): everybody's answer"),
    (single_scores_are_told_to_everybody, "world", EXECUTIVE, "single scores of others"),
    (groups_means_are_told_in_full, "fractions", EXECUTIVE, "is one fraction"),
]


@pytest.mark.parametrize(
    ("name", "viewer"),
    [("world", STAFF), ("world", EXECUTIVE), ("high", EXECUTIVE), ("fractions", EXECUTIVE)],
)
def test_as_it_is_nothing_is_found(
    request: pytest.FixtureRequest, name: str, viewer: Viewer
) -> None:
    data, truth = request.getfixturevalue(name)
    assert attacked(data, viewer=viewer, truth=truth, most=2) == []


@pytest.mark.parametrize(
    ("plant", "name", "viewer", "words"), PLANTED, ids=[it[0].__name__ for it in PLANTED]
)
def test_a_planted_leak_is_found(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    plant: Plant,
    name: str,
    viewer: Viewer,
    words: str,
) -> None:
    data, truth = request.getfixturevalue(name)
    plant(monkeypatch)
    sums._told.cache_clear()
    try:
        most = None if plant is ones_own_counts_among_the_least else 2
        found = attacked(data, viewer=viewer, truth=truth, most=most)
    finally:
        sums._told.cache_clear()
    assert any(words in it for it in found), found[:5]
