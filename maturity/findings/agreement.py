"""Where the people of a kommune answer most differently and most alike, with the levels."""

from typing import Any

import pandas as pd

from maturity.charts.scores import EXACT, behind
from maturity.instruments import Instrument
from maturity.language import _, number


def agreement_finding(frame: pd.DataFrame, *, spread: pd.DataFrame, instrument: Instrument) -> str:
    """Say where people stand furthest apart and where closest, by their standard deviation.

    `frame` has one row per dimension and level: dimension, level, people, n (NA where withheld);
    `spread` has dimension and sd. The sentence at the top of a kommune's page, and the question for
    its next meeting, go by the same measure.
    """
    known = frame[frame["dimension"].isin(instrument.by_key)].dropna(subset=["people"])
    if known.empty:
        return _("Fordelingen vises ikke.")
    by_key: dict[str, list[dict[Any, Any]]] = {}
    for row in known.to_dict("records"):
        by_key.setdefault(str(row["dimension"]), []).append(row)
    by_sd = spread.dropna(subset=["sd"]).set_index("dimension")["sd"].round(EXACT).to_dict()
    found = {key: by_key[key] for key in instrument.by_key if key in by_key and key in by_sd}
    if not found:
        return ""
    apart = max(found, key=lambda key: by_sd[key])
    alike = min(found, key=lambda key: by_sd[key])
    low, high = _ends(found[apart])
    text = _(
        "Mest ulike ({people}) er svarene på {apart}: fra nivå {low} til {high}, typisk {sd} "
        "poeng fra snittet."
    ).format(
        people=behind(int(known["n"].max()), None),
        apart=instrument.by_key[apart].label,
        low=low,
        high=high,
        sd=number(by_sd[apart]),
    )
    if by_sd[apart] == by_sd[alike]:
        return text
    most = _most(found[alike])
    together = _("Mest samlet er de på {alike}: {share} av {n} ligger på nivå {level}.").format(
        alike=instrument.by_key[alike].label,
        share=int(most["people"]),
        n=int(most["n"]),
        level=int(most["level"]),
    )
    return f"{text} {together}"


def _ends(rows: list[dict[Any, Any]]) -> tuple[int, int]:
    levels = [int(row["level"]) for row in rows]
    return min(levels), max(levels)


def _most(rows: list[dict[Any, Any]]) -> dict[Any, Any]:
    """Return the level where most people stand; of several the lowest."""
    return max(rows, key=lambda row: int(row["people"]))
