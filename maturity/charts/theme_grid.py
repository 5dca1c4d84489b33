"""Themes in each module, region or kommune: a cell with how many name it, of how many."""

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.tile_map import STEPS
from maturity.language import _

ROW = 30  # pixels
NAME = 24  # characters in a line of a theme's name
HEAD = 14  # characters in a line of a column's name
LETTER = 6.1
UPRIGHT = 3  # columns: with more, their names would overlap on a telephone, and stand upright


def theme_grid(
    frame: pd.DataFrame,
    *,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
    fractions: bool = False,
    turned: bool = False,
) -> go.Figure:
    """Draw a cell per theme and column, darker (in the dark, lighter) the larger the share.

    `fractions`: a cell says of how many too, 5/6, as its shade does. `turned`: the columns stand
    below each other instead, which a telephone has room for.

    `frame` has one row per cell, in the order of rows and columns: theme, column (its name),
    count, of (NA: withheld), label (the words over the cell). A cell that is withheld says «få».
    """
    colours, steps = theme.palette(dark=dark), STEPS[dark]
    if turned:
        frame = frame.rename(columns={"theme": "column", "column": "theme"})
    rows = {name: at for at, name in enumerate(dict.fromkeys(frame["theme"]))}
    columns = {name: at for at, name in enumerate(dict.fromkeys(frame["column"]))}
    upright = len(columns) > UPRIGHT
    names = [theme.wrap(name, width=NAME) for name in rows]
    longest = max((len(line) for name in names for line in name.split("<br>")), default=10)
    heads = [name if upright else theme.wrap(name, width=HEAD) for name in columns]
    lines = max((head.count("<br>") + 1 for head in heads), default=1)
    longest_head = max(map(len, heads), default=0)
    heading = round(LETTER * longest_head) + 16 if upright else 20 + 15 * lines
    shares = [
        None if pd.isna(of) or pd.isna(count) else float(count) / max(1.0, float(of))
        for count, of in zip(frame["count"], frame["of"], strict=True)
    ]
    fills = [
        colours.background if share is None else steps[min(len(steps) - 1, int(share * len(steps)))]
        for share in shares
    ]
    height = ROW * len(rows)
    layout = theme.setting(
        title=title,
        source=source,
        invented=invented,
        dark=dark,
        drawing=heading + height,
        left=round(LETTER * longest) + 16,
    )
    bare = {"ticks": "", "showgrid": False, "zeroline": False, "fixedrange": True}
    layout.update(
        showlegend=False,
        uniformtext={"mode": "show", "minsize": 7},  # of one size on a telephone too
        xaxis={
            **bare,
            "range": [-0.5, len(columns) - 0.5],
            "side": "top",
            "tickvals": list(columns.values()),
            "ticktext": heads,
            "tickangle": -90 if upright else 0,
            "tickfont": {"size": 12, "color": colours.text},
        },
        yaxis={
            **bare,
            "range": [len(rows) - 0.5, -0.5],
            "domain": [0, height / (heading + height)],
            "tickvals": list(rows.values()),
            "ticktext": names,
            "tickfont": {"size": 12, "color": colours.text},
        },
    )
    cells = {
        "type": "bar",
        "x": [columns[name] for name in frame["column"]],
        "y": [0.88] * len(frame),
        "base": [rows[name] - 0.44 for name in frame["theme"]],
        "width": 0.94,
        "text": [
            _("få") if share is None else f"{count}/{of}" if fractions else str(count)
            for share, count, of in zip(shares, frame["count"], frame["of"], strict=True)
        ],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {
            "size": 12,
            "color": [
                colours.text if share is None else theme.ink(fill)
                for share, fill in zip(shares, fills, strict=True)
            ],
        },
        "marker": {"color": fills, "line": {"color": colours.muted, "width": 0.5}},
        "hovertext": frame["label"].tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return figure([cells], layout)
