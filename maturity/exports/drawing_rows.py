"""Printed rows: points on one scale, tied where they are a way; bars where there is one series."""

from maturity.charts.colours import ink, palette
from maturity.exports.drawing import SMALL, Canvas, Point, broken
from maturity.exports.drawing_legend import legend, ticks
from maturity.exports.native import Native
from maturity.language import number

NAMES = 150  # points for the names on the left
ROW = 21
TOP = 16


def rows(native: Native, *, width: float) -> Canvas:
    """Return a row per category with each series' point, and the numbers on the right."""
    key = legend(native, width=width)
    columns = 34 * len(native.lines) if len(native.lines) <= 3 else 0
    return _Rows(native, width=width, right=columns + 8, above=key.height).drawn()


class _Rows:
    def __init__(self, native: Native, *, width: float, right: float, above: float) -> None:
        self.native = native
        self.names = [broken(name, width=NAMES - 8) for name in native.categories]
        self.heights = [max(ROW, 11 * (name.count("\n") + 1) + 4) for name in self.names]
        self.top = above + TOP
        self.right = width - right
        self.canvas = Canvas(width, self.top + sum(self.heights) + 4)
        legend(native, width=width).draw(self.canvas)

    def drawn(self) -> Canvas:
        self._scale()
        y = self.top
        for place, (name, height) in enumerate(zip(self.names, self.heights, strict=True)):
            middle = y + height / 2
            self.canvas.text((NAMES - 8, middle), name, anchor="end")
            values = [line.values[place] for line in self.native.lines]
            if self.native.form in ("stacked", "layers"):
                self._parts(middle, values)
            elif len(values) == 1:
                self._bar(middle, values[0])
            else:
                self._points(middle, values)
            y += height
        return self.canvas

    def _x(self, value: float) -> float:
        low, high, _step = self.native.axis
        return NAMES + 6 + (self.right - NAMES - 12) * (value - low) / (high - low)

    def _scale(self) -> None:
        colours = palette(dark=False)
        bottom = self.canvas.height - 4
        for value, label in ticks(self.native):
            x = self._x(value)
            heavy = value == 0 and self.native.axis[0] < 0
            shade = colours.zero if heavy else colours.grid
            self.canvas.line([(x, self.top), (x, bottom)], colour=shade, width=0.7)
            self.canvas.text((x, self.top - 7), label, anchor="middle", colour=colours.muted)

    def _points(self, y: float, values: list[float | None]) -> None:
        lines = self.native.lines
        known = [value for value in values if value is not None]
        if len(lines) == 2 and lines[0].open != lines[1].open and len(known) == 2:
            ends: list[Point | None] = [(self._x(value), y) for value in known]
            self.canvas.line(ends, colour=lines[0].style.colour, width=2)
        for place, (line, value) in enumerate(zip(lines, values, strict=True)):
            column = self.right + 34 * (place + 1)
            if value is None:
                if len(lines) <= 3:
                    self.canvas.text((column, y), "–", anchor="end")
                continue
            at = (self._x(value), y)
            style = line.style
            self.canvas.marker(
                at, symbol=style.marker, colour=style.colour, filled=not line.open, size=8
            )
            if len(lines) <= 3:
                self.canvas.text((column, y), number(value), anchor="end")

    def _bar(self, y: float, value: float | None) -> None:
        if value is None:
            return
        zero = self._x(max(self.native.axis[0], 0))
        x = self._x(value)
        colour = self.native.lines[0].style.colour
        self.canvas.box(min(zero, x), y - 6, abs(x - zero), 12, fill=colour)
        digits = 0 if self.native.numbers == "0" else 1
        self.canvas.text((self.right + 34, y), number(value, digits=digits), anchor="end")

    def _parts(self, y: float, values: list[float | None]) -> None:
        """Draw people at each level beside each other, with their number inside."""
        start = 0.0
        for line, value in zip(self.native.lines, values, strict=True):
            if not value:
                continue
            left, right = self._x(start), self._x(start + value)
            self.canvas.box(left, y - 7, right - left, 14, fill=line.style.colour)
            if right - left > SMALL:
                self.canvas.text(
                    ((left + right) / 2, y),
                    number(value, digits=0),
                    anchor="middle",
                    colour=ink(line.style.colour),
                )
            start += value
