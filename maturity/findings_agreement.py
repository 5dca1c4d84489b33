"""Where the people of a kommune answer most differently and most alike, with the levels."""

import pandas as pd

from maturity.charts.scores import behind
from maturity.instruments import Instrument
from maturity.language import _


def agreement_finding(frame: pd.DataFrame, *, instrument: Instrument) -> str:
    """Say between which levels people stand furthest apart, and where the most stand together.

    `frame` has one row per dimension and level: dimension, level, people, n (NA where withheld).
    """
    known = frame[frame["dimension"].isin(instrument.by_key)].dropna(subset=["people"])
    if known.empty:
        return _("Fordelingen vises ikke.")
    rows = [
        (key, int(own["level"].min()), int(own["level"].max()), _together(own))
        for key in instrument.by_key
        if len(own := known[known["dimension"] == key])
    ]
    apart = max(rows, key=lambda row: row[2] - row[1])
    alike = max(rows, key=lambda row: row[3][1])
    together, _share = alike[3]
    counts = known["n"].dropna()
    return _(
        "Lengst fra hverandre ({people}) er svarene på {apart}: fra nivå {low} til {high}. Mest "
        "samlet er de på {alike}: {share} av {n} ligger på nivå {level}."
    ).format(
        people=behind(int(counts.max()), None),
        apart=instrument.by_key[apart[0]].label,
        low=apart[1],
        high=apart[2],
        alike=instrument.by_key[alike[0]].label,
        share=int(
            known[(known["dimension"] == alike[0]) & (known["level"] == together)]["people"].iloc[0]
        ),
        n=int(known[known["dimension"] == alike[0]]["n"].iloc[0]),
        level=together,
    )


def _together(own: pd.DataFrame) -> tuple[int, float]:
    """Return the level where most people stand, and their share."""
    best = max(own.to_dict("records"), key=lambda row: row["people"])
    return int(best["level"]), float(best["people"]) / float(best["n"])
