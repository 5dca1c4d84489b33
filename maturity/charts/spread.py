"""How far kommuner stand apart: one row per dimension, from the lowest to the highest."""

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
from maturity.charts.scores import Aspect, behind, level
from maturity.instruments import Instrument
from maturity.language import _


def spread(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    aspect: Aspect,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw a thin line from lowest to highest, a thick one over the middle half, and the median.

    `frame` has one row per dimension: dimension, lowest, q1, median, q3, highest (means of
    kommuner, NaN where withheld), k (kommuner). The scale is the instrument's.
    """
    colours = theme.palette(dark=dark)
    rows = row_places(instrument)
    own = frame[frame["dimension"].isin(rows)].dropna(subset=["median"])
    known = own.sort_values("dimension", key=lambda keys: keys.map(rows)).to_dict("records")
    names = [theme.wrap(dimension.label, width=AXIS_NAME) for dimension in instrument.dimensions]
    drawing = round(row_height(names) * (max(rows.values()) + 2)) + SCALE
    layout = theme.setting(
        title=title,
        source="\n".join(
            [
                source,
                _(
                    "Tynn strek: fra laveste til høyeste kommune. Tykk: den midterste halvdelen. "
                    "Punkt: midterste kommune."
                ),
            ]
        ),
        invented=invented,
        dark=dark,
        drawing=drawing,
        left=round(LETTER * max(len(line) for name in names for line in name.split("<br>"))) + 14,
    )
    layout["showlegend"] = False
    layout["xaxis"] = value_axis(instrument, aspect=aspect, colours=colours)
    layout["yaxis"] = row_axis(instrument, rows, colours, share=1 - SCALE / drawing)
    style = theme.styles(["kommune"], dark=dark)[0]
    at = [rows[str(row["dimension"])] for row in known]
    points = {
        "type": "scatter",
        "x": [float(row["median"]) for row in known],
        "y": at,
        "mode": "markers",
        "marker": {
            "size": 13,
            "color": colours.background,
            "line": {"color": style.colour, "width": 3},
        },
        "hovertext": [_words(row, instrument=instrument, aspect=aspect) for row in known],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return figure(
        [
            _lines(known, at, ("lowest", "highest"), width=1.5, colour=style.colour),
            _lines(known, at, ("q1", "q3"), width=9, colour=style.colour),
            points,
        ],
        layout,
    )


def _lines(
    known: list[dict[Any, Any]],
    at: list[float],
    ends: tuple[str, str],
    *,
    width: float,
    colour: str,
) -> dict[str, Any]:
    """Return one trace of lines, with gaps between them."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row, place in zip(known, at, strict=True):
        x += [float(row[ends[0]]), float(row[ends[1]]), None]
        y += [place, place, None]
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines",
        "line": {"color": colour, "width": width},
        "hoverinfo": "skip",
    }


def _words(row: dict[Any, Any], *, instrument: Instrument, aspect: Aspect) -> str:
    said = {
        name: level(row[name], aspect=aspect)
        for name in ("lowest", "q1", "median", "q3", "highest")
    }
    return "<br>".join(
        [
            f"<b>{instrument.by_key[str(row['dimension'])].label}</b>",
            _("fra {lowest} til {highest}").format(**said),
            _("midterste halvdel {q1} til {q3}").format(**said),
            _("midterste kommune {median}").format(**said),
            behind(None, row["k"]),
        ]
    )
