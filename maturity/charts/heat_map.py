"""Kommune by dimension: every score that may be shown, as a number on a shade."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.scores import Aspect, area_runs, level, scale_range
from maturity.charts.tile_map import STEPS
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _
from maturity.settings import thresholds

ROW = 23  # pixels
LEFT = 96  # pixels for the names of the kommuner
LETTER = 6.3  # pixels: the mean width of a letter of a column's name, which stands upright
APART = 0.35  # of a column, between two areas
CELL = (0.96, 0.9)  # of its place: width and height
SMALLEST = {False: 9, True: 7}  # pixels: a number on a telephone; that of a gap has a sign
BELOW = {False: ("#f6ded0", "#e8a67e"), True: ("#4a2c1a", "#8f5328")}  # a target below today
GAPS = (0.0, 0.5, 1.0, 1.5, 2.0)  # points: from here on the next shade


def heat_map(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    aspect: Aspect,
    groups: Sequence[tuple[str, Sequence[str]]],
    title: str,
    source: str,
    invented: bool,
    dark: bool,
    missing: str = "",
) -> go.Figure:
    """Draw a row per kommune and a column per dimension, on shades of the instrument's scale.

    `frame` has one row per kommune and dimension: kommune (code), name, dimension, mean (NaN where
    missing), withheld (None or why), label (the words over the cell). `groups` are the rows from
    above: a heading ("" for none) and the codes below it. Withheld cells are hatched and say «få»
    or «–», what was not answered is left empty; `missing` says so where the rows are not kommuner.
    `customdata` begins with the kommune's code.
    """
    colours = theme.palette(dark=dark)
    columns = _columns(instrument)
    rows, labels = _rows(groups, dict(zip(frame["kommune"], frame["name"], strict=True)))
    cells = frame[frame["kommune"].isin(rows) & (frame["mean"].notna() | _held(frame))]
    last = max(rows.values(), default=0.0)
    runs = list(area_runs(instrument))
    names = [dimension.label for dimension in instrument.dimensions]
    heading = round(LETTER * max(map(len, names))) + 10
    height = round(ROW * (last + 2.2 if runs else last + 1.2))
    few = missing or _("«få»: færre enn {limit} svar. Tom rute: ikke besvart.").format(
        limit=thresholds().min_respondents
    )
    if not missing and (cells["withheld"] == "at_an_end").any():
        few += " " + _("«–»: {reason}.").format(reason=withheld_reason("at_an_end"))
    layout = theme.setting(
        title=title,
        source=f"{source}\n{_scale_words(instrument, aspect, dark=dark)} {few}",
        invented=invented,
        dark=dark,
        drawing=heading + height,
        left=max(LEFT, round(LETTER * max(map(len, labels.values()), default=0))),
    )
    bare = {"ticks": "", "showgrid": False, "zeroline": False, "fixedrange": True}
    places = list(columns.values())
    layout.update(
        showlegend=False,
        uniformtext={"mode": "show", "minsize": SMALLEST[aspect == "gap"]},
        clickmode="event+select",
        xaxis={
            **bare,
            "range": [-0.55, places[-1] + 0.55],
            "side": "top",
            "tickvals": places,
            "ticktext": names,
            "tickangle": -90,
            "tickfont": {"size": 12, "color": colours.text},
        },
        yaxis={
            **bare,
            "range": [last + (1.6 if runs else 0.6), -0.6],
            "domain": [0, height / (heading + height)],
            "tickvals": list(labels),
            "ticktext": list(labels.values()),
            "tickfont": {"size": 12, "color": colours.text},
        },
    )
    keys = list(columns)
    layout["annotations"] = [
        *layout["annotations"],
        *(
            {
                "text": f"<b>{theme.wrap(name, width=9)}</b>",
                "x": (columns[keys[first]] + columns[keys[end]]) / 2,
                "y": last + 0.62,
                "yanchor": "top",
                "showarrow": False,
                "font": {"size": 10.5, "color": colours.muted},
            }
            for name, first, end in runs
        ),
    ]
    return figure([_cells(cells, instrument, aspect, rows, columns, dark=dark)], layout)


def _columns(instrument: Instrument) -> dict[str, float]:
    """Return each dimension's place from the left, with some air between areas."""
    firsts = {first for _name, first, _last in area_runs(instrument)} - {0}
    places: dict[str, float] = {}
    at = -1.0
    for axis, key in enumerate(instrument.by_key):
        at += 1 + APART if axis in firsts else 1
        places[key] = at
    return places


