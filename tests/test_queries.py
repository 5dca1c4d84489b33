"""What each query answers, what it withholds, and that a viewer sees no more than theirs."""

import inspect
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from maturity import queries
from maturity.settings import ROOT
from tests.made_answers import Row, opened, people, row, take, viewer

FIRST = {"survey_round": "r1", "instrument": "modenhet-6gen", "aspect": "now"}
CHANGE = {"earlier": "r1", "later": "r2", "instrument": "modenhet-6gen", "aspect": "now"}
NAMES = sorted(path.stem for path in (ROOT / "queries").glob("[!_]*.sql"))
OF_ONE_VERSION = [it for it in NAMES if it != "answers_changed"]  # of two: tests/test_versions.py
ROWS = [
    *people("r1", "0301", [1, 2, 3, 4, 5]),
    *people("r1", "1804", [2, 2, 2, 2]),
    *people("r1", "1806", [4, 4, 4]),
    *people("r1", "1811", [5, 5]),  # too few
    *people("r1", "1812", [3, 3, 3], item="gen2-1", dimension="gen2"),
    *people("r2", "0301", [4, 4, 4]),
    *people("r2", "1804", [4, 4, 4]),
    *people("r2", "1806", [5, 5]),  # too few the second time
    *people("r2", "1811", [1, 1, 1]),  # too few the first time
    *people("r2", "1812", [5, 5, 5]),
    *people("r2", "1813", [5, 5, 5]),  # only the second time
]
WROTE = {"kind": "barrier", "instrument": None, "dimension": None, "item": None, "aspect": None}
ROWS += [
    row("r1", kommune, respondent=f"{kommune}-{who}", score=None, text=text, themes=themes, **WROTE)
    for kommune, who, text, themes in [
        ("0301", 0, "Vi har lite tid", ["Tid", "Penger"]),
        ("0301", 1, "Lite PENGER og tid", ["Tid"]),
        ("0301", 2, None, ["Tid"]),
        ("0301", 3, "Ål er en fisk", []),
        ("1804", 0, "Bare fire har svart her", ["Tid"]),
    ]
]
ROWS.sort(key=lambda it: it["survey_round"])
DAYS = (date(2024, 1, 1), date(2024, 4, 1), date(2024, 7, 1))
ALL = ("0301", "1804", "1806", "1811", "1812", "1813")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> queries.Data:
    answers = tmp_path_factory.mktemp("made") / "answers"
    take(answers, ROWS)
    return opened(answers)


def ask(name: str, data: queries.Data, **given: Any) -> pd.DataFrame:
    """Ask a query by its name, with something for each of its parameters."""
    function: Callable[..., pd.DataFrame] = getattr(queries, name)
    usual = {
        **FIRST,
        **CHANGE,
        "members": frozenset(ALL),
        "among": frozenset(ALL),
        "kommune": "0301",
        "parts": dict.fromkeys(ALL, "all"),
        "kind": "barrier",
        "survey_rounds": ("r1", "r2"),
        "theme": None,
        "words": (),
        "most": 10,
        "viewer": viewer(*ALL),
    }
    asked = set(inspect.signature(function).parameters) - {"data"}
    return function(data, **{key: {**usual, **given}[key] for key in asked})


def test_a_withheld_kommune_is_withheld_with_its_n_and_spread(data: queries.Data) -> None:
    shown = queries.scores_by_kommune(data, viewer=viewer(*ALL), **FIRST)
    shown = shown[shown["dimension"] == "gen1"].set_index("kommune")
    assert shown.loc["1811", "withheld"] == "min_respondents"
    assert shown.loc["1811", ["mean", "n", "sd", "q1", "median", "q3"]].isna().all()
    assert shown.loc["1806", ["mean", "n"]].tolist() == [4, 3]
    assert shown.loc["1804", ["sd", "q1", "median", "q3"]].isna().all()  # four are too few for it
    assert shown.loc["0301", ["mean", "n", "q1", "median", "q3"]].tolist() == [3, 5, 2, 3, 4]
    assert shown.loc["0301", "withheld"] is None


def test_participation_withholds_small_counts(data: queries.Data) -> None:
    shown = queries.participation(data, viewer=viewer(*ALL))
    of = shown.set_index(["survey_round", "kommune"])
    assert list(shown) == ["survey_round", "module", "phase", "kommune", "n", "withheld"]
    assert of.loc[("r1", "0301"), "n"] == 5
    assert pd.isna(of.loc[("r1", "1811"), "n"])
    assert of.loc[("r1", "1811"), "withheld"] == "min_respondents"
    assert ("r1", "1813") not in of.index  # nobody there has answered: no row, not zero
    assert len(of) == 11


