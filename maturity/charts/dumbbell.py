"""Dumbbells: on each axis today and the target, with the way between them and its length."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.profile import (
    AXIS_NAME,
    LETTER,
    SCALE,
    row_axis,
    row_height,
    row_places,
    value_axis,
)
from maturity.charts.scores import Aspect, level
from maturity.charts.theme import Palette, Style
from maturity.charts.ways import Way, ways, words
from maturity.findings.scores import reasons
from maturity.instruments import Instrument
from maturity.language import _, name_of

NUMBERS = 0.16  # of the breadth, right of the scale: the column of gaps


def dumbbell(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw one row per dimension, in the instrument's order and by area, with the gap beside it.

    `frame` has one row per dimension: dimension, now, target (on the scale, NaN where missing),
    gap (target minus now), n_now, n_target (people), withheld (None or a reason).
    The scale is the instrument's, never the data's.
    """
    colours = theme.palette(dark=dark)
    rows = row_places(instrument)
    found = ways(frame, instrument=instrument)
    names = [theme.wrap(dimension.label, width=AXIS_NAME) for dimension in instrument.dimensions]
    drawing = round(row_height(names) * (max(rows.values()) + 2)) + SCALE
    notes = [source, _("Til høyre: avstanden til målet, regnet ut før avrunding.")]
    if any(way.gap is None for way in found):
        gone = reasons(way.withheld for way in found)
        notes.append(_("Punkt som mangler: {reasons}.").format(reasons=gone))
    layout = theme.setting(
        title=title,
        source="\n".join(notes),
        invented=invented,
        dark=dark,
        drawing=theme.LEGEND_LINE + drawing,
        left=round(LETTER * max(len(line) for name in names for line in name.split("<br>"))) + 14,
    )
    layout["legend"]["traceorder"] = "normal"
    layout["xaxis"] = value_axis(instrument, aspect="now", colours=colours) | {
        "domain": [0, 1 - NUMBERS]
    }
    layout["yaxis"] = row_axis(instrument, rows, colours, share=1 - SCALE / drawing)
    layout["annotations"] += _gaps(found, rows, colours)
    now, target = theme.styles(["kommune", "kommune"], dark=dark)
    return figure(
        [
            _lines(found, rows, colours),
            _points(found, rows, now, instrument=instrument, aspect="now"),
            _points(found, rows, target, instrument=instrument, aspect="target"),
        ],
        layout,
    )


def _lines(found: list[Way], rows: dict[str, float], colours: Palette) -> dict[str, Any]:
    """Return the lines between the points, one trace with gaps between them."""
    x: list[float | None] = []
    y: list[float | None] = []
    for way in found:
        if way.gap is not None:
            x += [way.now, way.target, None]
            y += [rows[way.dimension], rows[way.dimension], None]
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines",
        "line": {"color": colours.muted, "width": 3},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _points(
    found: list[Way],
    rows: dict[str, float],
    style: Style,
    *,
    instrument: Instrument,
    aspect: Aspect,
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": name_of(instrument.aspects["target" if aspect == "target" else "now"]),
        "x": [way.target if aspect == "target" else way.now for way in found],
        "y": [rows[way.dimension] for way in found],
        "mode": "markers",
        "customdata": [way.dimension for way in found],
        "hovertext": [words(way, instrument=instrument, aspect=aspect) for way in found],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": style.colour, "symbol": style.marker, "size": 12},
    }


def _gaps(found: list[Way], rows: dict[str, float], colours: Palette) -> list[dict[str, Any]]:
    """Return the gap of each row in a column of its own, where no point can lie over it."""
    return [
        {
            "text": level(way.gap, aspect="gap"),
            "x": 1 - NUMBERS,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 6,
            "y": rows[way.dimension],
            "yref": "y",
            "yanchor": "middle",
            "showarrow": False,
            "font": {"size": 13, "color": colours.text},
        }
        for way in found
        if way.gap is not None
    ]
