"""Where the people of a kommune answer most differently and most alike, with the levels."""

from typing import Any

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
    by_key: dict[str, list[dict[Any, Any]]] = {}
    for row in known.to_dict("records"):
        by_key.setdefault(str(row["dimension"]), []).append(row)
    found = {key: by_key[key] for key in instrument.by_key if key in by_key}
    apart = max(found, key=lambda key: _ends(found[key])[1] - _ends(found[key])[0])
    alike = max(found, key=lambda key: _most(found[key])["people"] / _most(found[key])["n"])
    low, high = _ends(found[apart])
    most = _most(found[alike])
    return _(
        "Lengst fra hverandre ({people}) er svarene på {apart}: fra nivå {low} til {high}. Mest "
        "samlet er de på {alike}: {share} av {n} ligger på nivå {level}."
    ).format(
        people=behind(int(known["n"].max()), None),
        apart=instrument.by_key[apart].label,
        low=low,
        high=high,
        alike=instrument.by_key[alike].label,
        share=int(most["people"]),
        n=int(most["n"]),
        level=int(most["level"]),
    )


def _ends(rows: list[dict[Any, Any]]) -> tuple[int, int]:
    levels = [int(row["level"]) for row in rows]
    return min(levels), max(levels)


def _most(rows: list[dict[Any, Any]]) -> dict[Any, Any]:
    """Return the level where most people stand; of several the lowest."""
    return max(rows, key=lambda row: int(row["people"]))
