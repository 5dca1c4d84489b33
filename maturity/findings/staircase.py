"""What the staircase shows, in a sentence or two: a profile over the steps, never one level."""

import pandas as pd

from maturity.charts.scores import level
from maturity.charts.ways import ways
from maturity.findings.ways import ends, longest_way, missing, named, reason
from maturity.instruments import Instrument
from maturity.language import _


def staircase_finding(frame: pd.DataFrame, *, instrument: Instrument, kommune: str) -> str:
    """Say on which steps a kommune scores highest and lowest, and where its target is furthest.

    `frame` has one row per generation: dimension, now, target, gap, n_now, n_target, withheld.
    """
    found = ways(frame, instrument=instrument)
    highest, lowest = ends(found)
    if not highest:
        return _("Trappen kan ikke vises: {reason}.").format(reason=reason(found))
    words = {
        "kommune": kommune,
        "high": level(highest[0].now or 0, aspect="now"),
        "low": level(lowest[0].now or 0, aspect="now"),
        "highest": named(highest),
        "lowest": named(lowest),
        "top": instrument.scale.max,
    }
    if words["high"] == words["low"]:
        first = _("{kommune} står likt på alle trinnene: {high} av {top}.").format(**words)
    else:
        first = _(
            "I dag står {kommune} høyest på {highest} ({high} av {top}) og lavest på {lowest} "
            "({low} av {top})."
        ).format(**words)
    return " ".join(
        sentence
        for sentence in (first, longest_way(found, top=instrument.scale.max), missing(found))
        if sentence
    )
