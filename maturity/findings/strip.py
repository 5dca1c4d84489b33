"""Where a kommune stands furthest above and below a group, in a sentence, with both levels."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from maturity.charts.scores import EXACT, as_shown, level
from maturity.instruments import Instrument
from maturity.language import _


def strip_finding(frame: pd.DataFrame, *, instrument: Instrument, own: str, group: str) -> str:
    """Say the two ends; no place in any order, since neighbours there are often chance.

    `frame` has one row per dimension: dimension, own and group (means, NaN where missing).
    """
    known = frame[frame["dimension"].isin(instrument.by_key)].dropna(subset=["own", "group"])
    if known.empty:
        return _("{kommune} kan ikke vises ved siden av {group} her.").format(
            kommune=own, group=group
        )
    order = {key: place for place, key in enumerate(instrument.by_key)}
    rows = known.sort_values("dimension", key=lambda keys: keys.map(order)).to_dict("records")
    ways = [round(row["own"] - row["group"], EXACT) for row in rows]
    sentences = []
    if as_shown(max(ways)) > 0:
        sentences.append(
            _("Lengst over {group} ligger {kommune} på {name}: {own} mot {other}.").format(
                **_words(rows[ways.index(max(ways))], instrument, own, group)
            )
        )
    if as_shown(min(ways)) < 0:
        sentences.append(
            _("Lengst under: {name}, {own} mot {other}.").format(
                **_words(rows[ways.index(min(ways))], instrument, own, group)
            )
        )
    return " ".join(sentences) or _("{kommune} og {group} er like på alle.").format(
        kommune=own, group=group
    )


def _words(row: Mapping[Any, Any], instrument: Instrument, own: str, group: str) -> dict[str, str]:
    return {
        "kommune": own,
        "group": group,
        "name": instrument.by_key[row["dimension"]].label,
        "own": level(row["own"], aspect="now"),
        "other": level(row["group"], aspect="now"),
    }
