"""Where the headings stand: below titles, dates and logos that people put above a table."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from maturity.instruments import Instrument
from maturity.intake.heading_faults import FEW, layout_headings
from maturity.intake.headings import spellings, statements
from maturity.intake.sheet import Row, Sheet
from maturity.intake.stacked_headings import in_one_row

LOOKED_AT = 10  # rows


def one_row(sheet: Sheet, instruments: Sequence[Instrument]) -> Sheet:
    """Return a sheet that begins with one row of headings, as far as we know any of them.

    Where the first row has none of ours, it is that below with most, if it has a few.
    """
    known = {*statements(instruments), *layout_headings()}

    def hits(row: Row) -> int:
        cells = (str(cell) for cell in row[1] if cell is not None)
        return sum(any(it in known for it in spellings(cell)) for cell in cells)

    first, *below = islice(sheet.rows(), LOOKED_AT)
    stacked = in_one_row(sheet, instruments)
    if stacked is not sheet or hits(first) or not below:
        return stacked
    best = max(below, key=hits)
    if hits(best) < FEW:
        return sheet

    def rows() -> Iterator[Row]:
        return (row for row in sheet.rows() if row[0] >= best[0])

    return replace(sheet, rows=rows)
