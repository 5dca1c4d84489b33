"""Workbooks become rows of cells, however they were written."""

import random
import re
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.formula import ArrayFormula

from maturity.errors import UserError
from maturity.intake.readers import Formula, Sheet, read
from tests.intake.workbook_parts import parts, sheet_xml, workbook, zipped

SAMPLES = Path(__file__).parents[1] / "samples"


def table(sheet: Sheet) -> list[tuple[object, ...]]:
    return [cells for _row, cells in sheet.rows()]


def test_cells_of_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["tall", None, 2.5, True, datetime(2023, 9, 26, 9), "=A1", "  ", ""])
    book.active["A3"] = CellRichText("Bo", TextBlock(InlineFont(b=True), "dø"))
    book.active["B3"] = "=som tekst"
    book.active["B3"].data_type = "s"
    book.active["C3"] = ArrayFormula("C3:C4", "=SUM(A1:A2)")
    book.active["D3"] = "#N/A"
    book.active["E3"] = "linje 1_x000D_\nlinje 2"
    book.active["I3"].number_format = "0.00"  # decoration only
    book.save(tmp_path / "a.xlsx")
    assert list(read(tmp_path / "a.xlsx").rows()) == [
        (1, ("tall", None, 2.5, True, datetime(2023, 9, 26, 9), Formula("=A1"), "  ")),
        (3, ("Bodø", "=som tekst", Formula("=SUM(A1:A2)"), "#N/A", "linje 1\nlinje 2")),
    ]


def test_texts_of_every_kind(tmp_path: Path) -> None:
    """Shared and inline strings, with runs and phonetic hints; cells without a reference."""
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<si><t>hel</t></si><si><r><t>de</t></r><r><rPr><b/></rPr><t>ler</t></r></si></sst>"
    )
    rows = (
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
        '<row><c t="inlineStr"><is><r><t>to </t></r><r><t>løp</t></r><rPh><t>x</t></rPh></is></c>'
        '<c t="inlineStr"><is><t></t></is></c><c t="e"><v>#REF!</v></c><c t="b"><v>0</v></c></row>'
        '<row><c t="inlineStr"><f>1+2</f><is><t>3</t></is></c></row>'
    )
    path = workbook(tmp_path / "t.xlsx", sheet_xml(rows), strings=strings)
    assert table(read(path)) == [
        ("hel", "deler"),
        ("to løp", None, "#REF!", False),
        (Formula("=1+2"),),
    ]


@pytest.mark.parametrize("declared", ["A1", "A1:A1", "A1:XFD1048576", "B9:C9"])
def test_declared_dimension_is_not_believed(tmp_path: Path, declared: str) -> None:
    path = workbook(tmp_path / "d.xlsx", sheet_xml(before=f'<dimension ref="{declared}"/>'))
    assert list(read(path).rows()) == [(1, ("Kommune", "Svar")), (2, ("Bodø", 4))]


def test_large_worksheet_that_does_not_declare_its_size(tmp_path: Path) -> None:
    cell = f'<c t="inlineStr"><is><t>{"å" * 5000}</t></is></c>'
    path = workbook(tmp_path / "u.xlsx", sheet_xml(f"<row>{cell}{cell}</row>" * 1000))
    sheet = read(path)
    assert sheet.size_hint is None
    assert sum(1 for _ in sheet.rows()) == 1000


def test_first_worksheet_that_is_not_blank(tmp_path: Path) -> None:
    blank = sheet_xml('<row r="1"><c r="A1"/></row>')
    other = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    sheet = read(workbook(tmp_path / "b.xlsx", blank, sheet_xml(), other))
    assert (sheet.name, table(sheet)[1]) == ("Ark2", ("Bodø", 4))


def test_what_follows_the_rows_does_not_matter(tmp_path: Path) -> None:
    """openpyxl itself refuses a workbook over decoration that it does not know."""
    after = '<pageMargins left="vid"/><pageSetup orientation="skrå"/>'
    assert len(table(read(workbook(tmp_path / "p.xlsx", sheet_xml(after=after))))) == 2


@pytest.mark.parametrize("seed", range(4))
def test_mutilated_workbooks_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    """Whatever is cut, doubled or swapped in whatever part: no other exception, no hang."""
    chance = random.Random(seed)
    with ZipFile(SAMPLES / "modul1-forms-with-errors.xlsx") as archive:
        real = {name: archive.read(name).decode() for name in archive.namelist()}
    real["xl/worksheets/sheet1.xml"] = re.sub(
        r'<row r="([4-9]|\d\d)".*?</row>', "", real["xl/worksheets/sheet1.xml"]
    )
    small = parts(sheet_xml(), sheet_xml())
    refused = 0
    for _ in range(40):
        members = dict(chance.choice([real, small]))
        name = chance.choice(list(members))
        text = members[name]
        a, b = sorted(chance.randrange(len(text)) for _ in range(2))
        b = min(b, a + 40)
        members[name] = (
            text[:a] + chance.choice(["", text[a:b] * 2, "9" * 5000, "<", "ø"]) + text[b:]
        )
        try:
            list(read(zipped(tmp_path / "m.xlsx", members)).rows())
        except UserError:
            refused += 1
    assert refused > 10
