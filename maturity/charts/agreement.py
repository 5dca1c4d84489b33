"""Do the people of a kommune agree: one row per dimension, its people by how they answered."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.profile import AXIS_NAME, LETTER, SCALE, row_axis, row_height, row_places
from maturity.charts.tile_map import STEPS
from maturity.instruments import Instrument
from maturity.language import _, ngettext

BAR = 0.62  # of a row


def agreement(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw a bar of people per dimension, from those who answered lowest to highest.

    `frame` has one row per dimension and level that anybody has: dimension, level (a point of the
    scale), people, n. The bars are as long as people are many, so that rows can be compared; the
    number of people stands in each part.
    """
    colours, rows = theme.palette(dark=dark), row_places(instrument)
    own = frame[frame["dimension"].isin(rows)].dropna(subset=["people"])
    names = [theme.wrap(dimension.label, width=AXIS_NAME) for dimension in instrument.dimensions]
    drawing = round(row_height(names) * (max(rows.values()) + 2)) + SCALE
    scale = instrument.scale
    note = _("Tallet i stolpen: antall personer. Nivå {low} er helt uenig, {high} helt enig.")
    layout = theme.setting(
        title=title,
        source="\n".join([source, note.format(low=scale.min, high=scale.max)]),
        invented=invented,
        dark=dark,
        drawing=theme.LEGEND_LINE + drawing,
        left=round(LETTER * max(len(line) for name in names for line in name.split("<br>"))) + 14,
    )
    layout["legend"]["traceorder"] = "normal"
    most = int(own["n"].max()) if len(own) else 1
    layout.update(
        barmode="stack",
        bargap=1 - BAR,
        xaxis={"visible": False, "fixedrange": True, "range": [0, most]},
        yaxis=row_axis(instrument, rows, colours, share=1 - SCALE / drawing),
    )
    parts = [
        _part(own[own["level"] == level], level, rows, instrument=instrument, dark=dark)
        for level in range(scale.min, scale.max + 1)
    ]
    return figure(parts, layout)


def _part(
    people: pd.DataFrame,
    level: int,
    rows: dict[str, float],
    *,
    instrument: Instrument,
    dark: bool,
) -> dict[str, Any]:
    """Return the people at one level, one part of each bar; the names tell it in the legend."""
    steps, scale = STEPS[dark], instrument.scale
    share = (level - scale.min) / max(1, scale.max - scale.min)
    fill = steps[round(share * (len(steps) - 1))]
    name = _("Nivå {level}").format(level=level)
    counts = [int(count) for count in people["people"]]
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": counts,
        "y": [rows[key] for key in people["dimension"]],
        "width": [BAR] * len(counts),
        "text": [str(count) for count in counts],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 12, "color": theme.ink(fill)},
        "marker": {
            "color": fill,
            "line": {"color": theme.palette(dark=dark).muted, "width": 1},
        },
        "hovertext": [
            "<br>".join(
                [
                    f"<b>{instrument.by_key[key].label}</b>",
                    name,
                    ngettext("{count} av {n} person", "{count} av {n} personer", int(n)).format(
                        count=count, n=int(n)
                    ),
                ]
            )
            for key, count, n in zip(people["dimension"], counts, people["n"], strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
