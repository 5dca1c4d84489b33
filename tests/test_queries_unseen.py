"""What is told of kommuner that are not seen by name: how many, and their scores without a name."""

from pathlib import Path

import pytest

from maturity import queries
from maturity.access import Viewer
from tests.made_answers import opened, people, take

FIRST = {"survey_round": "r1", "instrument": "modenhet-6gen", "aspect": "now"}
SCORES = {"1804": 2.0, "1806": 4.0, "1811": 3.0, "1812": 3.5, "1813": 2.54}
ALL = frozenset(SCORES) | {"1815", "1816"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> queries.Data:
    answers: Path = tmp_path_factory.mktemp("unseen") / "answers"
    rows = [row for code, mean in SCORES.items() for row in people("r1", code, [mean] * 3)]
    take(answers, [*rows, *people("r1", "1815", [5, 5])])  # too few
    return opened(answers)


def reader(*own: str, unnamed: bool = False, opened: tuple[str, ...] = ()) -> Viewer:
    return Viewer(
        role="executive",
        kommuner=frozenset(own),
        own=frozenset(own),
        opened=frozenset((it, "modenhet-6gen") for it in opened),
        others=ALL - frozenset(own),
        unnamed=unnamed,
    )


def test_how_many_count_is_told_to_whom_nobody_is_named_to(data):
    parts = {code: "A" if code < "1812" else "B" for code in ALL}
    found = queries.answering_by_part(data, viewer=reader(), parts=parts)
    assert found.to_dict("list") == {"survey_round": ["r1", "r1"], "part": ["A", "B"], "k": [3, 2]}


def test_others_have_scores_without_names_only_where_that_is_the_setting(data):
    members = ALL - {"1804"}
    own = {"data": data, "members": members, **FIRST}
    assert queries.scores_unnamed(viewer=reader("1804"), **own).empty
    told = queries.scores_unnamed(viewer=reader("1804", unnamed=True), **own)
    assert list(told) == ["dimension", "mean"]
    assert told["mean"].tolist() == [2.5, 3.0, 3.5, 4.0]


def test_no_fewer_than_three_stand_without_names(data):
    members = ALL - {"1804"}
    known = reader("1804", unnamed=True, opened=("1806", "1811"))
    assert queries.scores_unnamed(data, viewer=known, members=members, **FIRST).empty
    fewer = frozenset({"1806", "1811"})
    told = queries.scores_unnamed(data, viewer=reader(unnamed=True), members=fewer, **FIRST)
    assert told.empty


def test_whom_one_knows_by_name_may_all_be_shown(data):
    known = reader("1804", opened=("1806", "1811", "1812"))
    told = queries.scores_unnamed(data, viewer=known, members=ALL - {"1804"}, **FIRST)
    assert told["mean"].tolist() == [3.0, 3.5, 4.0]


def test_why_a_spread_is_missing_is_told_with_the_score(data):
    see = reader("1804", opened=("1806",))
    shown = queries.scores_by_kommune(data, viewer=see, **FIRST).set_index("kommune")
    assert shown["no_spread"].to_dict() == {
        "1804": "min_respondents_detail",
        "1806": "not_opened",
    }
