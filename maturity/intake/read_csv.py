"""Text files with one record per row: csv, with whatever delimiter and encoding it came.

Streamed: no more than one record is held. All cells are text or None; a text that begins with
«=» is a formula to the spreadsheet program that the file is made for, so it is one here.
"""

import csv
from collections.abc import Iterator
from io import TextIOBase
from pathlib import Path

from maturity.errors import UserError
from maturity.intake.csv_delimiter import delimiter
from maturity.intake.csv_encoding import MARKS, detect
from maturity.intake.sheet import Formula, Row, Sheet, trimmed
from maturity.language import _, number

HEAD = 2**16  # characters that the delimiter is found in
MAX_RECORD = 4 * 2**20  # characters
MAX_CELL = csv.field_size_limit()  # 131 072 characters; Excel's own limit is 32 767


def recognises(head: bytes) -> bool:
    """Tell text from anything else by its control characters."""
    if head.startswith(tuple(MARKS)):
        return True
    controls = sum(byte < 32 and byte not in b"\0\t\n\v\f\r\x1a\x1b" for byte in head)
    return controls * 50 <= len(head) and head.count(0) * 4 <= len(head)


def read(path: Path) -> Sheet:
    """Find encoding and delimiter. Raises UserError where the characters make no sense."""
    encoding = detect(path)
    with path.open(encoding=encoding.name, newline="") as text:
        head = text.read(HEAD)
    sign, skip = delimiter(head, whole=len(head) < HEAD)

    def rows() -> Iterator[Row]:
        with path.open(encoding=encoding.name, newline="") as text:
            lines = _Lines(text, path=path)
            for _line in range(skip):
                next(lines)
            yield from _rows(lines, delimiter=sign, path=path)

    kind = _("en tekstfil i tegnkodingen {encoding}, med {sign} mellom kolonnene").format(
        encoding=encoding.name.removesuffix("-sig"), sign=_sign(sign)
    )
    return Sheet(path, path.name, rows, encoding.lines, kind)


def _sign(delimiter: str) -> str:
    """Name a delimiter that is not seen where it stands."""
    return _("tabulator") if delimiter == "\t" else f"«{delimiter}»"


class _Lines:
    """The lines of a file, none of them and no record of them without end."""

    def __init__(self, text: TextIOBase, *, path: Path) -> None:
        self._text = text
        self._path = path
        self._held = 0
        self.count = 0
        self.begins = 1

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._text.readline(MAX_RECORD + 1)
        if not line:
            raise StopIteration
        self.count += 1
        self._held += len(line)
        if self._held > MAX_RECORD:
            raise UserError(
                _(
                    "«{file}»: raden fra linje {line} slutter aldri (mer enn {limit} tegn). Enten "
                    "mangler et anførselstegn, eller så er filen ikke et regneark."
                ).format(file=self._path.name, line=self.begins, limit=number(MAX_RECORD, digits=0))
            )
        if "\0" in line:
            raise UserError(
                _(
                    "«{file}»: linje {line} har tegn som ikke hører hjemme i tekst (NUL). Filen er "
                    "skadet, eller lagret i en uvanlig tegnkoding. Lagre den på nytt som "
                    "«CSV UTF-8» eller .xlsx."
                ).format(file=self._path.name, line=self.count)
            )
        return line

    def restart(self) -> None:
        """Say that the lines so far have become a record."""
        self._held = 0
        self.begins = self.count + 1


def _rows(lines: _Lines, *, delimiter: str, path: Path) -> Iterator[Row]:
    records = csv.reader(lines, delimiter=delimiter, strict=True)
    row = heading = width = 0
    while True:
        lines.restart()
        row += 1
        try:
            record = next(records, None)
        except csv.Error as fault:
            raise _unreadable(path, row=row, line=lines.begins, fault=str(fault)) from fault
        if record is None:
            return
        cells = trimmed(
            [(Formula(text) if text[0] == "=" else text) if text else None for text in record]
        )
        if not cells:
            continue
        if not heading:
            heading, width = row, len(record)
        elif len(cells) > width:
            raise UserError(
                _(
                    "«{file}»: rad {row} (linje {line} i filen) har {found} celler, men "
                    "overskriftene i rad {heading} er {expected}. Står det en tittel over "
                    "overskriftene, så slett den. Ellers mangler det anførselstegn rundt en tekst "
                    "som inneholder skilletegnet «{delimiter}»."
                ).format(
                    file=path.name,
                    row=row,
                    line=lines.begins,
                    found=len(cells),
                    heading=heading,
                    expected=width,
                    delimiter=_("tabulator") if delimiter == "\t" else delimiter,
                )
            )
        yield row, cells


def _unreadable(path: Path, *, row: int, line: int, fault: str) -> UserError:
    """Put what the csv module says into words."""
    if "field limit" in fault:
        cause = _(
            "en celle har mer enn {limit} tegn. Trolig åpnes et anførselstegn som aldri lukkes"
        ).format(limit=number(MAX_CELL, digits=0))
    elif "end of data" in fault:
        cause = _("et anførselstegn åpnes og lukkes aldri")
    else:
        cause = _(
            'et anførselstegn står midt i en tekst. Det skal skrives dobbelt («""») inne i en '
            "celle med anførselstegn rundt"
        )
    return UserError(
        _(
            "«{file}»: rad {row} (fra linje {line} i filen): {cause}. Rett det i filen, eller last "
            "ned svarene som .xlsx."
        ).format(file=path.name, row=row, line=line, cause=cause)
    )
