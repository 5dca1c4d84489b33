"""What changed: two survey rounds as two points on each axis, with the way between them."""

from collections.abc import Mapping
from dataclasses import dataclass
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
from maturity.charts.scores import behind, level, moved
from maturity.charts.theme import Palette
from maturity.instruments import Instrument
from maturity.language import _

ONE_LINE = 22  # characters of a name in compact rows
EDGE = 0.6  # of a scale point: nearer to the scale's end than this, the words stand on the left


@dataclass(frozen=True, kw_only=True)
class Step:
    """One dimension's way from the earlier survey round to the later."""

    row: float
    earlier: float
    later: float
    words: str

    @property
    def moved(self) -> str:
        """The change with its sign."""
        return level(moved(self.earlier, self.later), aspect="gap")


def change(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    earlier: str,
    later: str,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
    compact: bool = False,
) -> go.Figure:
    """Draw one row per dimension: an open point before, a filled one now, the change beside them.

    `frame` has one row per dimension: dimension, earlier and later (means on the instrument's
    scale, NaN where missing), k (kommuner in both; with k_earlier, those of the later round, which
    are not the same). `earlier` and `later` are the names of the survey rounds. The scale is the
    instrument's, never the data's. `compact`: every name on one line, so that thirteen rows stand
    on a first screen.
    """
    colours = theme.palette(dark=dark)
    rows = row_places(instrument)
    steps = _steps(frame, rows, instrument=instrument)
    width = ONE_LINE if compact else AXIS_NAME
    names = [theme.wrap(dimension.label, width=width) for dimension in instrument.dimensions]
    height = max(24, 15 * max(name.count("<br>") + 1 for name in names) + 2)
    drawing = round((height if compact else row_height(names)) * (max(rows.values()) + 2)) + SCALE
    beside = _(
        "Tallet ved punktene: endringen, regnet ut før avrunding. Små endringer kan være "
        "tilfeldige."
    )
    notes = [source, beside]
    if len(steps) < len(rows):
        notes.append(_("Rad uten punkter: for få kommuner, eller ikke spurt begge ganger."))
    layout = theme.setting(
        title=title,
        source="\n".join(notes),
        invented=invented,
        dark=dark,
        drawing=theme.LEGEND_LINE + drawing,
        left=round(LETTER * max(len(line) for name in names for line in name.split("<br>"))) + 14,
    )
    layout["legend"]["traceorder"] = "normal"
    layout["xaxis"] = value_axis(instrument, aspect="now", colours=colours)
    axis = row_axis(instrument, rows, colours, share=1 - SCALE / drawing)
    named = dict(zip(rows.values(), names, strict=True))
    axis["ticktext"] = [
        named.get(at, text) for at, text in zip(axis["tickvals"], axis["ticktext"], strict=True)
    ]
    layout["yaxis"] = axis
    style = theme.styles(["group"], dark=dark)[0]
    before = {"size": 10, "symbol": "circle-open", "line": {"color": style.colour, "width": 2}}
    now = {"size": 11, "symbol": "circle"}
    return figure(
        [
            _ways(steps, style.colour),
            _points(steps, earlier, [s.earlier for s in steps], before | {"color": style.colour}),
            _points(steps, later, [s.later for s in steps], now | {"color": style.colour}),
            _changes(steps, colours, top=instrument.scale.max),
        ],
        layout,
    )


def _steps(frame: pd.DataFrame, rows: dict[str, float], *, instrument: Instrument) -> list[Step]:
    """Return what can be drawn, in the order of the rows; a missing score leaves its row empty."""
    steps = []
    for row in frame.to_dict("records"):
        key = str(row["dimension"])
        if key not in rows or pd.isna(row["earlier"]) or pd.isna(row["later"]):
            continue
        before, after = float(row["earlier"]), float(row["later"])
        levels = (level(before, aspect="now"), level(after, aspect="now"))
        step = Step(row=rows[key], earlier=before, later=after, words="")
        lines = [
            f"<b>{instrument.by_key[key].label}</b>",
            _("{earlier} → {later} ({moved})").format(
                earlier=levels[0], later=levels[1], moved=step.moved
            ),
            counted(row),
        ]
        words = "<br>".join(line for line in lines if line)
        steps.append(Step(row=rows[key], earlier=before, later=after, words=words))
    return sorted(steps, key=lambda step: step.row)


def counted(row: Mapping[Any, Any]) -> str:
    """Say whose means a row is: «22 kommuner», or «23 → 22 kommuner» where not of the same ones."""
    before, after = row.get("k_earlier"), row["k"]
    if before is None or pd.isna(before):
        return behind(None, after)
    return _("{earlier} → {kommuner}").format(earlier=int(before), kommuner=behind(None, after))


def _ways(steps: list[Step], colour: str) -> dict[str, Any]:
    """Return the lines between the points, one trace with gaps between them."""
    x: list[float | None] = []
    y: list[float | None] = []
    for step in steps:
        x += [step.earlier, step.later, None]
        y += [step.row, step.row, None]
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines",
        "line": {"color": colour, "width": 3},
        "opacity": 0.55,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _points(
    steps: list[Step], name: str, means: list[float], marker: dict[str, Any]
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": name,
        "x": means,
        "y": [step.row for step in steps],
        "mode": "markers",
        "hovertext": [step.words for step in steps],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": marker,
    }


def _changes(steps: list[Step], colours: Palette, *, top: float) -> dict[str, Any]:
    """Return the change in words beside each pair of points, inside the scale."""
    ends = [(min(s.earlier, s.later), max(s.earlier, s.later)) for s in steps]
    right = [high <= top - EDGE for _low, high in ends]
    return {
        "type": "scatter",
        "x": [high if to_right else low for (low, high), to_right in zip(ends, right, strict=True)],
        "y": [step.row for step in steps],
        "mode": "text",
        "text": [f"  {step.moved}  " for step in steps],
        "textposition": [f"middle {'right' if to_right else 'left'}" for to_right in right],
        "textfont": {"size": 12, "color": colours.text},
        "hoverinfo": "skip",
        "showlegend": False,
    }
