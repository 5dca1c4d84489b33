"""A printed sheet of named rows on one fixed scale, which several charts draw upon."""

from collections.abc import Sequence

from maturity.charts.colours import palette
from maturity.exports.drawing import Canvas, broken
from maturity.exports.drawing_legend import ticks

NAMES = 150  # points for the names on the left
ROW = 16
TOP = 16


class RowSheet:
    """A canvas with a row for each name; `middles` are the heights of their middles.

    `width` is the sheet's, `above` is left free for a legend, `right` for numbers, in points.
    """

    def __init__(
        self,
        names: Sequence[str],
        axis: tuple[float, float, float],
        *,
        width: float,
        above: float,
        right: float = 0,
    ) -> None:
        wrapped = [broken(name, width=NAMES - 8) for name in names]
        heights = [max(ROW, 11 * (name.count("\n") + 1) + 4) for name in wrapped]
        self.axis, self.right = axis, width - right
        top = above + TOP
        self.canvas = Canvas(width, top + sum(heights) + 4)
        self._scale(top)
        self.middles: list[float] = []
        for name, height in zip(wrapped, heights, strict=True):
            self.middles.append(top + height / 2)
            self.canvas.text((NAMES - 8, self.middles[-1]), name, anchor="end")
            top += height

    def x(self, value: float) -> float:
        """Return where a value lies on the scale."""
        low, high, _step = self.axis
        return NAMES + 6 + (self.right - NAMES - 12) * (value - low) / (high - low)

    def _scale(self, top: float) -> None:
        colours, bottom = palette(dark=False), self.canvas.height - 4
        for value, label in ticks(self.axis):
            heavy = value == 0 and self.axis[0] < 0
            shade = colours.zero if heavy else colours.grid
            self.canvas.line(
                [(self.x(value), top), (self.x(value), bottom)], colour=shade, width=0.7
            )
            self.canvas.text((self.x(value), top - 7), label, anchor="middle", colour=colours.muted)
