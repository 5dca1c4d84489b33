"""A codebook: a table that says in words, or by code, what each heading of an export asks."""

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from maturity.errors import UserError
from maturity.intake.headings import plain
from maturity.intake.readers import read
from maturity.intake.sheet import Sheet
from maturity.intake.tables import tables
from maturity.language import _

MOST = 5000  # rows


def codebook(path: Path, headings: Sequence[str]) -> dict[str, str]:
    """Return what stands beside each heading in a table, however its columns are called.

    Of several tables it is the first that has any. Raises UserError where no column of none has
    the headings.
    """
    wanted = {plain(it): it for it in headings if it}
    for sheet in tables(read(path)).values():
        if found := _beside(sheet, wanted):
            return found
    raise UserError(
        _("«{file}» har ingen kolonne med de samme overskriftene som svarene.").format(
            file=path.name
        )
    )


def _beside(sheet: Sheet, wanted: Mapping[str, str]) -> dict[str, str]:
    rows = [[str(cell or "") for cell in cells] for _number, cells in islice(sheet.rows(), MOST)]
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    hits = [sum(plain(row[i]) in wanted for row in rows) for i in range(width)]
    names = max(range(width), key=hits.__getitem__)
    others = [i for i in range(width) if i != names]
    if not hits[names] or not others:
        return {}
    # The meaning is the longest text beside it: numbers and types stand in columns of their own.
    rows = [row for row in rows if plain(row[names]) in wanted]
    said = max(others, key=lambda i: sum(len(row[i]) for row in rows))
    return {wanted[plain(row[names])]: row[said] for row in rows}
