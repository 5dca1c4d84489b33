"""What printed charts share: the legend above them, and the numbers on their scale."""

from dataclasses import dataclass

from maturity.exports.drawing import LETTER, SMALL, Canvas
from maturity.exports.native import Line, Native
from maturity.language import number

SAMPLE = 26  # points: a piece of the line, with its marker
ROW = 15


@dataclass(frozen=True, kw_only=True)
class Legend:
    """Names of series with their marks, in rows; nothing where there is only one."""

    rows: tuple[tuple[Line, ...], ...]
    areas: bool  # whether series are filled areas, not lines

    @property
    def height(self) -> float:
        """How much room it takes."""
        return ROW * len(self.rows) + 4

    def draw(self, canvas: Canvas) -> None:
        """Write it at the top of a sheet."""
        for number_, row in enumerate(self.rows):
            x, y = 0.0, ROW * (number_ + 0.5)
            for line in row:
                if self.areas:
                    canvas.box(x + 8, y - 4, 12, 8, fill=line.style.colour)
                else:
                    style = line.style
                    ends = ((x + 2, y), (x + SAMPLE - 4, y))
                    canvas.line(ends, colour=style.colour, width=1.6, dash=style.dash)
                    canvas.marker(
                        (x + SAMPLE / 2 - 1, y),
                        symbol=style.marker,
                        colour=style.colour,
                        filled=not line.open,
                    )
                canvas.text((x + SAMPLE + 2, y), line.name)
                x += _width(line)


def legend(native: Native, *, width: float) -> Legend:
    """Return the legend of a chart, broken into rows where a sheet is too narrow for one."""
    listed = [line for line in native.lines if line.listed]
    rows: list[list[Line]] = []
    left = 0.0
    for line in listed if len(listed) > 1 else []:
        if not rows or left + _width(line) > width:
            rows.append([])
            left = 0.0
        rows[-1].append(line)
        left += _width(line)
    return Legend(rows=tuple(tuple(row) for row in rows), areas=native.form == "stacked")


def ticks(axis: tuple[float, float, float]) -> list[tuple[float, str]]:
    """Return the places on a scale that are marked, and what is written there."""
    low, high, step = axis
    count = round((high - low) / step)
    return [
        (low + step * place, number(low + step * place, digits=0)) for place in range(count + 1)
    ]


def _width(line: Line) -> float:
    return SAMPLE + 2 + len(line.name) * SMALL * LETTER + 16
