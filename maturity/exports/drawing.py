"""A drawing in vectors, of the few things that printed charts are made of."""

import textwrap
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from math import cos, pi, sin

FONT = "Atkinson Hyperlegible Next"
SMALL = 8.5  # points: what stands at axes and points
LETTER = 0.52  # of the size of type: how wide a letter is, on the average
LINE = 1.2  # of the size of type: from line to line

Point = tuple[float, float]
CORNERS = {"square": 4, "diamond": 4, "triangle-up": 3, "triangle-down": 3, "pentagon": 5}
TURNED = {"square": 0.25, "triangle-down": 0.5}  # of a half turn


class Canvas:
    """A sheet that things are drawn on, `width` by `height` points, from the upper left."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._parts: list[str] = []

    def line(
        self,
        points: Sequence[Point | None],
        *,
        colour: str,
        width: float = 1,
        dash: str = "solid",
        closed: bool = False,
    ) -> None:
        """Draw a line; None is a gap in it, and a line with a gap is never closed."""
        closed = closed and None not in points
        kind = "" if dash == "solid" else f' stroke-dasharray="{dash.replace("px", "")}"'
        for run in _runs(points):
            path = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in run) + ("Z" if closed else "")
            self._parts.append(
                f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"{kind}/>'
            )

    def box(self, x: float, y: float, width: float, height: float, *, fill: str) -> None:
        """Fill a box, with a thin line around it, so that paler ones can be told apart in grey."""
        self._parts.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" '
            f'fill="{fill}" stroke="#52636c" stroke-width="0.4"/>'
        )

    def shape(self, points: Sequence[Point], *, fill: str, edge: str = "none") -> None:
        """Fill what lies between points."""
        path = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "Z"
        self._parts.append(f'<path d="{path}" fill="{fill}" stroke="{edge}" stroke-width="1.3"/>')

    def marker(self, at: Point, *, symbol: str, colour: str, filled: bool, size: float = 7) -> None:
        """Draw a series' marker around a point; an open one shows the paper."""
        fill = colour if filled else "#ffffff"
        form = symbol.removesuffix("-open")
        if form not in CORNERS:
            self._parts.append(
                f'<circle cx="{at[0]:.2f}" cy="{at[1]:.2f}" r="{size / 2:.2f}" fill="{fill}" '
                f'stroke="{colour}" stroke-width="1.3"/>'
            )
            return
        count, first = CORNERS[form], TURNED.get(form, 0) * 2 * pi
        angles = [first + 2 * pi * corner / count for corner in range(count)]
        reach = size * 0.6
        self.shape(
            [(at[0] + reach * sin(a), at[1] - reach * cos(a)) for a in angles],
            fill=fill,
            edge=colour,
        )

    def text(
        self,
        at: Point,
        words: str,
        *,
        colour: str = "#16262e",
        size: float = SMALL,
        anchor: str = "start",
        bold: bool = False,
    ) -> None:
        """Write words around the height of `at`; a newline begins another line."""
        lines = words.split("\n")
        top = at[1] - (len(lines) - 1) * size * LINE / 2 + size * 0.35
        for number, line in enumerate(lines):
            self._parts.append(
                f'<text x="{at[0]:.2f}" y="{top + number * size * LINE:.2f}" fill="{colour}" '
                f'font-family="{FONT}" font-size="{size}" text-anchor="{anchor}" '
                f'font-weight="{700 if bold else 400}">{escape(line)}</text>'
            )

    def svg(self) -> str:
        """Return the drawing as SVG."""
        size = f'width="{self.width:.0f}" height="{self.height:.0f}"'
        box = f'viewBox="0 0 {self.width:.0f} {self.height:.0f}"'
        body = "".join(self._parts)
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>{body}</svg>'


def broken(words: str, *, width: float, size: float = SMALL) -> str:
    """Break words into lines that are at most so many points wide, as far as words allow."""
    letters = max(8, int(width / (size * LETTER)))
    return "\n".join(textwrap.wrap(words, letters, break_long_words=False)) or words


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    for there, run in groupby(points, key=lambda point: point is not None):
        if there:
            yield [point for point in run if point is not None]
