"""Every kommune's profile in small, all on one scale, beside that of the group."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.scores import Aspect, level, scale_range
from maturity.instruments import Instrument
from maturity.language import _, number

COLUMNS = 4
STEP = 7  # pixels between two dimensions
NAME = 26  # pixels above a profile, for its kommune
SCALE = 14  # pixels below it, for the ends of the scale
GAP = 0.18  # of a profile's width, between two


def profile_multiples(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    aspect: Aspect,
    group: dict[str, float],
    group_label: str,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw one small profile per kommune, dimensions from above in the instrument's order.

    `frame` has one row per kommune and dimension: kommune, name, dimension, mean (NaN where
    missing: a gap in the line), in the order of drawing. `group` are the group's means by
    dimension, drawn in each as a thin line. Left and right end of each are the scale's.
    """
    colours = theme.palette(dark=dark)
    keys = list(instrument.by_key)
    low, high = scale_range(instrument, aspect=aspect)
    own = {
        str(code): dict(zip(rows["dimension"], rows["mean"], strict=True))
        for code, rows in frame.groupby("kommune", sort=False)
    }
    names = dict(zip(frame["kommune"], frame["name"], strict=True))
    tall = NAME + STEP * (len(keys) + 1) + SCALE
    count = -(-len(own) // COLUMNS)
    key = _("I hver: skalaen {low} til {high} fra venstre, {what} ovenfra. Stiplet: {group}.")
    layout = theme.setting(
        title=title,
        source="\n".join(
            [
                source,
                key.format(
                    low=f"{low:.0f}".replace("-", "−"),
                    high=f"{high:.0f}",
                    what=_("generasjonene") if instrument.ordered else _("evnene"),
                    group=group_label,
                ),
            ]
        ),
        invented=invented,
        dark=dark,
        drawing=count * tall,
    )
    bare = {"visible": False, "fixedrange": True}
    layout.update(
        showlegend=False,
        xaxis=bare | {"range": [-0.02, COLUMNS * (1 + GAP) - GAP + 0.02]},
        yaxis=bare | {"range": [count * tall, 0]},
    )
    lines, beside, frames = _trace(), _trace(), _trace()
    lines |= {"text": [], "hoverinfo": "text"}
    ends = [number(low, digits=0), number(high, digits=0)]
    marks = []
    for place, (code, means) in enumerate(own.items()):
        left, top = place % COLUMNS * (1 + GAP), place // COLUMNS * tall
        ys = [top + NAME + STEP * (at + 0.5) for at in range(len(keys))]
        _add(lines, [_at(means.get(k), low, high, left) for k in keys], ys)
        lines["text"] += [
            *(_words(means.get(k), instrument.by_key[k].label, aspect) for k in keys),
            "",
        ]
        _add(beside, [_at(group.get(k), low, high, left) for k in keys], ys)
        for x in (left, left + 0.5, left + 1):
            _add(frames, [x, x], [ys[0], ys[-1]])
        name = {"text": names[code], "x": left, "y": top + NAME - 6, "xanchor": "left"}
        small = {"size": 10, "color": colours.muted}
        marks += [
            name
            | {
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": 12, "color": colours.text},
            },
            *(
                {
                    "text": text,
                    "x": x,
                    "y": ys[-1],
                    "yanchor": "top",
                    "showarrow": False,
                    "font": small,
                }
                for x, text in zip((left, left + 1), ends, strict=True)
            ),
        ]
    layout["annotations"] = [*layout["annotations"], *marks]
    one, all_ = theme.styles(["kommune", "group"], dark=dark)
    return figure(
        [
            frames | {"line": {"color": colours.grid, "width": 1}},
            beside | {"line": {"color": all_.colour, "width": 1.5, "dash": "3px,3px"}},
            lines
            | {
                "mode": "lines+markers",
                "line": {"color": one.colour, "width": 2},
                "marker": {"color": one.colour, "size": 4},
            },
        ],
        layout,
    )


def _words(mean: float | None, label: str, aspect: Aspect) -> str:
    return "" if mean is None or pd.isna(mean) else f"{label}: {level(mean, aspect=aspect)}"


def _trace() -> dict[str, Any]:
    return {"type": "scatter", "x": [], "y": [], "mode": "lines", "hoverinfo": "skip"}


def _add(trace: dict[str, Any], xs: list[float | None], ys: list[float]) -> None:
    trace["x"] += [*xs, None]
    trace["y"] += [*ys, None]


def _at(mean: float | None, low: float, high: float, left: float) -> float | None:
    if mean is None or pd.isna(mean):
        return None
    return left + (float(mean) - low) / (high - low)
