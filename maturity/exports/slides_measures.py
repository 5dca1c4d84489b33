"""How much room the cells of a table on a slide take, and how large their text can be."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from math import ceil

from maturity.charts import theme
from maturity.exports.slides_grid import Cell, Grid
from maturity.exports.slides_layouts import CONTENT, CONTENT_END, ROOM

SIZES = (18, 16, 14, 12)  # points: the largest that fits is taken, and none below the last
LETTER = 0.0078  # inches a point: the mean breadth of a letter
LINE = 1.22 / 72  # inches a point: the height of a line
AIR = 0.04  # inches above and below a row's text together
MARGIN = 0.06  # inches on either side of a cell's text
NARROWEST = 0.55  # inches: a column of numbers
LOOSEST = 1.6  # times what the columns ask for: wider, and the eye loses the row
FIRST = 3.0  # inches: the most that the first column takes where there are many
HEAD_LINE = 14  # characters in a line of a head that stands upright


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The part of a table that fills a slide, with its text's size in points."""

    grid: Grid
    size: int

    @cached_property
    def upright(self) -> bool:
        """Whether the heads are too long to stand side by side."""
        room = (ROOM - min(FIRST, self._asks(0))) / max(1, len(self.grid.heads) - 1)
        return room < self._word(self.grid.heads[1:])

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The heads, in lines where they stand upright."""
        if not self.upright:
            return self.grid.heads
        first, *others = self.grid.heads
        wrapped = (theme.wrap(head, width=HEAD_LINE) for head in others)
        return (first, *(head.replace("<br>", "\n") for head in wrapped))

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """The columns' breadths in inches, by what their longest lines ask for."""
        asked = [self._asks(column) for column in range(len(self.grid.heads))]
        if not self.upright:
            asked = [
                max(own, self._word([head]))
                for own, head in zip(asked, self.grid.heads, strict=True)
            ]
        if sum(asked) <= ROOM:
            share = min(LOOSEST, ROOM / sum(asked))
            return tuple(width * share for width in asked)
        first = min(FIRST, asked[0])  # names are not broken to make room for numbers
        share = (ROOM - first) / sum(asked[1:])
        return (first, *(width * share for width in asked[1:]))

    @cached_property
    def head_height(self) -> float:
        """The height of the heads in inches."""
        if not self.upright:
            return self.height(tuple(Cell(text=head) for head in self.heads))
        longest = max(len(line) for head in self.heads[1:] for line in head.split("\n"))
        return 1.15 * LETTER * self.size * longest + 2 * MARGIN

    def height(self, row: tuple[Cell, ...] | str) -> float:
        """Return the height of a row in inches."""
        if isinstance(row, str):
            return LINE * self.size + AIR
        lines = [
            sum(
                max(1, ceil(LETTER * self.size * len(line) / max(0.1, width - 2 * MARGIN)))
                for line in cell.text.split("\n")
            )
            for cell, width in zip(row, self.widths, strict=True)
        ]
        return LINE * self.size * max(lines) + AIR

    def _asks(self, column: int) -> float:
        texts = [row[column].text for row in self.grid.rows if not isinstance(row, str)]
        longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
        return max(NARROWEST, LETTER * self.size * longest + 2 * MARGIN)

    def _word(self, heads: tuple[str, ...] | list[str]) -> float:
        words = [word for head in heads for word in head.split()]
        return 1.15 * LETTER * self.size * max(map(len, words), default=0) + 2 * MARGIN


def sheets(grid: Grid) -> list[Sheet]:
    """Return a table on one slide in the largest text that fits, or on several in the smallest."""
    for size in SIZES:
        found = list(_parted(Sheet(grid=grid, size=size)))
        if len(found) == 1:
            break
    return found


def _parted(whole: Sheet) -> Iterator[Sheet]:
    """Yield the parts that each fill a slide; the heading of a group is said again."""
    room = CONTENT_END - CONTENT - whole.head_height
    rows: list[tuple[Cell, ...] | str] = []
    used, group = 0.0, ""
    for row, following in zip_longest(whole.grid.rows, whole.grid.rows[1:], fillvalue=""):
        height = whole.height(row)
        # A heading alone at the foot of a slide heads nothing.
        needed = height + (whole.height(following) if isinstance(row, str) else 0)
        if rows and used + needed > room:
            yield replace(whole, grid=replace(whole.grid, rows=tuple(rows)))
            rows = [group] if group and not isinstance(row, str) else []
            used = whole.height("") * len(rows)
        group = row if isinstance(row, str) else group
        rows.append(row)
        used += height
    yield replace(whole, grid=replace(whole.grid, rows=tuple(rows)))