def test_rounds_count_the_kommuner_that_may_be_shown(data: queries.Data) -> None:
    shown = queries.rounds(data, viewer=viewer(*ALL)).set_index("survey_round")
    assert shown["k"].to_dict() == {"r1": 4, "r2": 5}
    assert shown["invented"].all()


def test_a_group_counts_each_kommune_once_and_leaves_the_withheld_out(data: queries.Data) -> None:
    shown = ask("scores_by_group", data).set_index("dimension")
    assert shown.loc["gen1", "mean"] == pytest.approx((3 + 2 + 4) / 3)
    assert shown.loc["gen1", "k"] == 3
    assert shown.loc["gen2", "withheld"] == "min_kommuner"
    assert shown.loc["gen2", ["mean", "k"]].isna().all()


@pytest.mark.parametrize(
    ("members", "own", "may"),
    [
        (["0301", "1804", "1806"], [], True),
        (["0301", "1804", "1806"], ["1804"], False),  # two others, and one's own is known
        (["0301", "1804", "1811"], [], False),  # the third is withheld itself
        (["0301", "1804"], [], False),
    ],
)
def test_a_group_needs_three_kommuner_besides_ones_own(
    data: queries.Data, members: list[str], own: list[str], may: bool
) -> None:
    reader = viewer(*ALL, own=own)
    shown = ask("scores_by_group", data, viewer=reader, members=frozenset(members))
    first = shown.set_index("dimension").loc["gen1"]
    assert pd.notna(first["mean"]) == pd.notna(first["k"]) == may
    assert first["withheld"] == (None if may else "min_kommuner")


def test_change_is_over_the_kommuner_shown_both_times(tmp_path: Path) -> None:
    rows = [
        *people("r1", "0301", [2, 1, 2]),
        *people("r1", "1804", [2, 2, 2]),
        *people("r1", "1806", [3, 3, 3]),
        *people("r1", "1811", [4, 4, 4]),
        *people("r1", "1812", [5, 5]),
        *people("r2", "0301", [2, 2, 2]),
        *people("r2", "1804", [3, 3, 3]),
        *people("r2", "1806", [4, 4, 4]),
        *people("r2", "1811", [1, 1]),
        *people("r2", "1812", [2, 2, 2]),
        *people("r2", "1813", [2, 2, 2]),
    ]
    take(tmp_path / "answers", rows)
    shown = ask("changes_by_group", opened(tmp_path / "answers"))
    assert shown[["dimension", "k"]].to_numpy().tolist() == [["gen1", 3]]
    assert shown["earlier"].tolist() == pytest.approx([20 / 9])
    assert shown["later"].tolist() == pytest.approx([3])


def test_change_over_two_kommuner_is_withheld(data: queries.Data) -> None:
    (row,) = ask("changes_by_group", data).to_dict("records")  # 0301 and 1804
    assert row["withheld"] == "min_kommuner"
    assert all(pd.isna(row[column]) for column in ("earlier", "later", "k"))


def test_dimensions_asked_are_those_of_the_round(data: queries.Data) -> None:
    assert ask("dimensions_asked", data)["dimension"].tolist() == ["gen1", "gen2"]
    assert ask("dimensions_asked", data, survey_round="r2")["dimension"].tolist() == ["gen1"]


def test_people_are_counted_by_level_where_five_or_more_answered(data: queries.Data) -> None:
    shown = ask("answers_by_level", data)
    assert shown[["level", "people"]].to_numpy().tolist() == [[level, 1] for level in range(1, 6)]
    assert set(shown["n"]) == {5}
    for kommune, why in (("1804", "min_respondents_detail"), ("1811", "min_respondents")):
        row, *_blank = ask("answers_by_level", data, kommune=kommune).to_dict("records")
        assert row["withheld"] == why
        assert all(pd.isna(row[column]) for column in ("level", "people", "n"))


