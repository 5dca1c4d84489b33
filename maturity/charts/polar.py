"""The round axes of the radars: where they stand, their names, the areas that group them."""

import math
from typing import Any

from maturity.charts import theme
from maturity.charts.scores import Aspect, area_runs, scale_range, scale_ticks
from maturity.charts.theme import Palette
from maturity.instruments import Instrument

CIRCLE = 350  # pixels across, where the width allows it
AXIS_NAME = 15  # characters in a line of an axis name
TELEPHONE = 288  # pixels: the width of a figure on a page that is read at 400 %, 320 px wide
NAME_LINE = 16  # pixels
LETTER = 6.1  # pixels: the mean width of a letter of an axis name
GAP = 7  # pixels between the circle and a name


def angles(instrument: Instrument) -> list[float]:
    """Return the axes' angles in degrees, clockwise from the top."""
    count = len(instrument.dimensions)
    return [360 * axis / count for axis in range(count)]


def axis_names(instrument: Instrument) -> list[str]:
    """Return the names in lines; many axes leave little room at the bottom: those begin lower."""
    names = [theme.wrap(dimension.label, width=AXIS_NAME) for dimension in instrument.dimensions]
    if len(names) <= 8:
        return names
    return [
        f" <br>{name}" if abs(angle - 180) < 20 else name
        for name, angle in zip(names, angles(instrument), strict=True)
    ]


def rooms(names: list[str]) -> tuple[int, int]:
    """Return the room for axis names above the circle and below it, in pixels."""
    lines = [name.count("<br>") + 1 for name in names]
    return 12 + NAME_LINE * lines[0], 10 + NAME_LINE * max(lines)


def beside(names: list[str]) -> int:
    """Return the room beside the circle, in pixels, that lets every axis name fit on a telephone.

    Elsewhere it is enough too: a circle that grows moves no name closer to the edge than that.
    """
    half = TELEPHONE / 2
    radius = half
    for axis, name in enumerate(names):
        outwards = abs(math.sin(2 * math.pi * axis / len(names)))
        if outwards > 0.1:
            longest = max(len(line) for line in name.split("<br>")) * LETTER
            radius = min(radius, (half - GAP - longest) / outwards)
    return math.ceil(half - radius)


def polar(
    instrument: Instrument, *, aspect: Aspect, colours: Palette, above: int, below: int
) -> dict[str, Any]:
    """Return the axes: same rings and same order whatever the data are."""
    ticks, labels = scale_ticks(instrument, aspect=aspect)
    names = axis_names(instrument)
    drawing = above + CIRCLE + below
    radial = 90 - 180 / len(names)  # between two axes, where no line has its points
    return {
        "domain": {"x": [0, 1], "y": [below / drawing, 1 - above / drawing]},
        "bgcolor": "rgba(0,0,0,0)",
        "angularaxis": {
            "direction": "clockwise",
            "rotation": 90,
            "tickmode": "array",
            "tickvals": angles(instrument),
            "ticktext": names,
            "tickfont": {"size": 12, "color": colours.text},
            "ticks": "",
            "gridcolor": colours.grid,
            "linecolor": colours.grid,
        },
        "radialaxis": {
            "range": list(scale_range(instrument, aspect=aspect)),
            "autorange": False,
            "tickvals": ticks,
            "ticktext": labels,
            "tickfont": {"size": 11, "color": colours.muted},
            "angle": radial,
            "tickangle": radial,  # upright: the axis itself is turned the other way
            "ticks": "",
            "showline": False,
            "gridcolor": colours.grid,
        },
    }


def area_shades(
    instrument: Instrument, *, aspect: Aspect, colours: Palette
) -> list[dict[str, Any]]:
    """Return a shaded sector behind every second area, so that the axes stand in groups."""
    low, high = scale_range(instrument, aspect=aspect)
    step = 360 / len(instrument.dimensions)
    runs = list(area_runs(instrument))[::2]
    return [
        {
            "type": "barpolar",
            "r": [high - low],
            "base": low,
            "theta": [step * (first + last) / 2],
            "width": [step * (last - first + 1)],
            "marker": {"color": colours.muted, "opacity": 0.1, "line": {"width": 0}},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for _name, first, last in runs
    ]


def zero_ring(colours: Palette) -> dict[str, Any]:
    """Return the ring where today equals the target."""
    return {
        "type": "scatterpolar",
        "r": [0] * 181,
        "theta": list(range(0, 361, 2)),
        "mode": "lines",
        "line": {"color": colours.zero, "width": 2},
        "hoverinfo": "skip",
        "showlegend": False,
    }
