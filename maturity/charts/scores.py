"""What the charts of scores share: the scale, the series of a frame, the words of one point."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from maturity.instruments import Dimension, Instrument
from maturity.language import _, ngettext, number

Aspect = Literal["now", "target", "gap"]
ASPECTS: dict[str, Aspect] = {"now": "now", "target": "target", "gap": "gap"}  # by their codes

# Decimals of a mean that mean anything. Sums of people's scores end in noise that depends on their
# order, and 1.25 must not be written 1,2 today and 1,3 tomorrow.
EXACT = 9


@dataclass(frozen=True, kw_only=True)
class Series:
    """One line of a figure; `rows` has one row per dimension, in the instrument's order."""

    label: str
    kind: str
    rows: pd.DataFrame

    @property
    def means(self) -> list[float | None]:
        """The scores on the axes; None is a gap."""
        return [None if pd.isna(mean) else float(mean) for mean in self.rows["mean"].tolist()]


def series_of(frame: pd.DataFrame, *, instrument: Instrument) -> list[Series]:
    """Split a score frame into its series, each with every axis; a missing row is a gap."""
    order = pd.Index(instrument.by_key, name="dimension")
    places: dict[str, list[int]] = {}
    for place, label in enumerate(frame["series"].tolist()):
        places.setdefault(str(label), []).append(place)
    kinds, dimensions = frame["series_kind"].tolist(), frame["dimension"].tolist()
    found = []
    for label, at in places.items():
        first, end = at[0], at[-1] + 1
        # Neighbours, as a rule: a slice of a frame costs a twentieth of a selection.
        rows = frame.iloc[first:end] if len(at) == end - first else frame.iloc[at]
        rows = rows.set_axis([dimensions[place] for place in at]).reindex(order)
        found.append(Series(label=label, kind=str(kinds[first]), rows=rows))
    return found


def scale_range(instrument: Instrument, *, aspect: Aspect) -> tuple[float, float]:
    """Return the fixed ends of the axes: the instrument's scale, or the gap's, around zero.

    All gaps that the answers can give have room: on a narrower scale one would fall outside it,
    and how far most gaps are from what is possible is part of what they say.
    """
    scale = instrument.scale
    reach = scale.max - scale.min
    return (-reach, reach) if aspect == "gap" else (scale.min, scale.max)


def scale_ticks(instrument: Instrument, *, aspect: Aspect) -> tuple[list[int], list[str]]:
    """Return the rings and their labels; a gap's carry their sign."""
    low, high = (int(end) for end in scale_range(instrument, aspect=aspect))
    ticks = list(range(low, high + 1, 2 if aspect == "gap" and high - low > 6 else 1))
    return ticks, [level(tick, aspect=aspect, digits=0) for tick in ticks]


def as_shown(value: float, *, digits: int = 1) -> float:
    """Round as numbers are written; Python's own `round` sees 2.45 as above half."""
    return float(np.round(np.round(value, EXACT), digits)) + 0.0  # no minus before zero


def moved(before: float, after: float) -> float:
    """Return a change as it is shown; like a gap, it is worked out before anything is rounded."""
    return as_shown(after - before)


def level(value: float, *, aspect: Aspect, digits: int = 1) -> str:
    """Write a score, or a gap with its sign: 3,4 or +1,2; a gap of nothing has none: 0,0."""
    text = number(value, digits=digits)
    return f"+{text}" if aspect == "gap" and as_shown(value, digits=digits) > 0 else text


def area_of(dimension: Dimension, *, instrument: Instrument) -> str | None:
    """Return the name of a dimension's area, or None where the instrument has no areas."""
    return next((a.label for a in instrument.areas if a.key == dimension.area), None)


def area_runs(instrument: Instrument) -> Iterator[tuple[str, int, int]]:
    """Yield area name, first and last axis, for each run of neighbouring axes of one area."""
    first = 0
    names = [area_of(dimension, instrument=instrument) for dimension in instrument.dimensions]
    for axis, name in enumerate(names):
        if axis + 1 == len(names) or names[axis + 1] != name:
            if name is not None:
                yield name, first, axis
            first = axis + 1


def behind(n: Any, k: Any) -> str:
    """Say what a score rests on: `k` kommuner, or `n` answers; nothing where both are missing."""
    if pd.notna(k):
        return ngettext("{k} kommune", "{k} kommuner", int(k)).format(k=int(k))
    if pd.notna(n):
        return ngettext("{n} svar", "{n} svar", int(n)).format(n=int(n))
    return ""


def words(series: Series, *, instrument: Instrument, aspect: Aspect) -> list[str]:
    """Return the words that are shown over each point of a series; empty where it is missing."""
    texts = []
    top = instrument.scale.max
    counts = zip(series.rows["n"].tolist(), series.rows["k"].tolist(), strict=True)
    points = zip(instrument.dimensions, series.means, counts, strict=True)
    for dimension, mean, (n, k) in points:
        if mean is None:
            texts.append("")
            continue
        area = area_of(dimension, instrument=instrument)
        value = level(mean, aspect=aspect)
        lines = [
            f"<b>{series.label}</b>",
            f"{dimension.label} ({area})" if area else dimension.label,
            value if aspect == "gap" else _("{value} av {top}").format(value=value, top=top),
            behind(n, k),
        ]
        texts.append("<br>".join(line for line in lines if line))
    return texts
