"""What a kommune and a group score, who took part, and what of it is withheld."""

import pandas as pd
import pytest

from maturity import queries
from tests.made_answers import viewer
from tests.queries.asking import ALL, FIRST, ask


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


def test_dimensions_asked_are_those_of_the_round(data: queries.Data) -> None:
    assert ask("dimensions_asked", data)["dimension"].tolist() == ["gen1", "gen2"]
    assert ask("dimensions_asked", data, survey_round="r2")["dimension"].tolist() == ["gen1"]


def test_spread_is_between_the_kommuner_that_may_be_shown(data: queries.Data) -> None:
    shown = ask("spread_between", data).set_index("dimension")
    found = shown.loc["gen1", ["k", "lowest", "q1", "median", "q3", "highest"]].tolist()
    assert found == [3, 2, 2.5, 3, 3.5, 4]
    assert shown.loc["gen2", "withheld"] == "min_kommuner"
    assert shown.loc["gen2", ["k", "lowest", "q1", "median", "q3", "highest"]].isna().all()


def test_codes_are_text_whether_oslo_has_answered_or_not(data: queries.Data) -> None:
    shown = queries.scores_by_kommune(data, viewer=viewer(*ALL), **FIRST)
    assert "0301" in set(shown["kommune"])
    assert all(isinstance(code, str) for code in shown["kommune"])
    answered = queries.participation(data, viewer=viewer(*ALL))
    assert {len(code) for code in answered["kommune"]} == {4}
