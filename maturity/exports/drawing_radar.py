"""A printed radar: closed lines over axes on one fixed scale; a gap stays a gap."""

from collections.abc import Sequence
from math import cos, pi, sin

from maturity.charts.colours import palette
from maturity.exports.drawing import Canvas, Point, broken
from maturity.exports.drawing_legend import legend, ticks
from maturity.exports.native import Native

RADIUS = 116
NAME = 92  # points that a name may be wide
ABOVE = 34


def radar(native: Native, *, width: float, shaded: Sequence[tuple[int, int]] = ()) -> Canvas:
    """Return the chart on a sheet of this width, in points.

    `shaded` are the first and the last axis of each area that has a tint behind it.
    """
    key = legend(native, width=width)
    canvas = Canvas(width, key.height + 2 * (RADIUS + ABOVE) + 8)
    key.draw(canvas)
    colours = palette(dark=False)
    middle = (width / 2, key.height + RADIUS + ABOVE)
    count = len(native.categories)
    angles = [2 * pi * axis / count for axis in range(count)]
    low, high, _step = native.axis

    def at(angle: float, value: float) -> Point:
        reach = RADIUS * (value - low) / (high - low)
        return middle[0] + reach * sin(angle), middle[1] - reach * cos(angle)

    for first, last in shaded:
        # Between two axes the rim is a straight line, nearer to the middle.
        nearer = low + (high - low) * cos(pi / count)
        turns = [(first - 0.5, nearer), *((it, high) for it in range(first, last + 1))]
        rim = [at(2 * pi * turn / count, end) for turn, end in [*turns, (last + 0.5, nearer)]]
        canvas.shape([middle, *rim], fill=colours.surface)
    for tick, label in ticks(native.axis):
        ring = [at(angle, tick) for angle in angles]
        canvas.line(ring, colour=colours.grid, width=1.4 if tick == 0 else 0.7, closed=True)
        canvas.text((middle[0] + 4, at(0, tick)[1]), label, colour=colours.muted, size=7)
    for angle, name in zip(angles, native.categories, strict=True):
        canvas.line([middle, at(angle, high)], colour=colours.grid, width=0.7)
        outside = at(angle, low + (high - low) * (1 + 9 / RADIUS))
        side = sin(angle)
        anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
        words = broken(name, width=NAME)
        lift = -4 * words.count("\n") * cos(angle) if anchor == "middle" else 0
        canvas.text((outside[0], outside[1] + lift), words, anchor=anchor)
    for line in native.lines:
        points = [
            None if value is None else at(angle, value)
            for angle, value in zip(angles, line.values, strict=True)
        ]
        # From the last axis to the first as between all others: only where both are there.
        canvas.line([*points, points[0]], colour=line.style.colour, width=1.6, dash=line.style.dash)
        for point in points:
            if point is not None:
                canvas.marker(
                    point,
                    symbol=line.style.marker,
                    colour=line.style.colour,
                    filled=not line.open,
                )
    return canvas
