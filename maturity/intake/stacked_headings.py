"""Two rows of headings that belong together, as people make them by hand, put into one.

The upper row holds what several columns share («I dag», in cells merged over them), the lower one
what each column asks. A merged cell leaves its text in the first of its columns only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from maturity.instruments import Instrument
from maturity.intake.heading_faults import FEW
from maturity.intake.headings import plain, spellings, statements
from maturity.intake.sheet import Cell, Row, Sheet


def in_one_row(sheet: Sheet, instruments: Sequence[Instrument]) -> Sheet:
    """Return a sheet with one row of headings; the same one, where the rows do not add up."""
    rows = sheet.rows()
    (_number, upper), second = next(rows), next(rows, None)
    known = statements(instruments)
    asks_alone = any(it in known for cell in upper if cell for it in spellings(str(cell)))
    if second is None or asks_alone:
        return sheet
    pairs = list(_pairs(upper, second[1]))
    joined = [f"{above} {below}" for above, below in pairs]
    meant = [
        plain(it) in known and bool(above)
        for it, (above, _below) in zip(joined, pairs, strict=True)
    ]
    if sum(meant) < FEW:
        return sheet
    alone = [below or above for above, below in pairs]
    headings = tuple(j if m else a for j, m, a in zip(joined, meant, alone, strict=True))

    def below() -> Iterator[Row]:
        found = sheet.rows()
        next(found)
        number, _cells = next(found)
        yield number, headings
        yield from found

    return replace(sheet, rows=below)


def _pairs(upper: Sequence[Cell], lower: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    """Yield what stands above and in each column; above goes on until the next text there."""
    above = ""
    for i in range(max(len(upper), len(lower))):
        over, under = (str(row[i] or "").strip() if i < len(row) else "" for row in (upper, lower))
        above = over or (above if under else "")
        yield above, under
