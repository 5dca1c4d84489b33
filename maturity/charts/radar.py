"""The radar: a profile over all axes of an instrument, on one fixed scale."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.polar import (
    CIRCLE,
    angles,
    area_shades,
    axis_names,
    beside,
    polar,
    rooms,
    zero_ring,
)
from maturity.charts.scores import Aspect, Series, area_runs, series_of, words
from maturity.charts.theme import Style
from maturity.findings.scores import reasons
from maturity.instruments import Instrument
from maturity.language import _


def radar(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    aspect: Aspect,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw up to five series as closed lines over the instrument's axes.

    `frame` has one row per series and dimension: series, series_kind ("kommune" | "group"),
    dimension, mean (on the scale, NaN where missing), n (respondents), k (kommuner). The scale is
    the instrument's, never the data's; a missing score breaks the line. Raises ValueError above
    five series.
    """
    drawn = series_of(frame, instrument=instrument)
    styles = theme.styles([series.kind for series in drawn], dark=dark)
    colours = theme.palette(dark=dark)
    axes = axes_explained(instrument)
    notes = [source, axes and f"{axes}."]
    if aspect == "gap":
        notes.append(_("Den tykke ringen: i dag er lik målet. Utenfor: målet er høyere."))
    if any(None in series.means for series in drawn):
        gone = (why for it in drawn for why in it.rows["withheld"])
        notes.append(_("Brudd i en linje: {reasons}.").format(reasons=reasons(gone)))
    names = axis_names(instrument)
    above, below = rooms(names)
    layout = theme.setting(
        title=title,
        source="\n".join(notes),
        invented=invented,
        dark=dark,
        drawing=theme.LEGEND_LINE + above + CIRCLE + below,
        left=beside(names),
        right=beside(names),
    )
    layout["legend"]["traceorder"] = "reversed"
    layout["polar"] = polar(instrument, aspect=aspect, colours=colours, above=above, below=below)
    layout["meta"]["words"]["around"] = [above, below]  # a narrow page makes the circle smaller
    traces = area_shades(instrument, aspect=aspect, colours=colours)
    if aspect == "gap":
        traces.append(zero_ring(colours))
    # The first series is the one that the reader chose first: drawn last, it lies on top.
    for series, style in reversed(list(zip(drawn, styles, strict=True))):
        traces.append(line(series, style, instrument=instrument, aspect=aspect))
    return figure(traces, layout)


def line(series: Series, style: Style, *, instrument: Instrument, aspect: Aspect) -> dict[str, Any]:
    """Return one series' closed line; a gap stays one, also between the last axis and the first."""
    texts = words(series, instrument=instrument, aspect=aspect)
    keys = list(instrument.by_key)
    return {
        "type": "scatterpolar",
        "name": series.label,
        "r": _closed(series.means),
        "theta": _closed(angles(instrument)),
        "customdata": _closed(keys),
        "text": _closed(texts),
        "hovertemplate": "%{text}<extra></extra>",
        "mode": "lines+markers",
        "connectgaps": False,
        "fill": "none",
        "line": {"color": style.colour, "dash": style.dash, "width": style.width},
        "marker": {"color": style.colour, "symbol": style.marker, "size": 9},
    }


def _closed(values: list[Any]) -> list[Any]:
    return [*values, values[0]]


def axes_explained(instrument: Instrument) -> str:
    """Say which areas the shaded and the open sectors are."""
    areas = [name for name, _first, _last in area_runs(instrument)]
    if not areas:
        return ""
    key = ", ".join(
        f"{'◻◼'[place % 2 == 0]}\N{NO-BREAK SPACE}{area}" for place, area in enumerate(areas)
    )
    return _("Med klokka fra toppen: {areas}").format(areas=key)
