"""Scores worked out anew from the raw rows of the table of answers, in pandas alone."""

from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import pandas as pd
from deltalake import DeltaTable

FEW, FEW_FOR_SPREAD, FEW_KOMMUNER = 3, 5, 3


def raw_scores(answers: Path, *, survey_round: str, instrument: str) -> pd.DataFrame:
    """One row per kommune, dimension and aspect ("gap" too): mean, n, sd; nothing withheld."""
    rows = DeltaTable(answers).to_pandas()
    rows = rows[
        (rows["kind"] == "score")
        & (rows["survey_round"] == survey_round)
        & (rows["instrument"] == instrument)
    ]
    where = ["kommune", "dimension", "aspect"]
    people = rows[rows["respondent"].notna()]
    one = people.groupby([*where, "respondent"])["score"].agg(["mean", "count", "size"])
    one = one[one["count"] * 2 >= one["size"]]["mean"]
    by_people = one.groupby(where).agg(["mean", "count", "std"])
    by_people.columns = pd.Index(["mean", "n", "sd"])
    given = rows[rows["respondent"].isna()].set_index(where)
    means = pd.DataFrame({"mean": given["score"], "n": given["n"], "sd": float("nan")})
    found = pd.concat([by_people, means]).astype(float).reset_index()
    ways = found.pivot(index=["kommune", "dimension"], columns="aspect", values=["mean", "n"])
    gap = pd.DataFrame(
        {
            "mean": ways["mean", "target"] - ways["mean", "now"],
            "n": ways["n"].min(axis=1),
            "sd": float("nan"),
            "aspect": "gap",
        }
    ).reset_index()
    return pd.concat([found, gap], ignore_index=True).dropna(subset=["mean"])


def raw_group(scores: pd.DataFrame, members: frozenset[str], *, aspect: str) -> pd.Series:
    """The mean by dimension over the kommuner with answers enough, each counting once."""
    own = scores[
        scores["kommune"].isin(members) & (scores["aspect"] == aspect) & (scores["n"] >= FEW)
    ]
    counted = own.groupby("dimension")["mean"].agg(["mean", "count"])
    return counted.loc[counted["count"] >= FEW_KOMMUNER, "mean"]


def comma(value: float) -> str:
    """A number as Norwegian writes it; what lies halfway goes to the even neighbour."""
    exact = Decimal(repr(round(float(value), 9))).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    return str(exact).replace(".", ",").replace("-", "−")
