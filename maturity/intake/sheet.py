"""Rows of cells as they stood in a file, whatever kind of file it was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True)
class Formula:
    """A formula as it stood, «=1+1». It is never evaluated."""

    text: str

    def __str__(self) -> str:
        return self.text


MAX_COLUMNS = 16_384  # the most that a spreadsheet program has, and letters for
MOST_TABLES = 100  # of a file that are looked at, and as many columns together as one may have
Cell = str | int | float | bool | datetime | date | None | Formula
Row = tuple[int, tuple[Cell, ...]]


@dataclass(frozen=True)
class Sheet:
    """One table of a file, streamed.

    Each call of `rows` starts anew from the first row and yields the row number as a spreadsheet
    program shows it (from 1) and the cells without trailing empty ones. Blank rows are left out
    but keep their number. A fault further down is raised as a UserError when the rows reach it.
    `kind` says what kind of file it was found to be, in words. `others` are the tables besides it
    in the same file, and `why` says why this one is read, where there are any.
    """

    path: Path
    name: str
    rows: Callable[[], Iterator[Row]]
    size_hint: int | None
    kind: str = ""
    others: tuple["Sheet", ...] = ()
    why: str = ""


def trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    """Cut trailing empty cells; a row of nothing but white space becomes ()."""
    if all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells):
        return ()
    end = len(cells)
    while cells[end - 1] is None:
        end -= 1
    return tuple(cells[:end])
