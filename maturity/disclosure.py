"""Withholding what small groups are owed: the number, its n and its spread go together."""

from collections.abc import Sequence

import pandas as pd

from maturity.settings import Thresholds

SPREAD = ["sd", "q1", "median", "q3"]


def suppress(frame: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """Withhold what is behind too few respondents; adds `withheld`, the rule's name.

    `frame` has `n`, and may have `mean` and the columns of the spread.
    """
    shown = frame.copy()
    shown["n"] = shown["n"].astype("Int64")
    few = shown["n"] < thresholds.min_respondents
    for column in shown.columns.intersection(SPREAD):
        shown.loc[shown["n"] < thresholds.min_respondents_detail, column] = float("nan")
    shown["withheld"] = _rule(few, "min_respondents")
    if "mean" in shown:
        shown.loc[few, "mean"] = float("nan")
    shown.loc[few, "n"] = pd.NA
    return shown


def suppress_groups(
    frame: pd.DataFrame, thresholds: Thresholds, *, own: int, scores: Sequence[str] = ("mean",)
) -> pd.DataFrame:
    """Withhold the scores of groups with too few kommuner (`k`) besides the viewer's `own`."""
    shown = frame.copy()
    shown["k"] = shown["k"].astype("Int64")
    few = shown["k"] - own < thresholds.min_kommuner
    shown["withheld"] = _rule(few, "min_kommuner")
    shown.loc[few, list(scores)] = float("nan")
    shown.loc[few, "k"] = pd.NA
    return shown


def _rule(few: pd.Series, name: str) -> pd.Series:
    """Name the rule where it withholds, and None elsewhere; pandas' own ways would make it NaN."""
    return pd.Series([name if it else None for it in few], index=few.index, dtype=object)
