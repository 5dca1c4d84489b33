"""Nordland as tiles: one kommune, those worth calling, and how like it the others are."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.tile_map import SIZE, STEPS, TILE, tiles
from maturity.language import _

FRAME = {"asker": 4.0, "partner": 4.0, "other": 1.0}  # pixels around a tile
MARK = {"asker": "●", "partner": "☎", "other": ""}


def partner_map(
    frame: pd.DataFrame, *, title: str, source: str, invented: bool, dark: bool
) -> go.Figure:
    """Draw one tile per kommune, darker (in the dark, lighter) the more like the asker it is.

    `frame` has one row per kommune: kommune (code), name, likeness (0 to 1), part ("asker" |
    "partner" | "other"), label (the words shown over the tile). The asker carries a dot, a partner
    a telephone, both a thick frame. KeyError: a kommune without a place.
    """
    places, colours, steps = tiles(), theme.palette(dark=dark), STEPS[dark]
    own = [places[str(code)] for code in frame["kommune"]]
    parts: Sequence[str] = frame["part"].tolist()
    fills = [
        steps[min(len(steps) - 2, int(value * (len(steps) - 1)))] for value in frame["likeness"]
    ]
    fills = [steps[-1] if p == "asker" else fill for p, fill in zip(parts, fills, strict=True)]
    rows = 1 + max(tile.row for tile in places.values())
    columns = 1 + max(tile.column for tile in places.values())
    shade = _("Jo lysere, jo likere.") if dark else _("Jo mørkere, jo likere.")
    key = _("● kommunen selv. ☎ å ringe. {shade}") if "partner" in parts else "● {own} {shade}"
    key = key.format(shade=shade, own=_("kommunen selv."))
    layout = theme.setting(
        title=title,
        source=f"{source}\n{key}",
        invented=invented,
        dark=dark,
        drawing=rows * TILE,
    )
    hidden = {"visible": False, "fixedrange": True}
    layout.update(
        showlegend=False,
        clickmode="event+select",
        xaxis=hidden | {"range": [-0.5, columns - 0.5]},
        yaxis=hidden | {"range": [rows - 0.5, -0.5]},
    )
    bars = {
        "type": "bar",
        "x": [tile.column for tile in own],
        "y": [SIZE] * len(own),
        "base": [tile.row - SIZE / 2 for tile in own],
        "width": SIZE,
        "text": [f"{tile.lines} {MARK[p]}".strip() for tile, p in zip(own, parts, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 12, "color": [theme.ink(fill) for fill in fills]},
        "marker": {
            "color": fills,
            "line": {
                "color": [colours.muted if p == "other" else colours.text for p in parts],
                "width": [FRAME[p] for p in parts],
            },
        },
        "customdata": frame[["kommune", "name"]].astype(str).to_numpy().tolist(),
        "hovertext": frame["label"].tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    return figure([bars], layout)
