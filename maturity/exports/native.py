"""What a chart of vectors or of a slide is made of: categories, series and a fixed scale.

The numbers are a view's frame's own, but for the noise after the ninth decimal; one that is
missing there is missing here.
"""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from maturity.charts.colours import Style
from maturity.charts.scores import EXACT, Aspect, scale_range, scale_ticks
from maturity.instruments import Instrument
from maturity.view import View

Form = Literal["radar", "bars", "columns", "stacked", "layers", "lines"]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One series; None is a gap. `open` is drawn with open markers, or as a pale bar."""

    name: str
    values: tuple[float | None, ...]
    style: Style
    open: bool = False
    listed: bool = True  # in the legend
    size: int = 10  # points: its markers; none: 0


@dataclass(frozen=True, kw_only=True)
class Native:
    """A chart that the slide program draws; `axis` is the scale's low and high end and its unit."""

    form: Form
    categories: tuple[str, ...]
    lines: tuple[Line, ...]
    axis: tuple[float, float, float]
    numbers: str = ""  # the format of the numbers beside the points; none are written without
    key: str = ""  # what its signs mean, where no legend tells it


def instrument_of(view: View) -> Instrument:
    """Return the instrument whose scale a view is drawn on."""
    if view.instrument is None:
        raise ValueError(f"a {view.kind} needs the scale of an instrument")
    return view.instrument


def aspect_of(view: View) -> Aspect:
    """Return whether a view shows today, the target or the gap."""
    aspect: Aspect = view.options.get("aspect", "now")
    return aspect


def axis_of(instrument: Instrument, aspect: Aspect) -> tuple[float, float, float]:
    """Return the fixed ends of an instrument's scale and its unit."""
    ticks, _labels = scale_ticks(instrument, aspect=aspect)
    return (*scale_range(instrument, aspect=aspect), ticks[1] - ticks[0])


def format_of(aspect: Aspect) -> str:
    """Return the format of a score, or of a gap with its sign."""
    return "+0.0;−0.0;0.0" if aspect == "gap" else "0.0"


def dimensions_of(instrument: Instrument) -> tuple[str, ...]:
    """Return the names of the axes in their order."""
    return tuple(dimension.label for dimension in instrument.dimensions)


def exact(value: float | None) -> float | None:
    """Return a number without the noise after the last decimal that counts."""
    return None if value is None else round(value, EXACT)


def values_of(column: "pd.Series[float]") -> tuple[float | None, ...]:
    """Return a column's numbers; None where one is missing."""
    return tuple(None if pd.isna(value) else float(value) for value in column)
