"""Excel workbooks: the worksheets with something in them, row by row.

openpyxl opens the workbook and understands its cells. Its own loop over the rows is not used: it
drops rows that come out of order, fills in every row that is missing (a billion, if the file says
so), and keeps what it knows about each row. `openpyxl.worksheet._reader` is not its public face,
so its version is pinned and the tests read real files.
"""

import re
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import DEFUSEDXML, LXML
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._reader import (
    DATA_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    ROW_TAG,
    WorkSheetParser,
)
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS, XLSM, XLSX, XLTM, XLTX
from openpyxl.xml.functions import iterparse

from maturity.intake.foreign import encrypted, not_a_spreadsheet
from maturity.intake.sheet import Cell, Formula, Row, Sheet, trimmed
from maturity.intake.tables import with_others
from maturity.intake.xlsx_refusals import damaged, other_format, refusing
from maturity.intake.zip_guard import GuardedZip, Measured, too_large
from maturity.language import _
from maturity.language import number as digits

MAX_ROWS = 1_048_576  # Excel's own
TEXT, RUN = f"{{{SHEET_MAIN_NS}}}t", f"{{{SHEET_MAIN_NS}}}r"
DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="[A-Z]+\d+:[A-Z]+(\d{1,9})"')
if not DEFUSEDXML or LXML:  # pragma: no cover
    raise ImportError("openpyxl must parse with defusedxml, and not with lxml: see __init__.py")
# openpyxl warns of decoration that it does not keep; the reader can do nothing about it.
warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")


def recognises(head: bytes) -> bool:
    """Tell a zip archive, which a workbook is, by its first bytes."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(path: Path) -> Sheet:
    """Open the first worksheet that is not blank (the first, if all are), with the others."""
    with refusing(path), GuardedZip(path) as archive:
        _check_workbook(path, archive)
        with path.open("rb") as source:  # by handle: openpyxl judges a path by its extension
            book = ExcelReader(source, read_only=True, keep_links=False)
        book.archive = archive
        # What `book.read()` reads besides is decoration, and may be wrong without harm to answers.
        book.read_manifest()
        if strings := book.package.find(SHARED_STRINGS):
            archive.allow_strings(strings.PartName[1:])
            book.read_strings()
        book.read_workbook()
        apply_stylesheet(archive, book.wb)  # tells a date from a number
        found = [
            (_sheet(path, book, name=sheet.name, part=link.target, archive=archive), sheet.state)
            for sheet, link in book.parser.find_sheets()
            if link.Type.endswith("/worksheet")
        ]
        if not found:
            raise damaged(path)
    seen = [sheet for sheet, state in found if state == "visible"]
    return with_others(seen or [sheet for sheet, _state in found])


def _check_workbook(path: Path, archive: GuardedZip) -> None:
    """Refuse an archive that holds something other than a workbook we can read."""
    if any(part.flag_bits & 1 for part in archive.infolist()):
        raise encrypted(path)
    names = archive.namelist()
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    if not any(kind.encode() in types for kind in (XLSX, XLSM, XLTX, XLTM)):
        relative = b"sheet.binary" in types or ("mimetype" in names and _is_calc(archive))
        raise other_format(path) if relative else not_a_spreadsheet(path)
    workbook = archive.read("xl/workbook.xml") if "xl/workbook.xml" in names else b""
    if b"http://purl.oclc.org/ooxml/" in workbook:  # «Strict Open XML»
        raise other_format(path)


def _is_calc(archive: GuardedZip) -> bool:
    return b"opendocument.spreadsheet" in archive.read("mimetype")


def _sheet(path: Path, book: Any, *, name: str, part: str, archive: GuardedZip) -> Sheet:
    def parser(source: Measured) -> "_Rows":
        return _Rows(
            source,
            book.shared_strings,
            epoch=book.wb.epoch,
            date_formats=book.wb._date_formats,
            timedelta_formats=book.wb._timedelta_formats,
        )

    # The declared size guides a progress bar and nothing else: it is often missing or wrong.
    with archive.open(part) as source:
        declared = DIMENSION.search(source.read(4096))
    rows = int(declared[1]) if declared else 0
    hint = rows if 1 < rows <= MAX_ROWS else None
    kind = _("en Excel-arbeidsbok (.xlsx)")
    return Sheet(path, name, lambda: _rows(path, part=part, parser=parser), hint, kind)


def _rows(path: Path, *, part: str, parser: Callable[[Measured], "_Rows"]) -> Iterator[Row]:
    last = 0
    with (
        refusing(path, after=lambda: last),
        GuardedZip(path) as archive,
        archive.open(part) as source,
    ):
        for number, row in parser(source).parse():
            source.restart()
            if number <= last:
                raise ValueError(f"row {number} comes after row {last}")
            if number > MAX_ROWS:
                raise too_large(path, limit=_("{n} rader").format(n=digits(MAX_ROWS, digits=0)))
            last = number
            cells: list[Cell] = [None] * max((c["column"] for c in row), default=0)
            for cell in row:
                cells[cell["column"] - 1] = _cell(cell["value"], cell["data_type"])
            if values := trimmed(cells):
                yield number, values
        while source.read(2**16):  # to the end, so that the archive's sum is checked
            source.restart()


class _Rows(WorkSheetParser):  # type: ignore[misc]
    """openpyxl's parser of a worksheet, with nothing kept and nothing read but the rows."""

    def parse(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        """Yield row number and cells, in the file's order."""
        for _event, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                row = self.parse_row(element)
                element.clear()
                self.row_dimensions.clear()
                yield row
            elif element.tag == DATA_TAG:
                return

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """Read one cell: row, column, value, data_type, style_id."""
        text = None
        if element.get("t") == "inlineStr" and element.find(FORMULA_TAG) is None:
            body = element.find(INLINE_STRING)
            text = "" if body is None else _text(body)
            element.set("t", "str")  # openpyxl's own way here takes ten times as long
        cell: dict[str, Any] = super().parse_cell(element)
        return cell if text is None else cell | {"value": text}


def _text(body: Any) -> str:
    """Join the text of a string and of its formatted runs; phonetic hints are left out."""
    text = ""
    for part in body:
        if part.tag == TEXT:
            text += part.text or ""
        elif part.tag == RUN:
            text += part.findtext(TEXT) or ""
    return text


def _cell(value: Any, kind: str) -> Cell:
    if value is None or value == "":
        return None
    if kind == "f":
        return Formula(getattr(value, "text", None) or str(value))
    if isinstance(value, str):
        # Excel writes a carriage return within a text so.
        return value.replace("_x000D_\n", "\n").replace("_x000D_", "\n") if "_x" in value else value
    if isinstance(value, bool | int | float | datetime | date):
        return value
    return str(value)  # a time of day or a duration
