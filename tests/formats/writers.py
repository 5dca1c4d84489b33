"""Tables as files of each kind, the same bytes each time."""

import csv
import datetime
import io
import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd
import pyreadstat
import xlsxwriter
import xlwt

Table = list[list[Any]]
MADE = datetime.datetime(2024, 3, 8)
ODS = "application/vnd.oasis.opendocument.spreadsheet"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def text(path: Path, table: Table, *, sign: str = ";", encoding: str = "utf-8-sig") -> None:
    """Write delimited text."""
    target = io.StringIO()
    csv.writer(target, delimiter=sign, lineterminator="\r\n").writerows(table)
    path.write_bytes(target.getvalue().encode(encoding))


def xlsx(path: Path, table: Table, *, merged: list[tuple[int, int, int, int]] = []) -> None:  # noqa: B006
    """Write a workbook; `merged` are ranges: first row and column, last row and column."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy hh:mm"}) as book:
        book.set_properties({"created": MADE})
        sheet = book.add_worksheet("Ark1")
        for row, cells in enumerate(table):
            sheet.write_row(row, 0, cells)
        for first_row, first, last_row, last in merged:
            sheet.merge_range(first_row, first, last_row, last, table[first_row][first])


def xls(path: Path, table: Table) -> None:
    """Write a workbook of Excel 97–2003."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Ark1")
    moment = xlwt.easyxf(num_format_str="DD.MM.YYYY HH:MM")
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            if isinstance(cell, datetime.datetime):
                sheet.write(row, column, cell, moment)
            elif cell is not None:
                sheet.write(row, column, cell)
    book.save(str(path))


def ods(path: Path, table: Table) -> None:
    """Write an OpenDocument spreadsheet."""

    def cell(value: Any) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, datetime.datetime):
            kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
        elif isinstance(value, int | float):
            kind = f'office:value-type="float" office:value="{value}"'
        else:
            kind = 'office:value-type="string"'
        return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"

    rows = "".join(
        f"<table:table-row>{''.join(map(cell, cells))}</table:table-row>" for cells in table
    )
    names = " ".join(f'xmlns:{it}="{OASIS}:{it}:1.0"' for it in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}>'
        f'<office:body><office:spreadsheet><table:table table:name="Ark1">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with ZipFile(path, "w") as archive:
        archive.writestr(ZipInfo("mimetype"), ODS)
        for name, part in (("content.xml", content), ("META-INF/manifest.xml", manifest)):
            archive.writestr(ZipInfo(name), part, ZIP_DEFLATED)


def json_lines(path: Path, table: Table) -> None:
    """Write one object a line; what is not answered is left out of it."""
    headings, *rows = table
    lines = ({h: it for h, it in zip(headings, row, strict=True) if it is not None} for row in rows)
    written = (json.dumps(it, ensure_ascii=False, default=str) for it in lines)
    path.write_text("\n".join(written) + "\n", "utf-8")


def sav(path: Path, table: Table, *, labels: list[str], values: dict[str, dict[int, str]]) -> None:
    """Write an SPSS file with labels of variables and of values."""
    frame = pd.DataFrame(table[1:], columns=table[0])
    for name in values:
        frame[name] = frame[name].astype(float)
    pyreadstat.write_sav(frame, path, column_labels=labels, variable_value_labels=values)
    content = bytearray(path.read_bytes())
    content[92:109] = b"08 Mar 2409:30:00"  # the header tells when it was written
    path.write_bytes(content)