def test_a_source_of_means_has_no_people_to_count(tmp_path: Path) -> None:
    take(tmp_path / "answers", [row("r1", "0301", item=None, n=7)])
    (found,) = ask("answers_by_level", opened(tmp_path / "answers")).to_dict("records")
    assert found["withheld"] == "only_means"
    assert found["n"] == 7
    items = ask("items_asked", opened(tmp_path / "answers"))
    assert items.to_numpy().tolist() == [["gen1", ()]]


def test_people_stand_at_the_nearest_level_and_half_is_rounded_up(tmp_path: Path) -> None:
    scores = [("a", 2, 3), ("b", 2, 2), ("c", 4, 5), ("d", 1, 1), ("e", 5, 5)]
    rows = [
        row("r1", "0301", respondent=who, item=f"gen1-{place}", score=score)
        for who, *own in scores
        for place, score in enumerate(own)
    ]
    take(tmp_path / "answers", rows)
    shown = ask("answers_by_level", opened(tmp_path / "answers"))
    assert dict(zip(shown["level"], shown["people"], strict=True)) == {1: 1, 2: 1, 3: 1, 5: 2}
    items = ask("items_asked", opened(tmp_path / "answers"))
    assert items.to_numpy().tolist() == [["gen1", ("gen1-0", "gen1-1")]]


def test_spread_is_between_the_kommuner_that_may_be_shown(data: queries.Data) -> None:
    shown = ask("spread_between", data).set_index("dimension")
    found = shown.loc["gen1", ["k", "lowest", "q1", "median", "q3", "highest"]].tolist()
    assert found == [3, 2, 2.5, 3, 3.5, 4]
    assert shown.loc["gen2", "withheld"] == "min_kommuner"
    assert shown.loc["gen2", ["k", "lowest", "q1", "median", "q3", "highest"]].isna().all()


def test_a_kommunes_change_needs_enough_people_both_times(data: queries.Data) -> None:
    shown = ask("changes_by_kommune", data).set_index("kommune")
    assert shown.loc["0301", ["earlier", "later", "n_earlier", "n_later"]].tolist() == [3, 4, 5, 3]
    assert pd.isna(shown.loc["0301", "sd_later"])
    for code in ("1806", "1811"):
        own = shown.loc[code]
        assert own["withheld"] == "min_respondents"
        assert own.drop(["withheld", "dimension"]).isna().all()


@pytest.mark.parametrize(
    ("first", "second", "withheld"),
    [
        ("abcde", "abcde", None),
        ("abcde", "abcdefgh", None),  # three came
        ("abcdefgh", "abcde", None),  # three left
        ("abcde", "abcdef", "few_moved"),  # the one who came would be told
        ("abcde", "abcd", "few_moved"),
        ("abcde", "abxyz", "min_respondents"),  # two the same
        ("ab", "abcde", "min_respondents"),
    ],
)
def test_the_same_people_are_told_apart_unless_that_tells_of_few(
    tmp_path: Path, first: str, second: str, withheld: str | None
) -> None:
    score = {who: 2.0 + place % 2 for place, who in enumerate("abcdefghxyz")}
    rows = [row("r1", "0301", respondent=who, score=score[who]) for who in first]
    rows += [row("r2", "0301", respondent=who, score=score[who] + 1) for who in second]
    take(tmp_path / "answers", rows)
    (found,) = ask("same_people", opened(tmp_path / "answers")).to_dict("records")
    assert found["withheld"] == withheld
    numbers = [found[name] for name in ("n", "earlier", "later", "left", "joined")]
    if withheld:
        assert all(pd.isna(number) for number in numbers)
    else:
        both = set(first) & set(second)
        before = sum(score[who] for who in both) / len(both)
        expected = [len(both), before, before + 1, len(set(first) - both), len(set(second) - both)]
        assert numbers == pytest.approx(expected)


@pytest.mark.parametrize(
    ("joined", "withheld"),
    [((2, 2, 2), "alike"), ((5, 5, 4.5), "at_an_end"), ((2, 3, 2), None)],
)
def test_the_same_people_are_not_told_apart_where_that_tells_what_each_of_the_others_answered(
    tmp_path: Path, joined: tuple[float, ...], withheld: str | None
) -> None:
    rows = [*people("r1", "0301", [2, 3, 4, 4]), *people("r2", "0301", [2, 3, 4, 4, *joined])]
    take(tmp_path / "answers", rows)
    (found,) = ask("same_people", opened(tmp_path / "answers")).to_dict("records")
    assert found["withheld"] == withheld
    assert pd.isna(found["later"]) == pd.isna(found["joined"]) == bool(withheld)


