"""A figure out of plain dictionaries, without the checks that cost ten times the drawing."""

from collections.abc import Iterable, Mapping
from typing import Any

import plotly.graph_objects as go

# Plotly's trace types that our charts are made of: the browser gets the script for these alone.
KINDS = ("bar", "barpolar", "scatter", "scatterpolar")


class PlainFigure(go.Figure):  # type: ignore[misc]  # untyped library
    """A figure that holds nothing but plain values, and so is sent again without being copied.

    Kept figures are sent at every run of a page. Plotly copies every value each time and looks
    for arrays to encode: 2 ms, where writing the JSON takes 0.3.
    """

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as a dictionary; what lies deeper is shared, and not to be changed."""
        return {"data": [dict(trace) for trace in self._data], "layout": dict(self._layout)}


def figure(traces: Iterable[Mapping[str, Any]], layout: Mapping[str, Any]) -> go.Figure:
    """Return the figure of these traces (each names its `type`) and this layout.

    Plotly checks every property, once for each object that it passes through: 50 ms for a radar,
    3 ms without. Here the tests check instead, for every chart (tests/charts/test_figure.py).
    Numbers must be Python's own, or missing ones None: nothing converts them. Raises ValueError
    for a type that is not in `KINDS`, which a browser would draw as something else.
    """
    data = list(traces)
    if unknown := {trace["type"] for trace in data} - set(KINDS):
        raise ValueError(f"not in KINDS: {', '.join(sorted(unknown))}")
    return PlainFigure({"data": data, "layout": layout}, _validate=False)
