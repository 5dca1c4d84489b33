"""Groups that readers pick themselves: told once it gives nobody away, and remembered."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from maturity import queries
from maturity.access import Viewer
from maturity.picks import picked
from maturity.queries import sums_picked
from tests.made_answers import opened, people, take
from tests.test_sums import ELSEWHERE, NORDLAND, OTHERS, OWN, ROUND, mean_of, seen

SOME = frozenset(ELSEWHERE[:6])


@pytest.fixture
def data(tmp_path: Path) -> queries.Data:
    """Everybody answered, each something else."""
    codes = [OWN, *OTHERS, *ELSEWHERE]
    scores = {code: [2, 2 + at % 3, 3 + at % 2] for at, code in enumerate(codes)}
    take(tmp_path / "answers", [row for code in codes for row in people("r1", code, scores[code])])
    return opened(tmp_path / "answers")


def known(data: queries.Data, viewer: Viewer) -> tuple[frozenset[str], ...]:
    return picked(data.answers, viewer=viewer, instrument="modenhet-6gen")


def why(data: queries.Data, viewer: Viewer, members: frozenset[str]) -> object:
    mean, reason = mean_of(data, viewer, members)
    assert pd.isna(mean) == (reason is not None)
    return reason


def first_told(data: queries.Data, viewer: Viewer, size: int = 6) -> frozenset[str]:
    """Some pick that this viewer is told."""
    for some in combinations(ELSEWHERE[:12], size):
        if why(data, viewer, frozenset(some)) is None:
            return frozenset(some)
    pytest.fail("no pick is told at all")


def test_whoever_sees_all_is_told_of_any_and_nothing_is_remembered(data: queries.Data) -> None:
    staff = Viewer(role="staff", kommuner=NORDLAND)
    assert why(data, staff, SOME) is None
    assert why(data, staff, SOME - {ELSEWHERE[0]}) is None
    assert not data.answers.with_name("answers.access").exists()


def test_a_pick_is_told_again_and_one_that_differs_by_one_is_refused(data: queries.Data) -> None:
    pick = first_told(data, seen(OWN))
    assert known(data, seen(OWN)) == (pick,)
    for one in [*OTHERS, *ELSEWHERE]:
        assert why(data, seen(OWN), pick ^ {one}) == "own_pick"
    assert why(data, seen(OWN), pick) is None


def told(data: queries.Data, members: frozenset[str]) -> tuple[object, ...]:
    frame = queries.scores_by_group(data, viewer=seen(OWN), members=members, **ROUND)
    return tuple(None if pd.isna(it) else it for it in frame.loc[0, ["mean", "k", "withheld"]])


@pytest.fixture
def partly(tmp_path: Path) -> queries.Data:
    """Of those that are picked some have no answers, too few, or all at the bottom."""
    codes = [OWN, *OTHERS, *ELSEWHERE]
    scores = {code: [2, 2 + at % 3, 3 + at % 2] for at, code in enumerate(codes)}
    scores |= {BOTTOM: [1, 1, 1], FEW: [3, 4]}
    rows = [row for code in codes if code != NOBODY for row in people("r1", code, scores[code])]
    take(tmp_path / "answers", rows)
    return opened(tmp_path / "answers")


BOTTOM, FEW, NOBODY, *REST = ELSEWHERE


def test_a_pick_does_not_tell_who_of_it_answered(partly: queries.Data) -> None:
    """One more or two, whoever they are: the same is said of each."""
    base = frozenset(REST[:6])
    assert told(partly, base)[1:] == (None, None)
    for more in ([BOTTOM], [FEW], [NOBODY], [REST[7]], [FEW, NOBODY], [BOTTOM, REST[7]]):
        assert told(partly, base | set(more)) == (None, None, "own_pick")
    assert told(partly, frozenset([REST[9], FEW, BOTTOM])) == (None, None, "own_pick")


def test_nor_one_beside_a_group_that_is_offered(partly: queries.Data) -> None:
    for some in ([BOTTOM], [FEW], [NOBODY], [REST[0]], [FEW, NOBODY]):
        assert told(partly, NORDLAND - set(some)) == (None, None, "own_pick")
    assert known(partly, seen(OWN)) == ()


def test_only_so_many_are_told(data: queries.Data, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sums_picked, "MOST", 1)
    pick = first_told(data, seen(OWN))
    assert why(data, seen(OWN), frozenset(ELSEWHERE[12:20])) == "many_picks"
    assert why(data, seen(OWN), pick) is None
    assert known(data, seen(OWN)) == (pick,)


def test_ones_own_kommune_more_or_less_is_the_same_pick(data: queries.Data) -> None:
    pick = first_told(data, seen(OWN))
    assert why(data, seen(OWN), pick | {OWN}) is None


def test_colleagues_know_of_each_others_and_strangers_do_not(data: queries.Data) -> None:
    pick = first_told(data, seen(OWN))
    apart = next(iter(sorted(pick)))
    colleague, stranger = seen(OWN, OTHERS[0]), seen(OTHERS[1])
    assert why(data, colleague, pick - {apart}) == "own_pick"
    assert known(data, colleague) == (pick,)
    assert known(data, stranger) == ()
    presenter = Viewer(role="presenter", kommuner=frozenset(), others=NORDLAND)
    assert known(data, presenter) == ()


def test_what_was_told_of_an_earlier_version_is_still_known(data: queries.Data) -> None:
    pick = first_told(data, seen(OWN))
    take(data.answers, people("r2", OWN, [2, 3, 4]))
    newer = opened(data.answers)
    assert newer.version > data.version
    assert why(newer, seen(OWN), pick - {min(pick)}) == "own_pick"
    assert why(newer, seen(OWN), pick) is None


def test_a_refused_pick_is_not_remembered(data: queries.Data) -> None:
    assert why(data, seen(OWN), NORDLAND - {ELSEWHERE[0]}) == "own_pick"
    assert known(data, seen(OWN)) == ()


@pytest.mark.parametrize("hidden", [ELSEWHERE[:1], ELSEWHERE[:2]])
def test_too_few_are_too_few_however_they_are_picked(data: queries.Data, hidden: list[str]) -> None:
    ask: dict[str, Any] = {"data": data, "viewer": seen(OWN)}
    assert why(**ask, members=frozenset([OWN, *hidden])) == "min_kommuner"
    assert known(data, seen(OWN)) == ()


def test_where_nothing_can_be_remembered_nothing_is_told(data: queries.Data) -> None:
    data.answers.with_name("answers.access").write_text("a file where the folder should be")
    with pytest.raises(OSError, match=r"answers\.access"):
        mean_of(data, seen(OWN), SOME)


def test_the_round_asked_for_does_not_matter(data: queries.Data) -> None:
    pick = first_told(data, seen(OWN))
    gap = {**ROUND, "aspect": "gap"}
    queries.scores_by_group(data, viewer=seen(OWN), members=pick, **gap)
    assert known(data, seen(OWN)) == (pick,)
