"""Scores worked out anew from the raw rows of the table of answers, in pandas alone."""

from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import pandas as pd
from deltalake import DeltaTable

FEW, FEW_FOR_SPREAD, FEW_KOMMUNER = 3, 5, 3
BOTTOM, TOP = 1, 5


def raw_scores(answers: Path, *, survey_round: str, instrument: str) -> pd.DataFrame:
    """One row per kommune, dimension and aspect ("gap" too): mean, n, sd, at_an_end, alike.

    Nothing is withheld.
    """
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
    by_people = one.groupby(where).agg(["mean", "count", "std", "min", "max"])
    by_people.columns = pd.Index(["mean", "n", "sd", "lowest", "highest"])
    whole = (by_people["mean"] - by_people["mean"].round()).abs() < 1e-9
    squares = by_people["sd"] ** 2 * (by_people["n"] - 1)
    near = by_people["highest"] - by_people["lowest"] <= 0.5 + 1e-9
    by_people["alike"] = near | (whole & (squares <= 2 + 1e-9))
    given = rows[rows["respondent"].isna()].set_index(where)
    means = pd.DataFrame({"mean": given["score"], "n": given["n"], "sd": float("nan")})
    found = pd.concat([by_people, means]).astype(float).reset_index()
    room = found[["mean"]].sub(BOTTOM).join(TOP - found["mean"], rsuffix="_top").min(axis=1)
    found["at_an_end"] = (found["n"] * room <= 0.5 + 1e-9).astype(float)
    ways = found.pivot(
        index=["kommune", "dimension"], columns="aspect", values=["mean", "n", "at_an_end"]
    )
    gap = pd.DataFrame(
        {
            "mean": ways["mean", "target"] - ways["mean", "now"],
            "n": ways["n"].min(axis=1),
            "sd": float("nan"),
            "at_an_end": ways["at_an_end"].max(axis=1),
            "aspect": "gap",
        }
    ).reset_index()
    return pd.concat([found, gap], ignore_index=True).dropna(subset=["mean"])


def raw_group(scores: pd.DataFrame, members: frozenset[str], *, aspect: str) -> pd.Series:
    """The mean by dimension over the kommuner with answers enough, each counting once."""
    own = scores[
        scores["kommune"].isin(members) & (scores["aspect"] == aspect) & (scores["n"] >= FEW)
    ]
    own = own[own["at_an_end"] == 0]
    counted = own.groupby("dimension")["mean"].agg(["mean", "count"])
    return counted.loc[counted["count"] >= FEW_KOMMUNER, "mean"]


def comma(value: float) -> str:
    """A number as Norwegian writes it; what lies halfway goes to the even neighbour."""
    exact = Decimal(repr(round(float(value), 9))).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    return str(exact).replace(".", ",").replace("-", "−")
