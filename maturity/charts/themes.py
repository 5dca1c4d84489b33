"""What many share: one row per theme, and how many kommuner share it."""

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.language import _

ROW = 30  # pixels
NAME = 24  # characters in a line of a theme's name
LETTER = 6.1
ROOM = 1.42  # of the longest possible bar: on a telephone too, the words beside it fit


def themes(
    frame: pd.DataFrame, *, k: int, title: str, source: str, invented: bool, dark: bool
) -> go.Figure:
    """Draw a bar per theme, on a scale that ends with all the kommuner.

    `frame` has one row per theme, in the order of drawing: theme, shared (kommuner that share
    it), kommuner (those in which somebody names it), people (how many named it). `k` are the
    kommuner whose answers may be shown.
    """
    colours = theme.palette(dark=dark)
    names = [theme.wrap(str(name), width=NAME) for name in frame["theme"]]
    longest = max((len(line) for name in names for line in name.split("<br>")), default=10)
    counts = [int(count) for count in frame["shared"]]
    words = [_("{count} av {k}").format(count=count, k=k) for count in counts]
    layout = theme.setting(
        title=title,
        source=source,
        invented=invented,
        dark=dark,
        drawing=ROW * len(names) + 8,
        left=round(LETTER * longest) + 16,
    )
    layout.update(
        showlegend=False,
        bargap=0.25,
        xaxis={
            "range": [0, max(1, k) * ROOM],
            "fixedrange": True,
            "visible": False,
        },
        yaxis={
            "range": [len(names) - 0.5, -0.5],
            "fixedrange": True,
            "tickvals": list(range(len(names))),
            "ticktext": names,
            "tickfont": {"size": 13, "color": colours.text},
            "ticks": "",
            "showline": True,  # where no kommune shares a theme, its name and «0 av 23» meet
            "linecolor": colours.muted,
            "showgrid": False,
            "zeroline": False,
        },
    )
    style = theme.styles(["kommune"], dark=dark)[0]
    people = [int(count) for count in frame["people"]]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": counts,
        "y": list(range(len(names))),
        "text": words,
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"size": 13, "color": colours.text},
        "marker": {"color": style.colour},
        "hovertext": [
            _(
                "<b>{theme}</b><br>{words} kommuner deler det<br>nevnt i {kommuner}<br>"
                "valgt {people} ganger"
            ).format(theme=name, words=said, people=count, kommuner=named)
            for name, said, count, named in zip(
                frame["theme"], words, people, frame["kommuner"], strict=True
            )
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return figure([bars], layout)
