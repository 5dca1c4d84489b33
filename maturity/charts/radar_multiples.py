"""Small radars side by side: where one figure would hold more series than an eye can follow."""

from math import ceil
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.polar import area_shades, polar, zero_ring
from maturity.charts.radar import axes_explained, line
from maturity.charts.scores import Aspect, Series, series_of
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _, number

PANEL = 206  # pixels: the height of one small radar with its name
NAME = 26  # pixels: the name and the number of the first axis
FOOT = 22  # pixels: the numbers of the lowest axes


def radar_multiples(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    aspect: Aspect,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
    columns: int = 3,
) -> go.Figure:
    """Draw a small radar of each series, with the first group as reference, on one scale.

    `frame` has one row per series and dimension: series, series_kind ("kommune" | "group"),
    dimension, mean (on the scale, NaN where missing), n (respondents), k (kommuner), withheld.
    Axes carry numbers, and a key within names them. The other groups follow the kommuner; a
    series without scores says why. `columns` is the number of radars side by side: 3, or 2 on a
    telephone.
    """
    drawn = series_of(frame, instrument=instrument)
    groups = [series for series in drawn if series.kind == "group"]
    reference = groups[0] if groups else None
    shown = [series for series in drawn if series.kind == "kommune"] + groups[1:]
    rows = max(1, ceil(len(shown) / columns))
    drawing = theme.LEGEND_LINE + rows * PANEL
    layout = theme.setting(
        title=title,
        source="\n".join([source, *_key(instrument, aspect=aspect)]),
        invented=invented,
        dark=dark,
        drawing=drawing,
    )
    traces: list[dict[str, Any]] = []
    for place, series in enumerate(shown):
        row, column = divmod(place, columns)
        traces += _panel(
            layout,
            series,
            reference,
            instrument=instrument,
            aspect=aspect,
            dark=dark,
            name="polar" if place == 0 else f"polar{place + 1}",
            x=(column / columns, (column + 1) / columns),
            top=1 - row / rows,
            height=1 / rows,
        )
    return figure(traces, layout)


def _panel(
    layout: dict[str, Any],
    series: Series,
    reference: Series | None,
    *,
    instrument: Instrument,
    aspect: Aspect,
    dark: bool,
    name: str,
    x: tuple[float, float],
    top: float,
    height: float,
) -> list[dict[str, Any]]:
    """Give the layout one more small radar, and return its traces; places are in shares."""
    colours = theme.palette(dark=dark)
    axes = polar(instrument, aspect=aspect, colours=colours, above=0, below=0)
    edge = 0.12 * (x[1] - x[0])
    axes["domain"] = {
        "x": [x[0] + edge, x[1] - edge],
        "y": [top - height + height * FOOT / PANEL, top - height * (NAME + 16) / PANEL],
    }
    numbers = [str(axis + 1) for axis in range(len(instrument.dimensions))]
    axes["angularaxis"].update(ticktext=numbers, tickfont={"size": 10, "color": colours.muted})
    axes["radialaxis"]["showticklabels"] = False
    layout[name] = axes
    traces = area_shades(instrument, aspect=aspect, colours=colours)
    if aspect == "gap":
        traces.append(zero_ring(colours))
    if reference is not None:
        style = theme.styles(["group"], dark=dark)[0]
        beside = line(reference, style, instrument=instrument, aspect=aspect)
        beside["marker"]["size"], beside["line"]["width"] = 5, 1.5
        # One entry in the legend stands for the same line in all the small radars.
        traces.append(beside | {"showlegend": name == "polar"})
    style = theme.styles(["kommune"], dark=dark)[0]
    own = line(series, style, instrument=instrument, aspect=aspect)
    own["marker"]["size"], own["line"]["width"] = 6, 2
    traces.append(own | {"showlegend": False})
    words = {
        "x": (x[0] + x[1]) / 2,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "center",
        "showarrow": False,
        "font": {"size": 13, "color": colours.text},
    }
    name_above = {"text": f"<b>{series.label}</b>", "y": top, "yanchor": "top", "yshift": -2}
    layout["annotations"].append(words | name_above)
    if reason := _why_empty(series):
        middle = sum(axes["domain"]["y"]) / 2
        layout["annotations"].append(
            words
            | {"text": reason, "y": middle, "yanchor": "middle", "bgcolor": colours.background}
        )
    return [trace | {"subplot": name} for trace in traces]


def _why_empty(series: Series) -> str:
    """Say why a series has no score at all; nothing where it has one."""
    reasons = series.rows["withheld"].dropna()
    if any(mean is not None for mean in series.means):
        return ""
    return withheld_reason(str(reasons.iloc[0]) if len(reasons) else "not_answered")


def _key(instrument: Instrument, *, aspect: Aspect) -> list[str]:
    """Say what the rings and the numbers around them stand for."""
    scale = instrument.scale
    rings = _("Ringene: {low} innerst, {high} ytterst.")
    if aspect == "gap":
        reach = scale.max - scale.min
        rings = rings.format(low=number(-reach, digits=0), high=f"+{number(reach, digits=0)}")
    else:
        rings = rings.format(low=scale.min, high=scale.max)
    names = ", ".join(
        f"{axis}\N{NO-BREAK SPACE}{dimension.label}"
        for axis, dimension in enumerate(instrument.dimensions, start=1)
    )
    return [rings, names + ".", axes_explained(instrument)]
