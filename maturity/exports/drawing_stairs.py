"""Printed steps: one for each generation, higher and further right, each with its own scale."""

from maturity.charts.colours import palette
from maturity.exports.drawing import Canvas
from maturity.exports.drawing_legend import legend, ticks
from maturity.exports.native import Native
from maturity.language import number

SCALE = 0.5  # of the width: how long each step's scale is
STEP = 44
NUMBER = 16  # points that a number is wide


def stairs(native: Native, *, width: float) -> Canvas:
    """Return the chart on a sheet of this width, in points; the first category lies lowest."""
    key = legend(native, width=width)
    count = len(native.categories)
    canvas = Canvas(width, key.height + count * STEP + 12)
    key.draw(canvas)
    colours = palette(dark=False)
    low, high, _step = native.axis
    long = width * SCALE
    for place, name in enumerate(native.categories):
        left = (width - long - 30) * place / max(1, count - 1) + 8
        y = canvas.height - 16 - place * STEP

        def x(value: float, *, left: float = left) -> float:
            return left + (long - 16) * (value - low) / (high - low)

        low_edge, high_edge = y + 10, y - STEP + 11
        canvas.shape(
            [(left - 8, low_edge), (width, low_edge), (width, high_edge), (left - 8, high_edge)],
            fill=colours.surface,
            edge="#ffffff",
        )
        canvas.text((left - 2, y - 23), f"{place + 1}. {name}", bold=True)
        canvas.line([(x(low), y), (x(high), y)], colour=colours.muted, width=0.8)
        for value, label in ticks(native.axis):
            canvas.line([(x(value), y - 2), (x(value), y + 2)], colour=colours.muted, width=0.8)
            if place == 0:
                canvas.text((x(value), y + 9), label, anchor="middle", size=7)
        known = [(line.values[place], line) for line in native.lines]
        ends = [(value, line) for value, line in known if value is not None]
        ends.sort(key=lambda one: one[0])
        close = len(ends) == 2 and x(ends[1][0]) - x(ends[0][0]) < NUMBER
        for (value, line), away in zip(ends, ("end", "start"), strict=False):
            style = line.style
            canvas.marker(
                (x(value), y), symbol=style.marker, colour=style.colour, filled=not line.open
            )
            canvas.text(
                (x(value), y - 10),
                number(value),
                anchor=away if close else "middle",
                size=8,
                bold=not line.open,
            )
    return canvas
