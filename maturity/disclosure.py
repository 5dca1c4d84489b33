"""Withholding what small groups are owed: the number, its n and its spread go together."""

import pandas as pd

from maturity.settings import Thresholds

SPREAD = ["sd", "q1", "median", "q3"]


def suppress(frame: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """Withhold kommune scores behind too few respondents; adds `withheld`, the rule's name."""
    shown = frame.copy()
    shown["n"] = shown["n"].astype("Int64")
    few = shown["n"] < thresholds.min_respondents
    shown.loc[shown["n"] < thresholds.min_respondents_detail, SPREAD] = float("nan")
    shown["withheld"] = few.map({True: "min_respondents", False: None}).astype(object)
    shown.loc[few, "mean"] = float("nan")
    shown.loc[few, "n"] = pd.NA
    return shown


def suppress_groups(frame: pd.DataFrame, thresholds: Thresholds, *, own: int) -> pd.DataFrame:
    """Withhold group scores with fewer than the threshold of kommuner besides the viewer's own."""
    shown = frame.copy()
    shown["k"] = shown["k"].astype("Int64")
    few = shown["k"] - own < thresholds.min_kommuner
    shown["withheld"] = few.map({True: "min_kommuner", False: None}).astype(object)
    shown.loc[few, "mean"] = float("nan")
    shown.loc[few, "k"] = pd.NA
    return shown
