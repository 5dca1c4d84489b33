"""What each query answers, what it withholds, and that a viewer sees no more than theirs."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from maturity import queries
from maturity.settings import ROOT
from tests.made_answers import Row, opened, people, take, viewer

FIRST = {"survey_round": "r1", "instrument": "modenhet-6gen", "aspect": "now"}
CHANGE = {"earlier": "r1", "later": "r2", "instrument": "modenhet-6gen", "aspect": "now"}
NAMES = sorted(path.stem for path in (ROOT / "queries").glob("[!_]*.sql"))
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
ALL = ("0301", "1804", "1806", "1811", "1812", "1813")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> queries.Data:
    answers = tmp_path_factory.mktemp("made") / "answers"
    take(answers, ROWS)
    return opened(answers)


def ask(name: str, data: queries.Data, **given: Any) -> pd.DataFrame:
    """Ask a query by its name, with something for each of its parameters."""
    function: Callable[..., pd.DataFrame] = getattr(queries, name)
    usual = {**FIRST, **CHANGE, "members": frozenset(ALL), "viewer": viewer(*ALL)}
    asked = set(inspect.signature(function).parameters) - {"data"}
    return function(data, **{key: {**usual, **given}[key] for key in asked})


def test_a_withheld_kommune_is_withheld_with_its_n_and_spread(data: queries.Data) -> None:
    shown = queries.scores_by_kommune(data, viewer=viewer(*ALL), **FIRST).set_index("kommune")
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
        *people("r1", "0301", [1, 1, 1]),
        *people("r1", "1804", [2, 2, 2]),
        *people("r1", "1806", [3, 3, 3]),
        *people("r1", "1811", [5, 5, 5]),
        *people("r1", "1812", [5, 5]),
        *people("r2", "0301", [2, 2, 2]),
        *people("r2", "1804", [3, 3, 3]),
        *people("r2", "1806", [5, 5, 5]),
        *people("r2", "1811", [1, 1]),
        *people("r2", "1812", [1, 1, 1]),
        *people("r2", "1813", [1, 1, 1]),
    ]
    take(tmp_path / "answers", rows)
    shown = ask("changes_by_group", opened(tmp_path / "answers"))
    assert shown[["dimension", "k"]].to_numpy().tolist() == [["gen1", 3]]
    assert shown["earlier"].tolist() == pytest.approx([2])
    assert shown["later"].tolist() == pytest.approx([10 / 3])


def test_change_over_two_kommuner_is_withheld(data: queries.Data) -> None:
    (row,) = ask("changes_by_group", data).to_dict("records")  # 0301 and 1804
    assert row["withheld"] == "min_kommuner"
    assert all(pd.isna(row[column]) for column in ("earlier", "later", "k"))


def test_dimensions_asked_are_those_of_the_round(data: queries.Data) -> None:
    assert ask("dimensions_asked", data)["dimension"].tolist() == ["gen1", "gen2"]
    assert ask("dimensions_asked", data, survey_round="r2")["dimension"].tolist() == ["gen1"]


@pytest.mark.parametrize("name", NAMES)
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


@pytest.mark.parametrize("name", NAMES)
def test_real_answers_are_hidden_from_who_may_see_invented_only(name: str, tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    take(answers, ROWS)
    real: list[Row] = [
        *people("r1", "1804", [1, 1, 1], invented=False),
        *people("r1", "0301", [1, 1, 1], invented=False),
        *people("r1", "1806", [1, 1, 1], invented=False),
        *people("r2", "1804", [1, 1, 1], invented=False),
        *people("r2", "0301", [1, 1, 1], invented=False),
        *people("r2", "1806", [1, 1, 1], invented=False),
    ]
    take(answers, real)
    data = opened(answers)
    assert not data.all_invented
    assert ask(name, data).empty
    assert len(ask(name, data, viewer=viewer(*ALL, invented_only=False)))


@pytest.mark.parametrize("name", NAMES)
def test_sql_reaches_scores_only_through_the_viewer(name: str) -> None:
    sql = (ROOT / "queries" / f"{name}.sql").read_text("utf-8")
    tables = re.findall(r"\b(?:from|join)\s+([^\s]+\s?[^\s]*)", sql)
    assert tables
    assert all(it.startswith("visible_score($kommuner, $invented_only)") for it in tables)


def test_codes_are_text_whether_oslo_has_answered_or_not(data: queries.Data) -> None:
    shown = queries.scores_by_kommune(data, viewer=viewer(*ALL), **FIRST)
    assert "0301" in set(shown["kommune"])
    assert all(isinstance(code, str) for code in shown["kommune"])
    answered = queries.participation(data, viewer=viewer(*ALL))
    assert {len(code) for code in answered["kommune"]} == {4}
