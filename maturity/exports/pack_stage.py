"""A figure for a hall: drawn for a telephone, it has room on a screen that is wide and far away.

What is drawn small is enlarged whole later on; here its letters are evened out first, names of
rows come back into one line, and rows that have more air than their names need come closer.
"""

from collections.abc import Collection
from typing import Any

from maturity.exports.pack_figure import bare_figure
from maturity.view import View

LEAST = 16  # pixels: the smallest letters, before the figure is enlarged
ROW = 25  # pixels: a row with its name in one line
LETTER = 8.2  # pixels: the mean breadth of a letter of a row's name
WIDER = 3  # pixels: how much broader a capital is, and an m
LOW = 240  # pixels: what few rows take all the same
BAR = 0.86  # of a row
TOP = 26  # pixels: the scale above the rows
TALLER = {"staircase": 1.4}  # times: where letters stand above and below each other on a step


def on_stage(view: View, *, dark: bool = False) -> dict[str, Any]:
    """Return a view's bare figure with larger letters and closer rows; it shows the same."""
    figure, _below = bare_figure(view, dark=dark)
    dimensions = view.instrument.dimensions if view.instrument else ()
    return raised(figure, kind=view.kind, names=[it.label for it in dimensions])


def raised(figure: dict[str, Any], *, kind: str, names: Collection[str]) -> dict[str, Any]:
    """Return a figure with larger letters and closer rows.

    `kind` is the chart's; `names` are those of rows, as they are when no line ends in them.
    """
    layout = _raised(figure["layout"])
    layout["height"] = round(layout["height"] * TALLER.get(kind, 1))
    axis = layout.get("yaxis", {})
    if has_rows(axis):
        rows = [_in_one_line(name, names) for name in axis["ticktext"]]
        plain = [name.replace("<b>", "").replace("</b>", "") for name in rows]
        left = round(max(map(_breadth, plain))) + 14
        moved = layout["margin"]["l"] - left
        layout |= _closer(layout)
        layout["yaxis"] = {**layout["yaxis"], "ticktext": rows}
        layout["margin"] = {**layout["margin"], "l": left}
        layout["annotations"] = [
            {**it, "xshift": it["xshift"] + moved} if it.get("xshift", 0) < 0 else it
            for it in layout.get("annotations", ())
        ]
    return {"data": [_thicker(trace) for trace in _raised(figure["data"])], "layout": layout}


def _breadth(name: str) -> float:
    """Return how many pixels a row's name takes, at least."""
    return LETTER * len(name) + WIDER * sum(it.isupper() or it in "mw" for it in name)


def _in_one_line(name: str, known: Collection[str]) -> str:
    """Return a name without its line ends; a hyphen before one is the name's own, or the line's."""
    whole = name.replace("<br>", " ").replace("- ", "-")
    if "-<br>" not in name or whole in known:
        return whole
    return name.replace("-<br>", "").replace("<br>", " ")


def _thicker(trace: dict[str, Any]) -> dict[str, Any]:
    """Return bars that lie as thick as larger numbers inside them need."""
    if trace["type"] != "bar" or trace.get("orientation") != "h" or "width" not in trace:
        return trace
    return {**trace, "width": [BAR] * len(trace["width"])}


def with_whole_numbers(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure whose numbers are not made smaller where a bar is low: a hall reads them."""
    return {**figure, "data": [_unconstrained(trace) for trace in figure["data"]]}


def _unconstrained(trace: dict[str, Any]) -> dict[str, Any]:
    return {**trace, "constraintext": "none"} if trace["type"] == "bar" else trace


def has_rows(axis: dict[str, Any]) -> bool:
    """Tell whether an axis is of named rows, counted from above."""
    if not axis.get("ticktext") or not axis.get("visible", True):
        return False
    first, last = axis["range"]
    return bool(first > last)


def _closer(layout: dict[str, Any]) -> dict[str, Any]:
    """Return height and axes with the rows as close as their names allow, never farther apart."""
    axis, height = layout["yaxis"], layout["height"]
    low, high = axis.get("domain", (0, 1))
    rows = axis["range"][0] - axis["range"][1]
    above = height * (1 - high)
    apart = height * (high - low) / rows
    wanted = max(ROW, min(apart, LOW / rows))
    if apart <= wanted:
        return {}
    top = max(TOP, above) if high < 1 else 0
    closer = round(wanted * rows + top)
    return {"height": closer, "yaxis": {**axis, "domain": [low, 1 - top / closer]}}


def _raised(value: Any) -> Any:
    """Raise small letters, but not of names that stand upright in a room of their own."""
    if isinstance(value, list | tuple):
        return [_raised(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    if value.get("tickangle") == -90:
        return value
    return {
        key: {**inner, "size": max(LEAST, inner["size"])}
        if key.endswith("font") and isinstance(inner, dict) and "size" in inner
        else _raised(inner)
        for key, inner in value.items()
    }
