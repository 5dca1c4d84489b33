"""Printed rows: points on one scale, tied where they are a way; bars where there is one series."""

from collections.abc import Sequence

from maturity.charts.colours import ink
from maturity.exports.drawing import SMALL, Canvas, Point
from maturity.exports.drawing_legend import legend
from maturity.exports.drawing_sheet import RowSheet
from maturity.exports.native import Native
from maturity.language import number

COLUMN = 34  # points: a column of numbers on the right


def rows(native: Native, *, width: float) -> Canvas:
    """Return a row per category with each series' point, and the numbers on the right."""
    key = legend(native, width=width)
    columns = COLUMN * len(native.lines) if len(native.lines) <= 3 else 0
    sheet = RowSheet(
        native.categories, native.axis, width=width, above=key.height, right=columns + 8
    )
    key.draw(sheet.canvas)
    for place, y in enumerate(sheet.middles):
        values = [line.values[place] for line in native.lines]
        if native.form == "stacked":
            _parts(sheet, native, y, values)
        elif len(values) == 1:
            _bar(sheet, native, y, values[0])
        else:
            _points(sheet, native, y, values)
    return sheet.canvas


def _points(sheet: RowSheet, native: Native, y: float, values: Sequence[float | None]) -> None:
    lines = native.lines
    known = [value for value in values if value is not None]
    if len(lines) == 2 and lines[0].open != lines[1].open and len(known) == 2:
        ends: list[Point | None] = [(sheet.x(value), y) for value in known]
        sheet.canvas.line(ends, colour=lines[0].style.colour, width=2)
    for place, (line, value) in enumerate(zip(lines, values, strict=True)):
        column = sheet.right + COLUMN * (place + 1)
        if value is None:
            if len(lines) <= 3:
                sheet.canvas.text((column, y), "–", anchor="end")
            continue
        style = line.style
        sheet.canvas.marker(
            (sheet.x(value), y),
            symbol=style.marker,
            colour=style.colour,
            filled=not line.open,
            size=8,
        )
        if len(lines) <= 3:
            sheet.canvas.text((column, y), number(value), anchor="end")


def _bar(sheet: RowSheet, native: Native, y: float, value: float | None) -> None:
    if value is None:
        return
    zero, x = sheet.x(max(native.axis[0], 0)), sheet.x(value)
    colour = native.lines[0].style.colour
    sheet.canvas.box(min(zero, x), y - 5, abs(x - zero), 10, fill=colour)
    digits = 0 if native.numbers == "0" else 1
    sheet.canvas.text((sheet.right + COLUMN, y), number(value, digits=digits), anchor="end")


def _parts(sheet: RowSheet, native: Native, y: float, values: Sequence[float | None]) -> None:
    """Draw people at each level beside each other, with their number inside."""
    start = 0.0
    for line, value in zip(native.lines, values, strict=True):
        if not value:
            continue
        left, right = sheet.x(start), sheet.x(start + value)
        sheet.canvas.box(left, y - 6, right - left, 12, fill=line.style.colour)
        if right - left > SMALL:
            sheet.canvas.text(
                ((left + right) / 2, y),
                number(value, digits=0),
                anchor="middle",
                colour=ink(line.style.colour),
            )
        start += value
