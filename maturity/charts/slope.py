"""The slope: one dimension through the survey rounds, a line for each kommune that stays on it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.scores import behind, level, scale_range, scale_ticks
from maturity.charts.theme import Palette
from maturity.instruments import Instrument
from maturity.language import _

DRAWING = 400  # pixels: a scale's five points, with room between the lines
ROOM = 0.28  # of the way between two rounds, on both sides: half of a round's name
ROUND_NAME = 11  # characters in a line of a round's name
LIFT = 17  # pixels between a point and its label


def slope(
    frame: pd.DataFrame,
    *,
    rounds: Mapping[str, str],
    instrument: Instrument,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw lines from survey round to survey round: the chosen ones thick, all others thin.

    `frame` has one row per series and step: series, series_kind ("kommune" and "group" are
    highlighted, at most one of each; "other" is not), start and end (codes of rounds), earlier,
    later (means on the instrument's scale), n_earlier, n_later (answers) and k (kommuner).
    `rounds` are the names of the rounds by code, oldest first. No row, no line: a series that
    skipped a round has none across it. The scale is the instrument's, never the data's.
    """
    colours = theme.palette(dark=dark)
    places = {code: place for place, code in enumerate(rounds)}
    shown = frame.dropna(subset=["earlier", "later"])
    parts = {kind: shown[shown["series_kind"] == kind] for kind in ("other", "group", "kommune")}
    traces = [_thin(parts["other"], rounds, places, instrument=instrument, colours=colours)]
    for kind in ("group", "kommune"):
        if len(parts[kind]):
            style = theme.styles([kind], dark=dark)[0]
            traces.append(_thick(parts[kind], rounds, places, instrument=instrument, style=style))
    notes = [source, _("Linje som mangler: ikke vist i begge kartleggingene som den går mellom.")]
    layout = theme.setting(
        title=title,
        source="\n".join(notes),
        invented=invented,
        dark=dark,
        drawing=theme.LEGEND_LINE + DRAWING,
        left=34,
    )
    layout["legend"]["traceorder"] = "reversed"
    layout["xaxis"] = _round_axis(rounds, colours)
    layout["yaxis"] = _scale_axis(instrument, colours)
    layout["annotations"] += _labels(parts, places, colours=colours)
    return figure(traces, layout)


def _thin(
    rows: pd.DataFrame,
    rounds: Mapping[str, str],
    places: dict[str, int],
    *,
    instrument: Instrument,
    colours: Palette,
) -> dict[str, Any]:
    """Return the lines of all others as one trace, with gaps between them."""
    line = _line(rows, rounds, places, instrument=instrument)
    return line | {
        "name": _("Andre kommuner"),
        "mode": "lines+markers",
        "line": {"color": colours.muted, "width": 1},
        "marker": {"color": colours.muted, "size": 3.5, "symbol": "circle"},
        "opacity": 0.8,
    }


def _thick(
    rows: pd.DataFrame,
    rounds: Mapping[str, str],
    places: dict[str, int],
    *,
    instrument: Instrument,
    style: theme.Style,
) -> dict[str, Any]:
    line = _line(rows, rounds, places, instrument=instrument)
    return line | {
        "name": str(rows["series"].iloc[0]),
        "mode": "lines+markers",
        "line": {"color": style.colour, "width": style.width + 1.5, "dash": style.dash},
        "marker": {
            "color": style.colour,
            "symbol": style.marker,
            "size": 12,
            "line": {"color": style.colour, "width": 2.5 if style.marker.endswith("open") else 0},
        },
    }


def _line(
    rows: pd.DataFrame, rounds: Mapping[str, str], places: dict[str, int], *, instrument: Instrument
) -> dict[str, Any]:
    """Return places, scores and words of some series' steps.

    Two steps of a series are one line where one ends as the other starts; a group may start
    elsewhere, since other kommuner are in both rounds of the next step.
    """
    x: list[int | None] = []
    y: list[float | None] = []
    texts: list[str] = []
    last: tuple[str, str, float] | None = None
    ordered = sorted(rows.to_dict("records"), key=lambda row: (row["series"], places[row["start"]]))
    for row in ordered:
        ends = [
            (row["start"], float(row["earlier"]), row["n_earlier"]),
            (row["end"], float(row["later"]), row["n_later"]),
        ]
        if last == (row["series"], row["start"], float(row["earlier"])):
            ends = ends[1:]
        elif x:
            x.append(None)
            y.append(None)
            texts.append("")
        for code, mean, n in ends:
            x.append(places[code])
            y.append(mean)
            value = _("{value} av {top}").format(
                value=level(mean, aspect="now"), top=instrument.scale.max
            )
            words = [f"<b>{row['series']}</b>", rounds[code], value, behind(n, row["k"])]
            texts.append("<br>".join(word for word in words if word))
        last = (row["series"], row["end"], float(row["later"]))
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _labels(
    parts: dict[str, pd.DataFrame], places: dict[str, int], *, colours: Palette
) -> list[dict[str, Any]]:
    """Return name and score where each highlighted line ends: the higher one's above its point."""
    ends = []
    for kind in ("kommune", "group"):
        if len(parts[kind]):
            rows = parts[kind].to_dict("records")
            last = max(rows, key=lambda row: places[row["end"]])
            ends.append((float(last["later"]), places[last["end"]], str(last["series"])))
    ends.sort(reverse=True)
    last_place = max(places.values())
    return [
        {
            "x": place,
            "y": mean,
            "text": f"<b>{name} {level(mean, aspect='now')}</b>",
            "showarrow": False,
            "xanchor": "right" if place == last_place else "center",
            "xshift": 16 if place == last_place else 0,
            "yshift": LIFT if above == 0 else -LIFT,
            "bgcolor": colours.background,
            "borderpad": 1,
            "opacity": 0.9,
            "font": {"size": 13, "color": colours.text},
        }
        for above, (mean, place, name) in enumerate(ends)
    ]


def _round_axis(rounds: Mapping[str, str], colours: Palette) -> dict[str, Any]:
    return {
        "range": [-ROOM, len(rounds) - 1 + ROOM],
        "fixedrange": True,
        "tickvals": list(range(len(rounds))),
        "ticktext": [theme.wrap(name, width=ROUND_NAME) for name in rounds.values()],
        "tickfont": {"size": 12, "color": colours.text},
        "tickangle": 0,
        "side": "top",
        "gridcolor": colours.grid,
        "zeroline": False,
    }


def _scale_axis(instrument: Instrument, colours: Palette) -> dict[str, Any]:
    low, high = scale_range(instrument, aspect="now")
    ticks, labels = scale_ticks(instrument, aspect="now")
    margin = 0.04 * (high - low)
    return {
        "range": [low - margin, high + margin],
        "domain": [0, 1 - 40 / DRAWING],  # below the names of the rounds
        "fixedrange": True,
        "tickvals": ticks,
        "ticktext": labels,
        "tickfont": {"size": 12, "color": colours.muted},
        "gridcolor": colours.grid,
        "zeroline": False,
    }
