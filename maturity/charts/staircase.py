"""The staircase of generations: fixed steps that rise to the right, the scores shown upon them.

A step is no higher for a high score: an organisation stands on several steps at once. Each step
carries the instrument's whole scale, with today and the target on it.
"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.staircase_scales import (
    BREADTH,
    Step,
    bare,
    numbers,
    points,
    reasons,
    scales,
    text,
)
from maturity.charts.theme import Palette
from maturity.charts.ways import Way, ways
from maturity.instruments import Instrument
from maturity.language import _

STEP = 53  # pixels: a step's height
TELEPHONE = 350  # pixels: the width of the narrowest figure
LETTER = 6.3  # pixels: the mean width of a letter of a step's name
ABOVE = 8  # pixels above the highest step
LINE = 15  # pixels: a further line of a name


def staircase(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw one step per generation with today and the target on the step's own, fixed scale.

    `frame` has one row per generation: dimension, now, target (on the scale, NaN where missing),
    gap (target minus now), n_now, n_target (people), withheld (None or a reason).
    Steps and scales are the instrument's, never the data's.
    """
    colours = theme.palette(dark=dark)
    steps, height = _steps(ways(frame, instrument=instrument))
    low, high = instrument.scale.min, instrument.scale.max
    note = _("Hvert trinn har hele skalaen fra {low} til {high}. Trinnene er like høye for alle.")
    layout = theme.setting(
        title=title,
        source=f"{source}\n{note.format(low=low, high=high)}",
        invented=invented,
        dark=dark,
        drawing=theme.LEGEND_LINE + round(height * len(steps)) + ABOVE,
    )
    hidden = {"visible": False, "fixedrange": True}
    layout["legend"]["traceorder"] = "normal"
    layout["xaxis"] = hidden | {"range": [-0.006, 1.006]}
    layout["yaxis"] = hidden | {"range": [-2, height * len(steps) + ABOVE]}
    layout["shapes"] = _blocks(steps, height, colours)
    layout["annotations"] += [
        *_names(steps, height, colours),
        *numbers(steps, colours, instrument=instrument),
        *reasons(steps, colours, instrument=instrument),
    ]
    styles = theme.styles(["kommune", "kommune"], dark=dark)
    return figure(
        [
            _outline(steps, height, colours),
            *scales(steps, colours, instrument=instrument),
            *points(steps, styles, colours, instrument=instrument),
        ],
        layout,
    )


def _steps(found: list[Way]) -> tuple[list[Step], float]:
    """Return the steps from the lowest, and the height of each, from the longest name's lines."""
    onwards = (1 - BREADTH) / (len(found) - 1)
    names = [
        theme.wrap(
            f"{place + 1}\N{NO-BREAK SPACE} {way.label}",
            width=int((1 - place * onwards) * TELEPHONE / LETTER) - 2,
        )
        for place, way in enumerate(found)
    ]
    height = STEP + LINE * max(name.count("<br>") for name in names)
    steps = [
        Step(left=place * onwards, foot=place * height, name=name, way=way)
        for place, (way, name) in enumerate(zip(found, names, strict=True))
    ]
    return steps, height


def _blocks(steps: list[Step], height: float, colours: Palette) -> list[dict[str, Any]]:
    """Return the steps' bodies, each parted from the next by the page's own colour."""
    return [
        {
            "type": "rect",
            "layer": "below",
            "x0": step.left,
            "x1": 1,
            "y0": step.foot,
            "y1": step.foot + height,
            "fillcolor": colours.surface,
            "line": {"color": colours.background, "width": 2},
        }
        for step in steps
    ]


def _outline(steps: list[Step], height: float, colours: Palette) -> dict[str, Any]:
    """Return the line of treads and risers."""
    x, y = [], []
    for step in steps:
        x += [step.left, step.left]
        y += [step.foot, step.foot + height]
    return bare(x=[*x, 1], y=[*y, y[-1]]) | {
        "mode": "lines",
        "line": {"color": colours.muted, "width": 3, "shape": "linear"},
    }


def _names(steps: list[Step], height: float, colours: Palette) -> list[dict[str, Any]]:
    return [
        text(step.name, x=step.left, y=step.foot + height)
        | {"yanchor": "top", "xshift": 8, "yshift": -2, "font": {"size": 13, "color": colours.text}}
        for step in steps
    ]
