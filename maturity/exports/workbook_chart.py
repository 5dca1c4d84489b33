"""The chart of a view as Excel draws it itself, from the cells beside it."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from maturity.charts.colours import MAX_SERIES, styles
from maturity.charts.scores import scale_range
from maturity.exports.taken import heading_of
from maturity.exports.workbook_many import COUNTS, many
from maturity.view import View

# The charts whose series stand below one another in the frame.
STACKED = {"radar": "radar", "radar_multiples": "radar", "profile": "bar"}
# Those whose series stand beside one another: which columns, by their place among the numbers.
BESIDE = {
    "staircase": ("column", ("now", "target")),
    "dumbbell": ("bar", ("now", "target")),
    "change": ("bar", ("earlier", "later")),
    "strip": ("bar", ("own", "group")),
    "spread": ("bar", ("lowest", "median", "highest")),
    "themes": ("bar", ("shared",)),
    "tile_map": ("bar", ("value",)),
    "partner_map": ("bar", ("likeness",)),
}
OF_PEOPLE = frozenset(("agreement", "pair_matrix", "participation"))  # not on the scale
NAMED = ("dimension", "theme", "name")  # what the points are, the first of these that there is
LINE = 18  # pixels of a category


def draw(book: Any, sheet: Any, view: View, table: pd.DataFrame, *, first: int) -> None:
    """Draw beside the table, whose first row of numbers stands in row `first` of the sheet.

    Where the figure shows many (a score of every kommune on everything), the numbers are shaded
    too, and no legend lists the many.
    """
    found = list(_series(view, table, first=first))
    if not found:
        _shade(sheet, table, first=first)
        if (chart := many(book, sheet, view, table, first=first)) is not None:
            kind = "bar" if view.kind in COUNTS else "line"
            rows = len(table) if view.kind in COUNTS else 0
            _finish(chart, view, kind=kind, rows=rows, legend=False)
            _insert(sheet, chart, view, table, first=first)
        return
    kind = STACKED.get(view.kind) or BESIDE[view.kind][0]
    options = {"type": kind} | ({"subtype": "with_markers"} if kind == "radar" else {})
    chart, name = book.add_chart(options), sheet.get_name()
    points = _points(view, table)
    for (named, (top, bottom), column), colour in zip(found, _colours(), strict=False):
        chart.add_series(
            {
                "name": [name, *named],  # of the cell: a text that begins with = is no formula
                "categories": [name, top, points, bottom, points],
                "values": [name, top, column, bottom, column],
                "line" if kind == "radar" else "fill": {"color": colour},
            }
        )
    rows = len(found) * len(table) if kind == "bar" else 0
    _finish(chart, view, kind=kind, rows=rows, legend=True)
    _insert(sheet, chart, view, table, first=first)


def _finish(chart: Any, view: View, *, kind: str, rows: int, legend: bool) -> None:
    """Give a chart its title, the instrument's scale, and room for so many rows of bars."""
    title = f"{view.title} ({view.about.notice})" if view.about.notice else view.title
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"} if legend else {"none": True})
    if kind == "bar":
        chart.set_y_axis({"reverse": True})  # a sheet is read from above, bars from below
    if view.instrument is not None and view.kind not in OF_PEOPLE:
        low, high = scale_range(view.instrument, aspect=view.options.get("aspect", "now"))
        scale = {"min": low, "max": high, "major_unit": 1}
        if kind == "bar":
            chart.set_x_axis(scale)
        else:
            chart.set_y_axis(scale)
    chart.set_size({"width": 720, "height": max(460, 140 + LINE * rows)})


def _insert(sheet: Any, chart: Any, view: View, table: pd.DataFrame, *, first: int) -> None:
    sheet.insert_chart(first, len(table.columns) + 1, chart, {"description": view.finding})


def _series(
    view: View, table: pd.DataFrame, *, first: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int], int]]:
    """Yield each series: the cell with its name, its first and last row, and its column."""
    frame = view.frame.reset_index(drop=True)
    if view.kind in STACKED:
        column = list(table.columns).index(heading_of(view, "mean"))
        names = list(table.columns).index(heading_of(view, "series"))
        for label in dict.fromkeys(frame["series"]):
            at = frame.index[frame["series"] == label]
            top = first + int(at[0])
            yield (top, names), (top, first + int(at[-1])), column
    elif view.kind in BESIDE:
        for name in BESIDE[view.kind][1]:
            column = list(table.columns).index(heading_of(view, name))
            yield (first - 1, column), (first, first + len(frame) - 1), column


def _points(view: View, table: pd.DataFrame) -> int:
    name = next(it for it in NAMED if it in view.frame)
    return list(table.columns).index(heading_of(view, name))


def _shade(sheet: Any, table: pd.DataFrame, *, first: int) -> None:
    """Shade the scores: the higher, the darker; a level, and no verdict in red or green."""
    for column, name in enumerate(table.columns):
        if pd.api.types.is_float_dtype(table[name].dtype):
            sheet.conditional_format(
                first,
                column,
                first + len(table) - 1,
                column,
                {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#8FC1CF"},
            )


def _colours() -> list[str]:
    found = [styles([kind] * MAX_SERIES, dark=False) for kind in ("kommune", "group")]
    return [style.colour for several in found for style in several] * 2
