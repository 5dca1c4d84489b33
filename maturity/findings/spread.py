"""Where kommuner are most alike and most apart, in a sentence, always with the levels."""

import pandas as pd

from maturity.charts.scores import EXACT, Aspect, level
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _


def spread_finding(frame: pd.DataFrame, *, instrument: Instrument, aspect: Aspect) -> str:
    """Say on which dimension the kommuner stand furthest apart and on which closest.

    `frame` has one row per dimension: dimension, lowest, highest, k, withheld.
    """
    known = frame[frame["dimension"].isin(instrument.by_key)].dropna(subset=["lowest"])
    if known.empty:
        rules = frame["withheld"].dropna()
        why = "min_kommuner" if rules.empty else str(rules.iloc[0])
        return _("Spredningen vises ikke: {reason}.").format(reason=withheld_reason(why))
    ways = known.assign(way=(known["highest"] - known["lowest"]).round(EXACT))
    order = {key: place for place, key in enumerate(instrument.by_key)}
    ways = ways.sort_values("dimension", key=lambda keys: keys.map(order))
    records = ways.to_dict("records")
    far = max(records, key=lambda row: row["way"])
    near = min(records, key=lambda row: row["way"])
    words = {
        "k": int(far["k"]),
        "far": instrument.by_key[far["dimension"]].label,
        "far_low": level(far["lowest"], aspect=aspect),
        "far_high": level(far["highest"], aspect=aspect),
        "near": instrument.by_key[near["dimension"]].label,
        "near_low": level(near["lowest"], aspect=aspect),
        "near_high": level(near["highest"], aspect=aspect),
    }
    return _(
        "De {k} kommunene er mest ulike på {far}: fra {far_low} til {far_high}. De er likest på "
        "{near}: fra {near_low} til {near_high}."
    ).format(**words)


def profiles_finding(frame: pd.DataFrame, *, aspect: Aspect) -> str:
    """Say which kommune's profile is the most uneven and which the most even, with its ends.

    `frame` has one row per kommune and dimension: kommune, name, mean (NaN where missing).
    """
    ends = frame.dropna(subset=["mean"]).groupby(["kommune", "name"])["mean"].agg(["min", "max"])
    if len(ends) < 2:
        return _("For få profiler til å sammenligne.")
    ends = ends.assign(way=(ends["max"] - ends["min"]).round(EXACT)).reset_index()
    records = ends.to_dict("records")
    uneven = max(records, key=lambda row: row["way"])
    even = min(records, key=lambda row: row["way"])
    text = _(
        "{count} profiler. Mest ujevn er {uneven}, fra {uneven_low} til {uneven_high}; jevnest er "
        "{even}, fra {even_low} til {even_high}."
    )
    return text.format(
        count=len(ends),
        uneven=uneven["name"],
        uneven_low=level(uneven["min"], aspect=aspect),
        uneven_high=level(uneven["max"], aspect=aspect),
        even=even["name"],
        even_low=level(even["min"], aspect=aspect),
        even_high=level(even["max"], aspect=aspect),
    )