@pytest.mark.parametrize("ends", [(1, 1, 1), (5, 5, 5, 5, 5, 4.5), (1, 1, 1, 1.5, 1)])
def test_a_mean_at_an_end_of_the_scale_is_told_nowhere(
    tmp_path: Path, ends: tuple[float, ...]
) -> None:
    others = [people("r1", kommune, [2, 3, 4]) for kommune in ALL[1:]]
    goals = people("r1", "0301", [3] * len(ends), aspect="target")
    rows = [*people("r1", "0301", ends), *goals, *(it for own in others for it in own)]
    data = (take(tmp_path / "answers", rows), opened(tmp_path / "answers"))[1]
    for aspect in ("now", "gap"):
        own = ask("scores_by_kommune", data, aspect=aspect).set_index("kommune").loc["0301"]
        assert own["withheld"] == "at_an_end"
        assert own[["mean", "n", "sd", "q1", "median", "q3"]].isna().all()
    assert ask("scores_by_group", data)["k"].tolist() == [len(ALL) - 1]
    (levels,) = ask("answers_by_level", data).to_dict("records")
    assert levels["withheld"] == "at_an_end"
    assert all(pd.isna(levels[column]) for column in ("level", "people", "n"))


@pytest.mark.parametrize(
    ("answered", "told"),
    [
        ((3, 3, 3, 3, 3), False),
        ((3, 3, 3, 2, 4), False),  # else nobody but those who all say 3 would be withheld
        ((3, 3, 3, 3, 4), True),
        ((3.5, 3.5, 3.4, 3.2, 3), False),
        ((3, 3, 3, 3, 3.6), True),
    ],
)
def test_answers_that_are_alike_have_a_mean_and_no_spread(
    tmp_path: Path, answered: tuple[float, ...], told: bool
) -> None:
    take(tmp_path / "answers", people("r1", "0301", answered))
    data = opened(tmp_path / "answers")
    (own,) = ask("scores_by_kommune", data).to_dict("records")
    assert pd.notna(own["mean"])
    assert [pd.notna(own[name]) for name in ("sd", "q1", "median", "q3")] == [told] * 4
    levels = ask("answers_by_level", data)
    assert levels["people"].notna().all() == told
    assert set(levels["withheld"]) == ({None} if told else {"alike"})


def test_rounds_are_set_beside_the_one_before_them(tmp_path: Path) -> None:
    days = {"r1": date(2024, 3, 1), "r2": date(2024, 1, 1), "r3": date(2024, 2, 1)}
    rows = [
        row(code, "0301", respondent=who, answered_at=day)
        for code, day in days.items()
        for who in "abc"
    ]
    take(tmp_path / "answers", rows)
    data = opened(tmp_path / "answers")
    pairs = [("r2", "r3"), ("r3", "r1"), ("r2", "r1")]
    found = [len(ask("same_people", data, earlier=a, later=b)) for a, b in pairs]
    assert found == [1, 1, 0]


@pytest.mark.parametrize(
    ("rounds", "told"),
    [
        (("abcdpqs", "abcdefg", "abcxyz"), [True, False]),  # d: the four twice without the three
        (("abcd", "abcdefg", "abc"), [True, False]),
        (("abcdefg", "abcdefg", "abcd"), [True, True]),  # who came before is everybody
        (("abcdef", "abcdefghi", "abcghi"), [True, True]),  # three in each part
        (("abc", "abcdefg", "abcdefg"), [True, True]),
    ],
)
def test_over_three_rounds_nobody_is_left_between_who_came_and_who_stays(
    tmp_path: Path, rounds: tuple[str, ...], told: list[bool]
) -> None:
    rows = [
        row(f"r{at}", "0301", respondent=who, score=2.0 + (ord(who) + at) % 3, answered_at=day)
        for at, (people_of, day) in enumerate(zip(rounds, DAYS, strict=True))
        for who in people_of
    ]
    take(tmp_path / "answers", rows)
    data = opened(tmp_path / "answers")
    found = [
        ask("same_people", data, earlier=f"r{at}", later=f"r{at + 1}")["withheld"].isna().all()
        for at in (0, 1)
    ]
    assert found == told


