"""Which module and phase a file may belong to, and why: suggested, for somebody to agree to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from maturity.instruments import Named
from maturity.intake import values
from maturity.intake.columns import Columns
from maturity.intake.headings import plain
from maturity.intake.imports import Import
from maturity.intake.sheet import Sheet
from maturity.language import _

LOOKED_AT = 200  # rows


@dataclass(frozen=True, kw_only=True)
class Likely:
    """A module or phase by its code, and what tells it, as a part of a sentence."""

    code: str
    why: str


def likely(
    file: str,
    known: Sequence[Named],
    history: Iterable[Import],
    *,
    name: str,
    told: Likely | None = None,
) -> Likely | None:
    """Return the module or phase (`name`) that the file itself, one before it, or its name tells.

    `told` is what stands in the file, if anything does.
    """
    if told:
        return told
    for earlier in history:
        if earlier.file == file and getattr(earlier, name):
            why = _("en fil med samme navn ble lest inn der")
            return Likely(code=str(getattr(earlier, name)), why=why)
    words = plain(file)
    for it in known:  # «Modul 1: Organisasjon» by its number or by what it is about
        said = [part for name_ in it.name.values() for part in name_.split(":")]
        if any(plain(word) in words for word in (it.key, *said)):
            return Likely(code=it.key, why=_("filnavnet sier det"))
    return None


def module_in(sheet: Sheet, columns: Columns, modules: Sequence[Named]) -> Likely | None:
    """Return the module that stands in the first rows of a sheet, where it is one and the same."""
    at = columns.fields.get("module")
    if at is None:
        return None
    rows = islice(sheet.rows(), 1, LOOKED_AT)
    said = {plain(values.text(cells[at]) or "") for _number, cells in rows if at < len(cells)}
    codes = values.codes(modules)
    found = {codes.get(words) for words in said}
    code = found.pop() if len(found) == 1 else None
    why = _("kolonnen {column} sier det").format(column=columns.label(at))
    return Likely(code=code, why=why) if code else None
