"""What the dumbbells show, in a sentence or two."""

import pandas as pd

from maturity.charts.ways import ways
from maturity.findings.ways import longest_way, missing, shortest_way
from maturity.instruments import Instrument


def dumbbell_finding(frame: pd.DataFrame, *, instrument: Instrument) -> str:
    """Say where the way to the target is longest and shortest, and what is missing.

    `frame` has one row per dimension: dimension, now, target, gap, n_now, n_target, withheld.
    """
    found = ways(frame, instrument=instrument)
    sentences = [longest_way(found, top=instrument.scale.max), shortest_way(found)]
    if any(way.gap is not None for way in found):
        sentences.append(missing(found))
    return " ".join(sentence for sentence in sentences if sentence)
