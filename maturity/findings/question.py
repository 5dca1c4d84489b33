"""One question for the next leadership meeting, by a rule that is stated where it is asked.

Limits hold for figures as they are shown; what is furthest or longest is judged before rounding.

1. Where the people of a kommune stand furthest apart by SPLIT or more, that is what to talk about.
2. Else, where the way to the target is longest, WAY or more, the first step is.
3. Else the lowest capability: whether it matters.
"""

from typing import Any

import pandas as pd

from maturity.charts.scores import EXACT, as_shown, level
from maturity.instruments import Instrument
from maturity.language import _, number

SPLIT = 1.0  # points of standard deviation
WAY = 0.5  # points of the scale


def question(frame: pd.DataFrame, *, spread: pd.DataFrame | None, instrument: Instrument) -> str:
    """Return the question; empty where there is no score to ask about.

    `frame` has one row per capability: dimension, now, target, gap (NaN where missing).
    `spread` has dimension and sd of today's answers, or is None. Ties go to the instrument's order.
    """
    order = {key: place for place, key in enumerate(instrument.by_key)}
    if spread is not None:
        known = spread.dropna(subset=["sd"]).round({"sd": EXACT})
        rows = _ordered(known, order)
        if rows:
            most = max(rows, key=lambda row: row["sd"])
            if as_shown(most["sd"]) >= SPLIT:
                return _(
                    "Vi vurderer «{name}» svært ulikt: svarene ligger typisk {sd} poeng fra "
                    "snittet. Hva ser den som svarer høyt, som den som svarer lavt ikke ser?"
                ).format(name=instrument.by_key[most["dimension"]].label, sd=number(most["sd"]))
    known = frame.dropna(subset=["now"])
    rows = _ordered(known.assign(way=known["gap"].round(EXACT)), order)
    if not rows:
        return ""
    far = max(rows, key=lambda row: -1.0 if pd.isna(row["way"]) else row["way"])
    if pd.notna(far["way"]) and as_shown(far["way"]) >= WAY:
        return _(
            "Vi står på {now} av {top} på «{name}», og vil til {target}. Hva er det første vi gjør "
            "annerledes, og hvem begynner?"
        ).format(
            name=instrument.by_key[far["dimension"]].label,
            now=level(far["now"], aspect="now"),
            target=level(far["target"], aspect="target"),
            top=instrument.scale.max,
        )
    low = min(rows, key=lambda row: row["now"])
    return _(
        "Vi er enige, og nær målene våre. «{name}» er lavest, {now} av {top}: er det godt nok for "
        "det vi vil?"
    ).format(
        name=instrument.by_key[low["dimension"]].label,
        now=level(low["now"], aspect="now"),
        top=instrument.scale.max,
    )


def rule() -> str:
    """Say how the question is found."""
    return _(
        "Spørsmålet velges slik: Ligger svarene om en evne typisk minst {split} poeng fra snittet, "
        "spør vi om den vi er mest uenige om. Hvis ikke, spør vi om evnen med lengst vei til "
        "målet, når den er minst {way} poeng. Ellers spør vi om den laveste evnen."
    ).format(split=number(SPLIT), way=number(WAY))


def _ordered(frame: pd.DataFrame, order: dict[str, int]) -> list[dict[Any, Any]]:
    own = frame[frame["dimension"].isin(order)]
    return own.sort_values("dimension", key=lambda keys: keys.map(order)).to_dict("records")
