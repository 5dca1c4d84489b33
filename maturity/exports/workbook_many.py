"""The chart of a workbook where a figure shows many: each is a series of its own cells.

They are not told apart by colour, which nobody could; a spreadsheet program names the one that is
pointed at.
"""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

import pandas as pd

from maturity.charts.colours import styles
from maturity.exports.taken import heading_of
from maturity.view import View

Cells = tuple[int, int, int, int]  # first row and column, last row and column

# What stands once for each of many, by the kind of chart: who they are, and the number.
BLOCKS = {
    "heat_map": (("name", "series"), "dimension", "mean"),
    "profile_multiples": (("name",), "dimension", "mean"),
    "participation": (("name",), "round_label", "n"),
}
COUNTS = {"agreement": ("dimension", "people"), "theme_grid": ("theme", "count")}
HAIR = 0.75  # points


def many(book: Any, sheet: Any, view: View, table: pd.DataFrame, *, first: int) -> Any:
    """Return the chart of a view whose kind shows many, or None; rows begin in row `first`."""
    make = KINDS.get(view.kind)
    return make(book, sheet, view, table, first) if make and len(table) else None


def _blocks(book: Any, sheet: Any, view: View, table: pd.DataFrame, first: int) -> Any:
    """Draw points: a series for each, over what all were asked."""
    owners, point, value = BLOCKS[view.kind]
    who = next(it for it in (_place(view, table, name) for name in owners) if it is not None)
    over, column = _at(view, table, point), _at(view, table, value)
    chart, name = book.add_chart({"type": "line"}), sheet.get_name()
    colour = styles(["kommune"], dark=False)[0].colour
    for top, bottom in _runs(table.iloc[:, who], first):
        chart.add_series(
            {
                "name": [name, top, who],
                "categories": [name, top, over, bottom, over],
                "values": [name, top, column, bottom, column],
                "line": {"none": True},
                "marker": {
                    "type": "circle",
                    "size": 6,
                    "fill": {"color": colour, "transparency": 40},
                    "border": {"none": True},
                },
            }
        )
    return chart


def _counts(book: Any, sheet: Any, view: View, table: pd.DataFrame, first: int) -> Any:
    """Draw a bar for each row, named by its two columns."""
    begin, value = COUNTS[view.kind]
    left, column = _at(view, table, begin), _at(view, table, value)
    name, last = sheet.get_name(), first + len(table) - 1
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": [name, first - 1, column],
            "categories": [name, first, left, last, left + 1],
            "values": [name, first, column, last, column],
            "fill": {"color": styles(["kommune"], dark=False)[0].colour},
            "gap": 30,
        }
    )
    return chart


def _steps(book: Any, sheet: Any, view: View, table: pd.DataFrame, first: int) -> Any:
    """Draw a line for each row, from its earlier score to its later one."""
    who, left = _at(view, table, "series"), _at(view, table, "earlier")
    right = _at(view, table, "later")
    chart, name = book.add_chart({"type": "line"}), sheet.get_name()
    looks = dict(zip(("kommune", "group"), styles(["kommune", "group"], dark=False), strict=True))
    for at, kind in enumerate(view.frame["series_kind"]):
        row = first + at
        look = looks.get(kind)
        line = {"color": look.colour, "width": look.width} if look else {"width": HAIR}
        chart.add_series(
            {
                "name": [name, row, who],
                "categories": [name, first - 1, left, first - 1, right],
                "values": [name, row, left, row, right],
                "line": {"color": "#8A979E", **line},
            }
        )
    return chart


def _points(book: Any, sheet: Any, view: View, table: pd.DataFrame, first: int) -> Any:
    """Draw a point for each pair: how alike the two are, and how much the one could help."""
    x, y = _at(view, table, "likeness"), _at(view, table, "strength")
    name, last = sheet.get_name(), first + len(table) - 1
    chart = book.add_chart({"type": "scatter"})
    chart.add_series(
        {
            "name": [name, first - 1, y],
            "categories": [name, first, x, last, x],
            "values": [name, first, y, last, y],
            "marker": {"type": "circle", "size": 6},
        }
    )
    chart.set_x_axis({"name": [name, first - 1, x], "major_gridlines": {"visible": True}})
    chart.set_y_axis({"name": [name, first - 1, y]})
    return chart


KINDS: dict[str, Callable[[Any, Any, View, pd.DataFrame, int], Any]] = {
    **dict.fromkeys(BLOCKS, _blocks),
    **dict.fromkeys(COUNTS, _counts),
    "slope": _steps,
    "pair_matrix": _points,
}


def _runs(column: "pd.Series[str]", first: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last row of each that stands in rows below one another."""
    row = first
    for _owner, cells in groupby(column):
        count = len(list(cells))
        yield row, row + count - 1
        row += count


def _place(view: View, table: pd.DataFrame, name: str) -> int | None:
    """Return the place of a column of the view's frame in its table, if it is there."""
    if name not in view.frame:
        return None
    heading = heading_of(view, name)
    return list(table.columns).index(heading) if heading in table else None


def _at(view: View, table: pd.DataFrame, name: str) -> int:
    found = _place(view, table, name)
    if found is None:
        raise ValueError(f"a {view.kind} has no column {name} in its file")
    return found
