"""Who could help whom: one row per kommune that asks, one column per kommune that could answer."""

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.tile_map import STEPS
from maturity.language import _

ROW = 22  # pixels
HEADING = 92  # pixels above the rows, for names that stand upright
LEFT = 104
LEVELS = (0.0, 0.15, 0.3, 0.45)  # from here on the next shade


def pair_matrix(
    frame: pd.DataFrame,
    *,
    names: dict[str, str],
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw a cell for each pair with something to give, with its match of 100 written in it.

    `frame` has one row per pair: asker, partner (codes), score (0 to 1), label (the words shown
    over the cell). `names` are the kommuner that stand in rows and columns, by code in their
    order. Pairs that are not in the frame stay empty.
    """
    colours, steps = theme.palette(dark=dark), STEPS[dark]
    place = {code: at for at, code in enumerate(names)}
    pairs = frame[frame["asker"].isin(names) & frame["partner"].isin(names)]
    scores = [float(score) for score in pairs["score"]]
    fills = [steps[sum(score >= least for least in LEVELS)] for score in scores]
    height = ROW * len(names)
    layout = theme.setting(
        title=title,
        source=_(
            "{source}\nRad: hvem som spør. Kolonne: hvem som kan hjelpe. Tallet: treff av 100."
        ).format(source=source),
        invented=invented,
        dark=dark,
        drawing=HEADING + height,
        left=LEFT,
    )
    bare = {"ticks": "", "showgrid": False, "zeroline": False, "fixedrange": True}
    ends = [-0.5, len(names) - 0.5]
    ticks = {"tickvals": list(place.values()), "ticktext": list(names.values())}
    layout.update(
        showlegend=False,
        uniformtext={"mode": "show", "minsize": 7},  # of one size on a telephone too
        xaxis={
            **bare,
            **ticks,
            "range": ends,
            "side": "top",
            "tickangle": -90,
            "tickfont": {"size": 11, "color": colours.text},
        },
        yaxis={
            **bare,
            **ticks,
            "range": ends[::-1],
            "domain": [0, height / (HEADING + height)],
            "tickfont": {"size": 11, "color": colours.text},
        },
    )
    rows = [place[code] for code in pairs["asker"]]
    cells = {
        "type": "bar",
        "x": [place[code] for code in pairs["partner"]],
        "y": [0.9] * len(rows),
        "base": [row - 0.45 for row in rows],
        "width": 0.94,
        "text": [f"{100 * score:.0f}" for score in scores],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 10, "color": [theme.ink(fill) for fill in fills]},
        "marker": {"color": fills, "line": {"color": colours.muted, "width": 0.5}},
        "hovertext": pairs["label"].tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return figure([cells], layout)
