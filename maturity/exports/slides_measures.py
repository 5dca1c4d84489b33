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
BOLD = 1.08  # times: how much broader the letters of heads are
LETTER = 0.0078  # inches a point: the mean breadth of a letter
LINE = 1.2 / 72  # inches a point: the height of a line
AIR = 0.03  # inches above and below a row's text together
MARGIN = 0.06  # inches on either side of a cell's text
NARROWEST = 0.55  # inches: a column of numbers
LOOSEST = 1.6  # times what the columns ask for: wider, and the eye loses the row
FIRST = 3.0  # inches: the most that the first column takes where there are many
HEAD_LINE = 14  # characters in a line of a head
AIRIEST = 1.5  # times what a row asks for, where there is room
CLOSER = 0.05  # inches, by which parts are made shorter until they are alike


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The part of a table that fills a slide, with its text's size in points."""

    grid: Grid
    size: int

    @cached_property
    def upright(self) -> bool:
        """Whether the heads are too long to stand side by side."""
        room = (ROOM - min(FIRST, self._asks(0))) / max(1, len(self.grid.heads) - 1)
        return room < self._line(self.grid.heads[1:])

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The heads, in lines where they stand upright or have no room in one."""
        first, *others = self.grid.heads
        if self.upright:
            return (first, *("\n".join(_lines(head)) for head in others))
        letters = [
            int((width - 2 * MARGIN) / (BOLD * LETTER * self.size)) for width in self.widths[1:]
        ]
        wrapped = (
            theme.wrap(head, width=max(HEAD_LINE, fit))
            for head, fit in zip(others, letters, strict=True)
        )
        return (first, *(head.replace("<br>", "\n") for head in wrapped))

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """The columns' breadths in inches, by what their longest lines ask for."""
        asked = [self._asks(column) for column in range(len(self.grid.heads))]
        if not self.upright:
            asked = [
                max(own, self._line([head]))
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
        return LETTER * self.size * longest + 2 * MARGIN

    @cached_property
    def airy(self) -> float:
        """How many times higher than they ask for its rows may be: few of them fill the room."""
        asked = sum(map(self.height, self.grid.rows))
        return max(1.0, min(AIRIEST, (CONTENT_END - CONTENT - self.head_height) / asked))

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

    def _line(self, heads: tuple[str, ...] | list[str]) -> float:
        longest = max((len(line) for head in heads for line in _lines(head)), default=0)
        return BOLD * LETTER * self.size * longest + 2 * MARGIN


def _lines(head: str) -> list[str]:
    """Return a head in lines, long words in two."""
    return theme.wrap(head, width=HEAD_LINE).split("<br>")


def sheets(grid: Grid) -> list[Sheet]:
    """Return a table on as few slides as it can be, each as full, in the largest text that fits."""
    room = CONTENT_END - CONTENT
    fewest = len(list(_parted(Sheet(grid=grid, size=SIZES[-1]), room=room)))
    for size in SIZES:
        found = list(_parted(Sheet(grid=grid, size=size), room=room))
        if len(found) == fewest:
            break
    while len(closer := list(_parted(replace(found[0], grid=grid), room=room - CLOSER))) == fewest:
        found, room = closer, room - CLOSER
        if fewest == 1:
            break
    return found


def _parted(whole: Sheet, *, room: float) -> Iterator[Sheet]:
    """Yield the parts that each fill `room` inches; the heading of a group is said again."""
    room -= whole.head_height
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
