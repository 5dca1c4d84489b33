"""From a file on disk to rows of cells: which reader a file gets, by its content.

A new kind of file takes one reader module and one entry in `READERS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from maturity.errors import UserError
from maturity.intake import foreign, read_apart, read_csv, read_json_lines, read_xlsx
from maturity.intake.sheet import MAX_COLUMNS, Cell, Formula, Row, Sheet
from maturity.intake.zip_guard import too_large
from maturity.language import _, number

__all__ = ["READERS", "Cell", "Formula", "Reader", "Row", "Sheet", "read"]

HEAD = 8192  # bytes that a file is known by


@dataclass(frozen=True, kw_only=True)
class Reader:
    """How one kind of file is known by its first bytes, and read."""

    recognises: Callable[[bytes], bool]
    read: Callable[[Path], Sheet]


READERS = {
    "ods": Reader(recognises=read_apart.is_ods, read=read_apart.read_ods),
    "xls": Reader(recognises=read_apart.is_xls, read=read_apart.read_xls),
    "sav": Reader(recognises=read_apart.is_sav, read=read_apart.read_sav),
    "xlsx": Reader(recognises=read_xlsx.recognises, read=read_xlsx.read),
    "jsonl": Reader(recognises=read_json_lines.recognises, read=read_json_lines.read),
    "csv": Reader(recognises=read_csv.recognises, read=read_csv.read),
}


def read(path: Path) -> Sheet:
    """Open a spreadsheet for streaming: its first table with something in it, and the others.

    Raises UserError, in words for the person who brought the file, when it is missing, unreadable,
    empty, damaged, locked, too large or no spreadsheet.
    """
    head = _head(path)
    if problem := foreign.refusal(path, head):
        raise problem
    for reader in READERS.values():
        if reader.recognises(head):
            sheet = reader.read(path)
            first = next(sheet.rows(), None)
            if first is not None and len(first[1]) > MAX_COLUMNS:
                limit = _("{n} kolonner").format(n=number(MAX_COLUMNS, digits=0))
                raise too_large(path, limit=limit)
            if first is None:
                raise UserError(
                    _(
                        "«{file}» har bare tomme rader. Kontroller at svarene ble med da filen "
                        "ble lagret, og last den ned på nytt."
                    ).format(file=path.name)
                )
            return sheet
    raise foreign.not_a_spreadsheet(path)


def _head(path: Path) -> bytes:
    """Read the first bytes, or say why that cannot be done."""
    if not path.exists():
        message = _("Finner ikke filen «{file}». Kontroller navnet og mappen.")
    elif path.is_dir():
        message = _("«{file}» er en mappe. Oppgi én fil (.xlsx eller .csv).")
    elif not path.is_file():
        message = _("«{file}» er ikke en vanlig fil. Oppgi en .xlsx eller .csv.")
    else:
        try:
            with path.open("rb") as source:
                head = source.read(HEAD)
        except OSError as fault:
            raise UserError(
                _(
                    "Får ikke lest «{file}» ({cause}). Lukk den i andre programmer, og kontroller "
                    "at du har tilgang til den."
                ).format(file=path.name, cause=fault.strerror or type(fault).__name__)
            ) from fault
        if head:
            return head
        raise UserError(_("«{file}» er tom (0 byte). Last den ned på nytt.").format(file=path.name))
    raise UserError(message.format(file=path))
