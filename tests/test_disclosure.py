"""What small groups are owed: the number, its n and its spread go together."""

import pandas as pd
import pytest

from maturity.disclosure import SPREAD, suppress, suppress_groups, why_no_spread
from maturity.settings import Thresholds

LIMITS = Thresholds(min_respondents=3, min_respondents_detail=5, min_kommuner=3)


def scores(*counts: int) -> pd.DataFrame:
    return pd.DataFrame({"n": counts, "mean": 3.0} | dict.fromkeys(SPREAD, 1.0))


@pytest.mark.parametrize(("n", "mean", "spread"), [
    (1, False, False), (2, False, False), (3, True, False), (4, True, False), (5, True, True),
])  # fmt: skip
def test_each_threshold_is_the_first_that_may(n: int, mean: bool, spread: bool) -> None:
    (row,) = suppress(scores(n), LIMITS).to_dict("records")
    assert pd.notna(row["mean"]) == pd.notna(row["n"]) == mean
    assert {pd.notna(row[column]) for column in SPREAD} == {spread}
    assert row["withheld"] == (None if mean else "min_respondents")


def test_raised_thresholds_hold() -> None:
    limits = Thresholds(min_respondents=4, min_respondents_detail=6)
    shown = suppress(scores(3, 4, 5, 6), limits)
    assert shown["mean"].notna().tolist() == [False, True, True, True]
    assert shown["sd"].notna().tolist() == [False, False, False, True]


def test_what_came_in_is_left_as_it_was() -> None:
    given = scores(1, 9)
    suppress(given, LIMITS)
    assert given.equals(scores(1, 9))


def test_counts_alone_are_withheld_too() -> None:
    shown = suppress(pd.DataFrame({"n": [2, 3]}), LIMITS)
    assert shown["n"].isna().tolist() == [True, False]
    assert list(shown) == ["n", "withheld"]


def test_nothing_in_gives_nothing_out() -> None:
    assert list(suppress(scores(), LIMITS)) == ["n", "mean", *SPREAD, "withheld"]


@pytest.mark.parametrize(
    ("k", "own", "may"), [(2, 0, False), (3, 0, True), (3, 1, False), (4, 1, True)]
)
def test_a_group_needs_others_besides_ones_own(k: int, own: int, may: bool) -> None:
    counting = [str(code) for code in range(k)]
    frame = pd.DataFrame({"mean": [3.0], "k": [k], "counting": [counting]})
    everyone = set(counting)
    shown = suppress_groups(frame, LIMITS, known=everyone, own=set(counting[:own]))
    (row,) = shown.to_dict("records")
    assert pd.notna(row["mean"]) == pd.notna(row["k"]) == may
    assert row["withheld"] == (None if may else "min_kommuner")


def test_every_score_of_a_small_group_goes() -> None:
    few = {"1804", "1806"}
    frame = pd.DataFrame({"earlier": [2.0], "later": [3.0], "k": [2], "counting": [sorted(few)]})
    shown = suppress_groups(frame, LIMITS, known=few, own=set(), scores=("earlier", "later"))
    assert "counting" not in shown
    assert shown[["earlier", "later", "k"]].isna().all().all()


@pytest.mark.parametrize(
    ("known", "may"), [(0, True), (1, True), (2, False), (3, False), (4, True)]
)
def test_a_group_hides_nobody_or_enough(known: int, may: bool) -> None:
    counting = ["a", "b", "c", "d"]
    frame = pd.DataFrame({"mean": [3.0], "k": [4], "counting": [counting]})
    shown = suppress_groups(frame, LIMITS, known=set(counting[:known]), own=set())
    assert shown["withheld"].tolist() == [None if may else "min_kommuner"]


def test_what_gives_another_away_is_withheld_and_says_so() -> None:
    frame = pd.DataFrame(
        {
            "dimension": ["x", "y", "z"],
            "mean": [3.0] * 3,
            "k": [5] * 3,
            "counting": [list("abcde")] * 3,
        }
    )
    shown = suppress_groups(frame, LIMITS, known=set(), own=set(), told={"x": True, "y": False})
    assert shown["withheld"].tolist() == [None, "subtraction", "subtraction"]
    assert shown["mean"].isna().tolist() == shown["k"].isna().tolist() == [False, True, True]


def test_a_spread_that_is_missing_has_its_reason():
    shown = pd.DataFrame(
        {
            "kommune": ["1", "2", "3", "4", "5", "6"],
            "n": [8, 8, 4, 8, None, 8],
            "sd": [0.5, None, None, None, None, None],
            "withheld": [None, None, None, None, "min_respondents", None],
        }
    ).astype({"n": "Int64"})
    alike = shown["kommune"].isin(["4", "6"])
    found = why_no_spread(shown, ("sd",), LIMITS, whole={"1", "2", "3", "5", "6"}, alike=alike)
    assert found.tolist() == [
        None, "only_means", "min_respondents_detail", "not_opened", None, "alike",
    ]  # fmt: skip
