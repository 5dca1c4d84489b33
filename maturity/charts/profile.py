"""The profile: the same scores as the radar, on straight axes where values can be read."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.scores import (
    Aspect,
    Series,
    area_runs,
    level,
    scale_range,
    scale_ticks,
    series_of,
    words,
)
from maturity.charts.theme import Palette, Style
from maturity.findings.scores import reasons
from maturity.instruments import Instrument
from maturity.language import _

SCALE = 22  # pixels above the rows, for the scale
LETTER = 6.1  # pixels: the mean width of a letter of an axis name
AXIS_NAME = 18  # characters in a line of an axis name
APART = 0.14  # of a row, between the points of two series


def profile(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    aspect: Aspect,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw up to five series as points, one row per dimension, in the instrument's order.

    `frame` has one row per series and dimension: series, series_kind ("kommune" | "group"),
    dimension, mean (on the scale, NaN where missing), n (respondents), k (kommuner), q1 and q3
    (the answers' quartiles, NaN where not available; drawn as a thin line). The scale is the
    instrument's, never the data's. Raises ValueError above five series.
    """
    drawn = series_of(frame, instrument=instrument)
    styles = theme.styles([series.kind for series in drawn], dark=dark)
    colours = theme.palette(dark=dark)
    rows = row_places(instrument)
    spread = any(series.rows["q1"].notna().any() for series in drawn)
    notes = [source]
    if aspect == "gap":
        notes.append(_("Den tykke streken: i dag er lik målet. Til høyre: målet er høyere."))
    if spread:
        notes.append(_("Tynn strek: den midterste halvdelen av svarene."))
    if any(None in series.means for series in drawn):
        gone = (why for it in drawn for why in it.rows["withheld"])
        notes.append(_("Punkt som mangler: {reasons}.").format(reasons=reasons(gone)))
    names = [theme.wrap(d.label, width=AXIS_NAME) for d in instrument.dimensions]
    drawing = round(row_height(names) * (max(rows.values()) + 2)) + SCALE
    layout = theme.setting(
        title=title,
        source="\n".join(notes),
        invented=invented,
        dark=dark,
        drawing=theme.LEGEND_LINE + drawing,
        left=round(LETTER * max(len(line) for name in names for line in name.split("<br>"))) + 14,
    )
    layout["legend"]["traceorder"] = "normal"
    layout["xaxis"] = value_axis(instrument, aspect=aspect, colours=colours)
    layout["yaxis"] = row_axis(instrument, rows, colours, share=1 - SCALE / drawing)
    traces = []
    for place, (series, style) in enumerate(zip(drawn, styles, strict=True)):
        offset = (place - (len(drawn) - 1) / 2) * APART
        at = [rows[key] + offset for key in instrument.by_key]
        if series.rows["q1"].notna().any():
            traces.append(quartiles(series, style, at))
        traces.append(
            points(series, style, at, instrument=instrument, aspect=aspect, alone=len(drawn) == 1)
        )
    return figure(traces, layout)


def row_height(names: list[str]) -> int:
    """Return the height of one row in pixels, from the name with most lines."""
    return max(34, 8 + 15 * max(name.count("<br>") + 1 for name in names))


def row_places(instrument: Instrument) -> dict[str, float]:
    """Return each dimension's row, counted from the top; an area's name takes a row before it."""
    firsts = {first for _name, first, _last in area_runs(instrument)}
    places: dict[str, float] = {}
    row = -1.0
    for axis, key in enumerate(instrument.by_key):
        row += 1.9 if axis in firsts else 1.0
        places[key] = row
    return places


def points(
    series: Series,
    style: Style,
    at: list[float],
    *,
    instrument: Instrument,
    aspect: Aspect,
    alone: bool,
) -> dict[str, Any]:
    """Return one series' points; a series that stands alone has its values written beside them."""
    texts = words(series, instrument=instrument, aspect=aspect)
    trace = {
        "type": "scatter",
        "name": series.label,
        "x": series.means,
        "y": at,
        "mode": "markers",
        "customdata": list(instrument.by_key),
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": style.colour,
            "symbol": style.marker,
            "size": 11,
            "line": {"color": style.colour, "width": 2 if style.marker.endswith("open") else 0},
        },
    }
    if not alone:
        return trace
    written = ["" if m is None else level(m, aspect=aspect) for m in series.means]
    return trace | {"mode": "markers+text", "text": written, "textposition": "top center"}


def quartiles(series: Series, style: Style, at: list[float]) -> dict[str, Any]:
    """Return the thin lines from first to third quartile, one trace with gaps between them."""
    x: list[float | None] = []
    y: list[float | None] = []
    shown = series.rows[["mean", "q1", "q3"]].itertuples(index=False)
    for row, (mean, q1, q3) in zip(at, shown, strict=True):
        if pd.notna(mean) and pd.notna(q1) and pd.notna(q3):  # no score, no spread of it either
            x += [float(q1), float(q3), None]
            y += [row, row, None]
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines",
        "line": {"color": style.colour, "width": 1.5},
        "opacity": 0.7,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def value_axis(instrument: Instrument, *, aspect: Aspect, colours: Palette) -> dict[str, Any]:
    """Return the scale, the same whatever the data are, with room for points on its ends."""
    low, high = scale_range(instrument, aspect=aspect)
    ticks, labels = scale_ticks(instrument, aspect=aspect)
    margin = 0.04 * (high - low)
    return {
        "range": [low - margin, high + margin],
        "fixedrange": True,
        "tickvals": ticks,
        "ticktext": labels,
        "tickfont": {"size": 12, "color": colours.muted},
        "side": "top",
        "gridcolor": colours.grid,
        "zeroline": aspect == "gap",
        "zerolinecolor": colours.zero,
        "zerolinewidth": 2,
    }


def row_axis(
    instrument: Instrument, rows: dict[str, float], colours: Palette, *, share: float
) -> dict[str, Any]:
    """Return the rows: names of areas in bold above the names of their dimensions."""
    labels = {rows[d.key]: theme.wrap(d.label, width=AXIS_NAME) for d in instrument.dimensions}
    keys = list(instrument.by_key)
    for name, first, _last in area_runs(instrument):
        labels[rows[keys[first]] - 0.85] = f"<b>{name}</b>"
    return {
        "range": [max(rows.values()) + 0.7, min(labels) - 0.7],
        "domain": [0, share],
        "fixedrange": True,
        "tickvals": list(labels),
        "ticktext": list(labels.values()),
        "tickfont": {"size": 12, "color": colours.text},
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
    }
