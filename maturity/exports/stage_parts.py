"""A figure that is too tall for a hall, in parts: some of its rows at a time, as large as they are.

Shrunk to the screen it would be read by nobody behind the first rows of chairs.
"""

from collections.abc import Sequence
from math import ceil
from typing import Any

from maturity.exports.pack_stage import LEAST, LETTER, ROW, has_rows

MOST = 490  # pixels that a screen holds of a figure whose letters are read from behind
EDGE = 0.6  # of a row, above the first and below the last
BELOW = 1.6  # rows below the last, where the areas of the columns stand
AGAIN = 1.15  # rows: a heading, above the first of its rows that did not fit with the others
FEW = 7  # columns whose names have room to lie
ACROSS = 1000  # pixels for all columns
LINE = 20  # pixels of a name's line

Figure = dict[str, Any]


def parts(figure: Figure, *, most: int = MOST) -> list[Figure]:
    """Return the figure in as many parts as it needs; in one where it fits, or has no rows."""
    figure = _headed(figure)
    layout = figure["layout"]
    if layout["height"] <= most:
        return [figure]
    if has_rows(layout.get("yaxis", {})):
        return _of_rows(figure, most=most)
    tops = _tops(layout.get("annotations", ()))
    if len(tops) > 1 and not layout.get("yaxis", {}).get("visible", True):
        return _of_bands(figure, tops, most=most)
    return [figure]


def _of_rows(figure: Figure, *, most: int) -> list[Figure]:
    """Return parts of named rows; a row in bold heads those below it, in each part of theirs."""
    layout = figure["layout"]
    axis = layout["yaxis"]
    heading = round(layout["height"] * (1 - axis.get("domain", (0, 1))[1]))
    rows = dict(sorted(zip(axis["tickvals"], axis["ticktext"], strict=True)))
    below = [it for it in layout["annotations"] if it.get("y", 0) > max(rows)]
    under = BELOW if below else EDGE
    found = []
    heads = [at for at, name in rows.items() if _is_head(name)]
    for places in _shared(
        rows, room=(most - heading) / ROW - EDGE - under - (AGAIN if heads else 0)
    ):
        first, last = places[0], places[-1]
        above = [at for at in heads if at < first and not _is_head(rows[first])][-1:]
        top = first - AGAIN if above else first
        high = (last + under - top + EDGE) * ROW
        kept = [it for it in layout["annotations"] if _within(it, first, last)]
        names = {at: rows[at] for at in places}
        if above:
            names = {top: rows[above[0]], **names}
        moved = [{**it, "y": last + EDGE} for it in below]
        found.append(
            {
                "data": [_bars(it, first - EDGE, last + EDGE) for it in figure["data"]],
                "layout": {
                    **layout,
                    "height": round(heading + high),
                    "annotations": [*kept, *moved],
                    "yaxis": {
                        **axis,
                        "tickvals": list(names),
                        "ticktext": list(names.values()),
                        "range": [last + under, top - EDGE],
                        "domain": [0, high / (heading + high)],
                    },
                },
            }
        )
    return found


def _shared(rows: dict[float, str], *, room: float) -> list[list[float]]:
    """Share rows out evenly, in their order, to parts that have room for so many."""
    places = list(rows)
    count = max(1, ceil((places[-1] - places[0] + 1) / max(room, 4)))
    each = (places[-1] - places[0] + 1) / count
    found: list[list[float]] = [[]]
    for place in places:
        begun = found[-1]
        if begun and place - begun[0] + 1 > each + 0.5 and len(found) < count:
            heads = [begun.pop()] if _is_head(rows[begun[-1]]) and len(begun) > 1 else []
            found.append(heads)
        found[-1].append(place)
    return found


def _is_head(name: str) -> bool:
    return name.startswith("<b>")


def _bars(trace: dict[str, Any], first: float, last: float) -> dict[str, Any]:
    """Return a trace with the bars of some rows alone: below the last stand the areas' names."""
    if trace["type"] != "bar" or "base" not in trace or trace.get("orientation") == "h":
        return trace
    middles = [base + high / 2 for base, high in zip(trace["base"], trace["y"], strict=True)]
    kept = [at for at, middle in enumerate(middles) if first <= middle <= last]
    count = len(trace["base"])
    return {key: _chosen(value, kept, count=count) for key, value in trace.items()}


def _chosen(value: Any, kept: Sequence[int], *, count: int) -> Any:
    """Return some of what stands once for each of `count` bars, however deep it lies."""
    if isinstance(value, dict):
        return {key: _chosen(inner, kept, count=count) for key, inner in value.items()}
    if isinstance(value, list | tuple) and len(value) == count:
        return [value[at] for at in kept]
    return value


def _within(annotation: dict[str, Any], first: float, last: float) -> bool:
    return annotation.get("yref") == "paper" or first - 1 < annotation.get("y", first) <= last + 0.5


def _headed(figure: Figure) -> Figure:
    """Return a figure whose columns' names are as large as its rows', lying where there is room."""
    layout = figure["layout"]
    axis = layout.get("xaxis", {})
    if axis.get("tickangle") != -90:
        return figure
    names = axis["ticktext"]
    height = layout["height"]
    low, high = layout["yaxis"]["domain"]
    lies = len(names) <= FEW
    if lies:
        names = [_broken(name, width=round(ACROSS / len(names) / LETTER) - 1) for name in names]
        heading = LINE * max(name.count("<br>") + 1 for name in names) + 10
    else:
        heading = round(LETTER * max(len(part) for it in names for part in it.split("<br>"))) + 16
    drawn = height * (high - low)
    layout = {
        **layout,
        "height": round(drawn + heading),
        "xaxis": {
            **axis,
            "ticktext": names,
            "tickangle": 0 if lies else -90,
            "tickfont": {**axis["tickfont"], "size": LEAST},
        },
        "yaxis": {**layout["yaxis"], "domain": [0, drawn / (drawn + heading)]},
    }
    return {"data": figure["data"], "layout": layout}


def _broken(name: str, *, width: int) -> str:
    """Break a name between words, into lines of so many letters."""
    lines = [""]
    for word in name.replace("<br>", " ").split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def _tops(annotations: Sequence[dict[str, Any]]) -> list[float]:
    """Return where the names of small drawings stand; the ends of their scales hang otherwise."""
    own = [it for it in annotations if it.get("yref") != "paper"]
    return sorted({it["y"] for it in own if it.get("yanchor") == own[0].get("yanchor")})


def _of_bands(figure: Figure, tops: Sequence[float], *, most: int) -> list[Figure]:
    """Return parts of small drawings that stand in rows, each row below its names."""
    layout = figure["layout"]
    apart = tops[1] - tops[0]
    foot, _top = layout["yaxis"]["range"]
    pixels = layout["height"] / foot  # of one unit
    count = max(1, ceil(len(tops) / max(1, int(most / (apart * pixels)))))
    each = ceil(len(tops) / count)
    found = []
    for at in range(0, len(tops), each):
        first, end = apart * at, min(apart * (at + each), foot)
        kept = [
            it
            for it in layout["annotations"]
            if it.get("yref") == "paper" or first <= it["y"] < end
        ]
        axis = {**layout["yaxis"], "range": [end, first]}
        own = {"height": round((end - first) * pixels), "annotations": kept, "yaxis": axis}
        found.append({"data": figure["data"], "layout": {**layout, **own}})
    return found
