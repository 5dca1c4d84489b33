"""The tables of a file that has several: which of them is read, and why."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from maturity.errors import UserError
from maturity.intake.sheet import MAX_COLUMNS, MOST_TABLES, Sheet
from maturity.language import _

LOOKED_AT = 10  # rows


def with_others(sheets: Sequence[Sheet]) -> Sheet:
    """Return the first sheet with something in it (the first, if none has), with the others.

    One further down that cannot be read is among them, so that nobody takes it for none.
    """
    first = next((at for at, it in enumerate(sheets) if _width(it)), None)
    if first is None:
        return sheets[0]
    others: list[Sheet] = []
    room = MAX_COLUMNS
    for it in sheets[first + 1 : MOST_TABLES]:
        try:
            width = _width(it)
        except UserError:
            width = 1
        room -= width
        if room < 0:
            break
        if width:
            others.append(it)
    return replace(sheets[first], others=tuple(others))


def tables(sheet: Sheet) -> dict[str, Sheet]:
    """Return all tables of the file that a sheet is of, by name."""
    return {it.name: it for it in (sheet, *sheet.others)}


def beginning(sheet: Sheet) -> Sheet:
    """Return a sheet's first rows, which it is recognised by."""
    return replace(sheet, rows=lambda: islice(sheet.rows(), LOOKED_AT), others=())


def named(sheet: Sheet, name: str, *, why: str) -> Sheet:
    """Return the table of this name. Raises UserError where there is none."""
    found = tables(sheet).get(name)
    if found is None:
        raise UserError(
            _("Filen har ikke noe ark som heter «{name}». Den har {names}.").format(
                name=name, names=quoted(tables(sheet))
            )
        )
    if not sheet.others:
        return sheet
    rest = [it for it in tables(sheet) if it != name]
    also = _("Filen har også {names}, som ikke leses.").format(names=quoted(rest))
    others = tuple(it for it in (sheet, *sheet.others) if it.name != name)
    return replace(found, why=f"{why.format(name=name)} {also}", others=others)


def quoted(names: Sequence[str] | dict[str, Sheet]) -> str:
    """Return some names in a sentence."""
    return ", ".join(f"«{it}»" for it in names)


def _width(sheet: Sheet) -> int:
    """Return how many cells the first row has; 0 where there is none."""
    first = next(sheet.rows(), None)
    return len(first[1]) if first else 0
