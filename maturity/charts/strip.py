"""One's own place among the others: a row per dimension, the others unnamed."""

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
from maturity.charts.scores import behind, level
from maturity.instruments import Instrument
from maturity.language import _


def strip(
    frame: pd.DataFrame,
    *,
    others: pd.DataFrame,
    instrument: Instrument,
    own: str,
    group: str,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw the others as equal strokes, the group's mean as a line, one's own score as a point.

    `frame` has one row per dimension: dimension, own (mean), n, group (mean), k; NaN where
    missing. `others` has dimension and mean of kommuner that nobody shall recognise: they are
    rounded and sorted here, so that neither digits nor order tell whose they are. `own` and `group`
    are names. The scale is the instrument's.
    """
    colours, rows = theme.palette(dark=dark), row_places(instrument)
    names = [theme.wrap(dimension.label, width=AXIS_NAME) for dimension in instrument.dimensions]
    drawing = round(row_height(names) * (max(rows.values()) + 2)) + SCALE
    layout = theme.setting(
        title=title,
        source="\n".join(
            [source, _("En strek er en kommune uten navn; like ligger oppå hverandre.")]
        ),
        invented=invented,
        dark=dark,
        drawing=theme.LEGEND_LINE + drawing,
        left=round(LETTER * max(len(line) for name in names for line in name.split("<br>"))) + 14,
    )
    layout["legend"]["traceorder"] = "normal"
    layout["xaxis"] = value_axis(instrument, aspect="now", colours=colours)
    layout["yaxis"] = row_axis(instrument, rows, colours, share=1 - SCALE / drawing)
    mine, whole = theme.styles(["kommune", "group"], dark=dark)
    known = frame[frame["dimension"].isin(rows)].to_dict("records")
    top = instrument.scale.max
    return figure(
        [
            _others(others, rows, colours.muted),
            _marks(
                [(rows[row["dimension"]], row["group"], row) for row in known],
                name=group,
                marker={
                    "symbol": "line-ns-open",
                    "size": 22,
                    "color": whole.colour,
                    "line": {"color": whole.colour, "width": 4},
                },
                words=lambda row: [group, _of(row["group"], top), behind(None, row["k"])],
                instrument=instrument,
            ),
            _marks(
                [(rows[row["dimension"]], row["own"], row) for row in known],
                name=own,
                marker={"symbol": mine.marker, "size": 13, "color": mine.colour},
                words=lambda row: [own, _of(row["own"], top), behind(row["n"], None)],
                instrument=instrument,
            ),
        ],
        layout,
    )


def _others(others: pd.DataFrame, rows: dict[str, float], colour: str) -> dict[str, Any]:
    points = sorted(
        (rows[str(key)], round(float(mean), 1))
        for key, mean in zip(others["dimension"], others["mean"], strict=True)
        if str(key) in rows and pd.notna(mean)
    )
    return {
        "type": "scatter",
        "name": _("Andre kommuner"),
        "x": [mean for _row, mean in points],
        "y": [row for row, _mean in points],
        "mode": "markers",
        "hoverinfo": "skip",
        "marker": {
            "symbol": "line-ns-open",
            "size": 12,
            "color": colour,
            "line": {"color": colour, "width": 1.5},
        },
    }


def _marks(
    points: list[tuple[float, Any, dict[Any, Any]]],
    *,
    name: str,
    marker: dict[str, Any],
    words: Any,
    instrument: Instrument,
) -> dict[str, Any]:
    known = [(row, float(mean), about) for row, mean, about in points if pd.notna(mean)]
    return {
        "type": "scatter",
        "name": name,
        "x": [mean for _row, mean, _about in known],
        "y": [row for row, _mean, _about in known],
        "mode": "markers",
        "marker": marker,
        "hovertext": [
            "<br>".join(
                [
                    f"<b>{instrument.by_key[about['dimension']].label}</b>",
                    *filter(None, words(about)),
                ]
            )
            for _row, _mean, about in known
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _of(mean: float, top: int) -> str:
    return _("{value} av {top}").format(value=level(mean, aspect="now"), top=top)
