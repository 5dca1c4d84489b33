"""What stands on the steps of the staircase: on each the whole scale, today and the target."""

from dataclasses import dataclass
from typing import Any

from maturity.charts.scores import level
from maturity.charts.theme import Palette, Style
from maturity.charts.ways import Way, words
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import name_of

SCALE_AT = 21  # pixels from a step's foot to its scale
ENDS_AT = 7  # pixels from a step's foot to the numbers of the scale's ends
BREADTH = 0.72  # of the figure: the highest step, and every step's scale with its room
ROOM = 0.09  # of the figure, on either side of a scale: for the numbers beside its ends
HALO = 8  # pixels from a point's middle to its number


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: where it begins (`left`, of the figure's width; `foot`, in pixels), and its way."""

    left: float
    foot: float
    name: str
    way: Way


def at(step: Step, score: float, *, instrument: Instrument) -> float:
    """Return where a score lies on a step's scale, of the figure's width."""
    low, high = instrument.scale.min, instrument.scale.max
    return step.left + ROOM + (score - low) / (high - low) * (BREADTH - 2 * ROOM)


def scales(steps: list[Step], colours: Palette, *, instrument: Instrument) -> list[dict[str, Any]]:
    """Return every step's scale: a line with a tick at each point, and the numbers of its ends."""
    low, high = instrument.scale.min, instrument.scale.max
    ticks = range(low, high + 1)
    x: list[float | None] = []
    y: list[float | None] = []
    for step in steps:
        places = [at(step, tick, instrument=instrument) for tick in ticks]
        level_at = step.foot + SCALE_AT
        x += [places[0], places[-1], None]
        y += [level_at, level_at, None]
        for place in places:
            x += [place, place, None]
            y += [level_at - 3, level_at + 3, None]
    ends = [(step, end) for step in steps for end in (low, high)]
    written = bare(
        x=[at(step, end, instrument=instrument) for step, end in ends],
        y=[step.foot + ENDS_AT for step, _end in ends],
    )
    return [
        bare(x=x, y=y) | {"mode": "lines", "line": {"color": colours.muted, "width": 1}},
        written
        | {
            "mode": "text",
            "text": [str(end) for _step, end in ends],
            "textfont": {"size": 11, "color": colours.muted},
        },
    ]


def points(
    steps: list[Step], styles: list[Style], colours: Palette, *, instrument: Instrument
) -> list[dict[str, Any]]:
    """Return the way on each step as a line, and the points of today and of the target."""
    x: list[float | None] = []
    y: list[float | None] = []
    for step in steps:
        if step.way.now is not None and step.way.target is not None:
            x += [at(step, end, instrument=instrument) for end in (step.way.now, step.way.target)]
            y += [step.foot + SCALE_AT] * 2
            x, y = [*x, None], [*y, None]
    traces = [bare(x=x, y=y) | {"mode": "lines", "line": {"color": colours.muted, "width": 4}}]
    for aspect, style in zip(("now", "target"), styles, strict=True):
        shown = [(step, end) for step in steps if (end := _end(step, aspect)) is not None]
        traces.append(
            {
                "type": "scatter",
                "name": name_of(instrument.aspects["target" if aspect == "target" else "now"]),
                "x": [at(step, end, instrument=instrument) for step, end in shown],
                "y": [step.foot + SCALE_AT for step, _value in shown],
                "mode": "markers",
                "customdata": [step.way.dimension for step, _value in shown],
                "hovertext": [
                    words(step.way, instrument=instrument, aspect=aspect) for step, _value in shown
                ],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {"color": style.colour, "symbol": style.marker, "size": 12},
            }
        )
    return traces


def _end(step: Step, aspect: str) -> float | None:
    return step.way.target if aspect == "target" else step.way.now


def numbers(steps: list[Step], colours: Palette, *, instrument: Instrument) -> list[dict[str, Any]]:
    """Return each point's number, on the side away from the step's other point."""
    found = []
    for step in steps:
        ends = [end for end in (step.way.now, step.way.target) if end is not None]
        for place, end in enumerate(sorted(ends)):
            right = place == len(ends) - 1
            found.append(
                text(
                    level(end, aspect="now"),
                    x=at(step, end, instrument=instrument),
                    y=step.foot + SCALE_AT,
                )
                | {
                    "xanchor": "left" if right else "right",
                    "xshift": HALO if right else -HALO,
                    "bgcolor": colours.surface,  # or the scale would strike the number out
                    "borderpad": 0,
                    "font": {"size": 13, "color": colours.text},
                }
            )
    return found


def reasons(steps: list[Step], colours: Palette, *, instrument: Instrument) -> list[dict[str, Any]]:
    """Say on a step without a score of today why there is none, away from a target."""
    low, high = instrument.scale.min, instrument.scale.max
    found = []
    for step in steps:
        if step.way.now is None:
            right = step.way.target is not None and step.way.target < (low + high) / 2
            found.append(
                text(
                    withheld_reason(step.way.withheld or "not_answered"),
                    x=at(step, high if right else low, instrument=instrument),
                    y=step.foot + SCALE_AT,
                )
                | {
                    "xanchor": "right" if right else "left",
                    "bgcolor": colours.surface,
                    "font": {"size": 12, "color": colours.muted},
                }
            )
    return found


def text(text: str, *, x: float, y: float) -> dict[str, Any]:
    """Return an annotation that begins at a place."""
    return {"text": text, "x": x, "y": y, "xanchor": "left", "showarrow": False, "align": "left"}


def bare(*, x: list[Any], y: list[Any]) -> dict[str, Any]:
    """Return a trace that is neither named nor touched."""
    return {"type": "scatter", "x": x, "y": y, "hoverinfo": "skip", "showlegend": False}
