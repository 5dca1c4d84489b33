"""A workbook with very many tables, and names that mean something elsewhere."""

from pathlib import Path

import xlsxwriter

from tests.intake.small_exports import HEADINGS, person

TABLES = 120
NAMES = ("=cmd!A1", "\u202ehcrat", "{0}", "%s", "<b>")


def many_tables(folder: Path) -> Path:
    path = folder / "mange.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        for at in range(TABLES):
            sheet = book.add_worksheet(NAMES[at] if at < len(NAMES) else f"Ark{at}")
            for row, cells in enumerate((HEADINGS, person())):
                sheet.write_row(row, 0, cells)
    return path
