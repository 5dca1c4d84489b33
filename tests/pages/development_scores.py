"""What Utvikling is made of, worked out in pandas from the raw answers, and as it is written."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
from deltalake import DeltaTable

ROUNDS = [
    "organisasjon-forarbeid",
    "ledelse-forarbeid",
    "strategi-forarbeid",
    "teknologi-forarbeid",
]
FIRST = {"fra": ROUNDS[0], "til": ROUNDS[1]}  # the only two whose people can be followed


@cache
def raw(answers: Path) -> pd.DataFrame:
    frame = DeltaTable(str(answers)).to_pandas()
    return frame[frame["kind"] == "score"]


def people(answers: Path, instrument: str, aspect: str = "now") -> pd.DataFrame:
    """One row per person, dimension and survey round with at least half of the items answered."""
    frame = raw(answers)
    own = frame[(frame["instrument"] == instrument) & (frame["aspect"] == aspect)]
    keys = ["survey_round", "kommune", "dimension", "respondent"]
    each = own[own["respondent"].notna()].groupby(keys)["score"].agg(["mean", "count", "size"])
    return each[each["count"] * 2 >= each["size"]]["mean"].rename("score").reset_index()


def scores(answers: Path, instrument: str, aspect: str = "now") -> pd.DataFrame:
    """Mean, n and sd by survey round, kommune and dimension; withheld below three answers."""
    keys = ["survey_round", "kommune", "dimension"]
    each = people(answers, instrument, aspect).groupby(keys)["score"]
    found = each.agg(mean="mean", n="size", sd="std")
    frame = raw(answers)
    own = frame[(frame["instrument"] == instrument) & (frame["aspect"] == aspect)]
    means = own[own["respondent"].isna()].set_index(keys)[["score", "n"]]
    means = means.rename(columns={"score": "mean"}).assign(sd=np.nan)
    return pd.concat([found, means]).astype(float)


def both(
    answers: Path, earlier: str, later: str, instrument: str, aspect: str = "now"
) -> pd.DataFrame:
    """The kommuner with at least three answers both times, by kommune and dimension.

    None that stands so near an end of the scale that everybody's answer would follow.
    """
    found = scores(answers, instrument, aspect)
    found = found[found["n"] >= 3]
    room = np.minimum(found["mean"] - 1, 5 - found["mean"])
    found = found[found["n"] * room > 0.5 + 1e-9]
    return found.loc[earlier].add_suffix("_a").join(found.loc[later].add_suffix("_b"), how="inner")


def tells(*parts: pd.Series) -> bool:
    """Whether the people of a part would be told by their mean: near each other, or an end."""
    spans = [part.max() - part.min() for part in parts]
    ends = [min((part - 1).sum(), (5 - part).sum()) for part in parts]
    return min([*spans, *ends]) <= 0.5 + 1e-9


def said(value: float, digits: int = 1) -> str:
    return f"{np.round(value, digits) + 0.0:.{digits}f}".replace(".", ",").replace("-", "−")


def signed(value: float, digits: int = 1) -> str:
    text = said(value, digits)
    return f"+{text}" if np.round(value, digits) > 0 else text


def stepped(before: float, after: float) -> str:
    moved = np.round(after - before, 1)
    return f"{said(before)} → {said(after)} ({signed(moved)})"


def ways(moves: pd.DataFrame) -> str:
    moved = np.round((moves["mean_b"] - moves["mean_a"]).round(9), 1)
    return f"{(moved > 0).sum()} opp, {(moved < 0).sum()} ned, {(moved == 0).sum()} uendret"