def _rows(
    groups: Sequence[tuple[str, Sequence[str]]], names: dict[str, str]
) -> tuple[dict[str, float], dict[float, str]]:
    """Return each kommune's row, and the words beside the rows."""
    rows: dict[str, float] = {}
    labels: dict[float, str] = {}
    at = -1.0
    for heading, codes in groups:
        if heading:
            at += 1.15
            labels[at] = f"<b>{heading}</b>"
        for code in codes:
            at += 1
            rows[code], labels[at] = at, names[code]
    return rows, labels


def _held(frame: pd.DataFrame) -> "pd.Series[bool]":
    return frame["withheld"].isin(["min_respondents", "at_an_end"])


def shade(value: float, *, instrument: Instrument, aspect: Aspect, dark: bool) -> str:
    """Return the colour of a score, by the instrument's scale, or of a gap, by fixed steps."""
    steps = STEPS[dark]
    if aspect == "gap":
        if value < 0:
            return BELOW[dark][value <= -1]
        return steps[sum(value >= least for least in GAPS[1:])]
    low, high = scale_range(instrument, aspect=aspect)
    share = (value - low) / (high - low)
    return steps[min(len(steps) - 1, max(0, int(share * len(steps))))]


def _cells(
    cells: pd.DataFrame,
    instrument: Instrument,
    aspect: Aspect,
    rows: dict[str, float],
    columns: dict[str, float],
    *,
    dark: bool,
) -> dict[str, Any]:
    colours = theme.palette(dark=dark)
    means = [None if pd.isna(mean) else float(mean) for mean in cells["mean"]]
    fills = [
        colours.background
        if mean is None
        else shade(mean, instrument=instrument, aspect=aspect, dark=dark)
        for mean in means
    ]
    words = {"min_respondents": _("få"), "at_an_end": "–"}
    return {
        "type": "bar",
        "x": [columns[key] for key in cells["dimension"]],
        "y": [CELL[1]] * len(cells),
        "base": [rows[code] - CELL[1] / 2 for code in cells["kommune"]],
        "width": CELL[0],
        "text": [
            words[str(why)] if mean is None else level(mean, aspect=aspect)
            for mean, why in zip(means, cells["withheld"], strict=True)
        ],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {
            "size": 11,
            "color": [
                colours.text if mean is None else theme.ink(fill)
                for mean, fill in zip(means, fills, strict=True)
            ],
        },
        "marker": {
            "color": fills,
            "line": {"color": colours.muted, "width": 0.5},
            "pattern": {
                "shape": ["/" if mean is None else "" for mean in means],
                "fillmode": "overlay",  # else the cell's own colour draws the hatching
                "fgcolor": colours.muted,
                "fgopacity": 0.4,
                "size": 7,
                "solidity": 0.2,
            },
        },
        "customdata": cells[["kommune", "dimension"]].astype(str).to_numpy().tolist(),
        "hovertext": cells["label"].tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _scale_words(instrument: Instrument, aspect: Aspect, *, dark: bool) -> str:
    if aspect == "gap":
        return _("Blått: målet er høyere enn i dag. Brunt: lavere.")
    low, high = (int(end) for end in scale_range(instrument, aspect=aspect))
    if dark:
        return _("Jo lysere, jo høyere på skalaen {low}–{high}.").format(low=low, high=high)
    return _("Jo mørkere, jo høyere på skalaen {low}–{high}.").format(low=low, high=high)
