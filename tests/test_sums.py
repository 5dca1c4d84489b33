"""A viewer who sees one kommune is told of groups, and can work out nobody else from them."""

from pathlib import Path

import pandas as pd
import pytest

from maturity import queries
from maturity.access import Viewer
from maturity.groups import WHOLE, groups
from maturity.reference import reference
from tests.made_answers import opened, people, take

ROUND = {"survey_round": "r1", "instrument": "modenhet-6gen", "aspect": "now"}
BOTH = {"earlier": "r1", "later": "r2", "instrument": "modenhet-6gen", "aspect": "now"}
NORDLAND = groups(reference())[WHOLE].members
SALTEN = groups(reference())["region:Salten"].members
OWN, *OTHERS = sorted(SALTEN)[:6]
ELSEWHERE = sorted(NORDLAND - SALTEN)


def seen(
    *own: str, opened: tuple[str, ...] = (), once: tuple[str, ...] = (), unnamed: bool = False
) -> Viewer:
    return Viewer(
        role="executive",
        kommuner=frozenset(own),
        own=frozenset(own),
        opened=frozenset((code, "modenhet-6gen") for code in opened),
        once=frozenset((code, "modenhet-6gen") for code in once),
        others=NORDLAND,
        unnamed=unnamed,
    )


def answers(tmp_path: Path, *, first: list[str], second: list[str] = ()) -> queries.Data:
    rows = [
        *(row for at, code in enumerate(first) for row in people("r1", code, [2 + at % 3] * 3)),
        *(row for at, code in enumerate(second) for row in people("r2", code, [4 - at % 3] * 3)),
    ]
    take(tmp_path / "answers", rows)
    return opened(tmp_path / "answers")


def mean_of(data: queries.Data, viewer: Viewer, members: frozenset[str]) -> tuple[float, object]:
    frame = queries.scores_by_group(data, viewer=viewer, members=members, **ROUND)
    (row,) = frame.to_dict("records")
    return row["mean"], row["withheld"]


def test_groups_are_told_to_who_sees_one_kommune(tmp_path: Path) -> None:
    data = answers(tmp_path, first=[OWN, *OTHERS, *ELSEWHERE[:3]])
    assert mean_of(data, seen(OWN), NORDLAND) == (pytest.approx(3), None)
    assert set(queries.scores_by_kommune(data, viewer=seen(OWN), **ROUND)["kommune"]) == {OWN}


def test_staff_are_told_the_same(tmp_path: Path) -> None:
    data = answers(tmp_path, first=[OWN, *OTHERS, *ELSEWHERE[:4]])
    staff = Viewer(role="staff", kommuner=NORDLAND)
    assert mean_of(data, staff, NORDLAND) == mean_of(data, seen(OWN), NORDLAND)


@pytest.mark.parametrize(("elsewhere", "told"), [(1, False), (2, False), (3, True)])
def test_a_region_is_withheld_where_nordland_without_it_is_one_or_two(
    tmp_path: Path, elsewhere: int, told: bool
) -> None:
    data = answers(tmp_path, first=[OWN, *OTHERS, *ELSEWHERE[:elsewhere]])
    mean, why = mean_of(data, seen(OWN), SALTEN)
    assert (why is None) == pd.notna(mean) == told
    assert told or why == "subtraction"


def test_too_few_unseen_are_too_few(tmp_path: Path) -> None:
    data = answers(tmp_path, first=[OWN, *OTHERS])
    nearly = seen(OWN, opened=tuple(OTHERS[:3]))
    assert mean_of(data, nearly, NORDLAND)[1] == "min_kommuner"
    assert mean_of(data, seen(OWN, opened=tuple(OTHERS)), NORDLAND)[1] is None


def test_what_is_remembered_hides_nobody_else(tmp_path: Path) -> None:
    data = answers(tmp_path, first=[OWN, *OTHERS[:4]])
    assert mean_of(data, seen(OWN, once=(OTHERS[0],)), NORDLAND)[1] is None
    assert mean_of(data, seen(OWN, once=tuple(OTHERS[:2])), NORDLAND)[1] == "subtraction"


def test_nor_is_its_newest_score_given_away(tmp_path: Path) -> None:
    data = answers(tmp_path, first=[OWN, *OTHERS, ELSEWHERE[0]])
    viewer = seen(OWN, once=(ELSEWHERE[0],))
    assert [mean_of(data, viewer, it)[1] for it in (NORDLAND, SALTEN)] == [None, "subtraction"]


def test_one_who_left_cannot_be_had_from_those_who_stayed(tmp_path: Path) -> None:
    data = answers(tmp_path, first=[OWN, *OTHERS], second=[OWN, *OTHERS[1:]])
    assert mean_of(data, seen(OWN), NORDLAND)[1] is None
    changed = queries.changes_by_group(data, viewer=seen(OWN), members=NORDLAND, **BOTH)
    assert changed["withheld"].tolist() == ["subtraction"]
    assert changed[["earlier", "later"]].isna().all().all()


def test_a_set_that_no_page_offers_is_not_told(tmp_path: Path) -> None:
    data = answers(tmp_path, first=[OWN, *OTHERS, *ELSEWHERE])
    picked = frozenset([OWN, *OTHERS[:4]])
    assert mean_of(data, seen(OWN), picked)[1] == "own_pick"


def test_single_scores_are_told_only_to_who_may_see_them(tmp_path: Path) -> None:
    data = answers(tmp_path, first=[OWN, *OTHERS])
    hidden = queries.spread_between(data, viewer=seen(OWN), members=NORDLAND, **ROUND)
    assert hidden["withheld"].tolist() == ["not_opened"]
    assert hidden.drop(columns=["dimension", "withheld"]).isna().all().all()
    shown = queries.spread_between(data, viewer=seen(OWN, unnamed=True), members=NORDLAND, **ROUND)
    assert shown["highest"].tolist() == [4.0]


def test_of_an_opened_kommune_the_profile_is_seen_and_no_more(tmp_path: Path) -> None:
    first = [*people("r1", OWN, [1, 2, 3, 4, 5]), *people("r1", OTHERS[0], [1, 2, 3, 4, 5])]
    take(tmp_path / "answers", first)
    data = opened(tmp_path / "answers")
    viewer = seen(OWN, opened=(OTHERS[0],))
    shown = queries.scores_by_kommune(data, viewer=viewer, **ROUND).set_index("kommune")
    assert shown["mean"].to_dict() == {OWN: 3.0, OTHERS[0]: 3.0}
    assert shown["sd"].notna().to_dict() == {OWN: True, OTHERS[0]: False}
    levels = queries.answers_by_level(data, viewer=viewer, kommune=OTHERS[0], **ROUND)
    assert levels["withheld"].tolist() == ["not_opened"]
    assert levels["people"].isna().all()