def test_themes_are_counted_by_people_and_withheld_below_five(data: queries.Data) -> None:
    shown = ask("themes_by_kommune", data)
    own = shown[shown["kommune"] == "0301"].set_index("theme")
    assert own["people"].to_dict() == {"Tid": 3, "Penger": 1, None: 1}
    assert set(own["n"]) == {5}
    (few,) = shown[shown["kommune"] == "1804"].to_dict("records")
    assert few["withheld"] == "min_respondents_detail"
    assert few["theme"] is None
    assert pd.isna(few["people"])
    assert pd.isna(few["n"])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"Vi har lite tid", "Lite PENGER og tid", "Ål er en fisk"}),
        ({"words": ("tid", "penger")}, {"Lite PENGER og tid"}),
        ({"words": ("ål",)}, {"Ål er en fisk"}),
        ({"words": ("%",)}, set()),
        ({"theme": "Penger"}, {"Vi har lite tid"}),
        ({"survey_rounds": ("r2",)}, set()),
        ({"among": frozenset({"1804"})}, set()),
        ({"kind": "opportunity"}, set()),
    ],
)
def test_comments_are_found_by_all_their_words_and_never_below_five(
    data: queries.Data, asked: dict[str, Any], found: set[str]
) -> None:
    shown = ask("comments", data, **asked)
    assert set(shown["text"]) == found
    assert set(shown["found"]) <= {len(found)}
    assert list(shown) == ["survey_round", "module", "kommune", "text", "themes", "found"]
    assert len(ask("comments", data, **asked, most=1)) == min(1, len(found))


@pytest.mark.parametrize("name", OF_ONE_VERSION)
def test_a_viewer_of_nothing_gets_nothing(data: queries.Data, name: str) -> None:
    assert len(ask(name, data))
    assert ask(name, data, viewer=viewer()).empty


@pytest.mark.parametrize("name", NAMES)
def test_a_query_cannot_be_asked_without_a_viewer(data: queries.Data, name: str) -> None:
    with pytest.raises(TypeError, match="viewer"):
        getattr(queries, name)(data)


def test_a_viewer_of_one_kommune_gets_that_one(data: queries.Data) -> None:
    for name in ("scores_by_kommune", "participation"):
        assert set(ask(name, data, viewer=viewer("1804"))["kommune"]) == {"1804"}
    assert ask("scores_by_group", data, viewer=viewer("1804"))["mean"].isna().all()
    assert set(ask("rounds", data, viewer=viewer("1804"))["k"]) == {1}


@pytest.mark.parametrize("name", OF_ONE_VERSION)
def test_real_answers_are_hidden_from_who_may_see_invented_only(name: str, tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    take(answers, ROWS)
    wrote = {**WROTE, "respondent": "0301-0", "score": None, "text": "Ekte", "themes": ["Tid"]}
    real: list[Row] = [
        *people("r1", "1804", [2, 2, 2], invented=False),
        *people("r1", "0301", [2, 2, 2, 2, 2], invented=False),
        row("r1", "0301", **wrote, invented=False),
        *people("r1", "1806", [2, 2, 2], invented=False),
        *people("r2", "1804", [2, 2, 2], invented=False),
        *people("r2", "0301", [2, 2, 2], invented=False),
        *people("r2", "1806", [2, 2, 2], invented=False),
    ]
    take(answers, real)
    data = opened(answers)
    assert not data.all_invented
    assert ask(name, data).empty
    assert len(ask(name, data, viewer=viewer(*ALL, invented_only=False)))


@pytest.mark.parametrize("name", NAMES)
def test_sql_reaches_scores_only_through_the_viewer(name: str) -> None:
    sql = (ROOT / "queries" / f"{name}.sql").read_text("utf-8")
    tables = re.findall(r"\b(?:from|join)\s+([^\s(][^\s]*(?:\s\$\w+,?)*)", sql.partition("\n")[2])
    assert tables
    visible = re.compile(
        r"(visible_\w+\(\$kommuner, (\$opened, )?|counted_\w+\(\$counted, )\$invented_only"
    )
    assert all(visible.match(it) for it in tables)


def test_codes_are_text_whether_oslo_has_answered_or_not(data: queries.Data) -> None:
    shown = queries.scores_by_kommune(data, viewer=viewer(*ALL), **FIRST)
    assert "0301" in set(shown["kommune"])
    assert all(isinstance(code, str) for code in shown["kommune"])
    answered = queries.participation(data, viewer=viewer(*ALL))
    assert {len(code) for code in answered["kommune"]} == {4}
