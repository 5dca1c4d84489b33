"""What whoever brings a file has decided about it: how it is read, and what is mended or left out.

The file itself stays as it is. What is decided is laid over its rows before anything reads them, so
that every rule holds for what was corrected too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from openpyxl.utils import get_column_letter

from maturity.intake.layouts import MeansLayout, PeopleLayout
from maturity.intake.sheet import Row, Sheet


@dataclass(frozen=True, kw_only=True)
class Decisions:
    """The table and the layout to read by, instead of what fits; and what becomes of single rows.

    `cells` are corrections by row number and column from 0, `left_out` the numbers of rows that
    are not taken in. `stood` is what stood in a corrected cell, where it can tell of nobody.
    """

    table: str | None = None
    layout: PeopleLayout | MeansLayout | None = None
    cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    stood: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def noted(self) -> dict[str, Any]:
        """Return what the history keeps: the places, what was put there, and what stood there.

        What stands in the wrong column may be somebody's name: then it is not kept.
        """
        stood = {place: text for place, text in self.stood.items() if place in self.cells}
        return {
            "corrected": _by_name(self.cells),
            "stood": _by_name(stood),
            "left_out": sorted(self.left_out),
        }


AS_IT_IS = Decisions()


def decided(sheet: Sheet, decisions: Decisions) -> Sheet:
    """Return a sheet without the rows that are left out, and with the corrections in it."""
    if not decisions.cells and not decisions.left_out:
        return sheet
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in decisions.cells.items():
        by_row.setdefault(row, {})[column] = text

    def rows() -> Iterator[Row]:
        for number, cells in sheet.rows():
            if number in decisions.left_out:
                continue
            if number in by_row:
                wide = max(len(cells), max(by_row[number]) + 1)
                mended = [*cells, *[None] * (wide - len(cells))]
                for column, text in by_row[number].items():
                    mended[column] = text or None
                cells = tuple(mended)
            yield number, cells

    return replace(sheet, rows=rows)


def _by_name(cells: Mapping[tuple[int, int], str]) -> dict[str, str]:
    """Return cells by what a spreadsheet calls them: «B6»."""
    return {
        f"{get_column_letter(column + 1)}{row}": text
        for (row, column), text in sorted(cells.items())
    }
