"""Bytes on disk become rows of cells, or a refusal that says what to do."""

import csv
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.formula import ArrayFormula

from maturity.errors import UserError
from maturity.intake import readers
from maturity.intake.readers import Formula, Reader, Sheet, read
from tests.intake.faulty_files import FAULTS
from tests.intake.workbook_parts import parts, sheet_xml, workbook, zipped

SAMPLES = Path(__file__).parents[1] / "samples"
TEXT = "Bodø;Sømna;Ærlig"


def table(sheet: Sheet) -> list[tuple[object, ...]]:
    return [cells for _row, cells in sheet.rows()]


# The exports that users have


@pytest.mark.parametrize(
    ("name", "rows", "last", "first_heading", "sheet"),
    [
        ("modul1-forms.xlsx", 179, 181, "ID", "Ark1"),
        ("modul2-forms.xlsx", 170, 172, "ID", "Ark1"),
        ("modul3-limesurvey.csv", 170, 170, "id. Response ID", "modul3-limesurvey.csv"),
        ("modul4-means.csv", 828, 828, "Modul", "modul4-means.csv"),
    ],
)
def test_samples(name: str, rows: int, last: int, first_heading: str, sheet: str) -> None:
    found = read(SAMPLES / name)
    lines = list(found.rows())
    assert (len(lines), lines[0][0], lines[-1][0]) == (rows, 1, last)
    assert lines[0][1][0] == first_heading
    assert found.name == sheet
    assert found.size_hint == last
    assert list(found.rows()) == lines, "each call starts anew"


def test_samples_hold_what_is_in_them() -> None:
    forms = dict(read(SAMPLES / "modul1-forms-with-errors.xlsx").rows())
    assert forms[7][12] == Formula("=1+1")
    assert str(forms[7][12]) == "=1+1"
    assert forms[2][:2] == (1, datetime(2023, 10, 12, 1, 0))
    assert table(read(SAMPLES / "modul4-means.csv"))[1][1:7:4] == ("Bodø", "2,270833")


# Workbooks


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


def test_content_decides_not_the_extension(tmp_path: Path) -> None:
    book = workbook(tmp_path / "egentlig-bok.csv")
    text = tmp_path / "egentlig-tekst.xlsx"
    text.write_text("Kommune;Svar\nBodø;4\n")
    assert table(read(book)) == [("Kommune", "Svar"), ("Bodø", 4)]
    assert table(read(text)) == [("Kommune", "Svar"), ("Bodø", "4")]


# Text files


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850"]
)
@pytest.mark.parametrize("text", [TEXT, f"{TEXT}\nÅ;åpne;«dører» – nå"])
def test_norwegian_text_in_any_encoding(tmp_path: Path, encoding: str, text: str) -> None:
    if encoding == "cp850":
        text = text.replace("–", "-")
    path = tmp_path / "e.csv"
    path.write_bytes(text.encode(encoding))
    assert table(read(path)) == [tuple(line.split(";")) for line in text.split("\n")]


@pytest.mark.parametrize("text", ["it’s", "it’s “ok” … 5 €", "Å–Å– ø"])
def test_signs_of_word_are_windows(tmp_path: Path, text: str) -> None:
    path = tmp_path / "w.csv"
    path.write_bytes(f"Rolle;Svar\nleder;{text}\n".encode("cp1252"))
    assert table(read(path))[1][1] == text


def test_encoding_is_found_far_down(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    filling = b"Rana;" + b"x" * 5000 + b"\n"
    path.write_bytes(b"Kommune;Svar\n" + filling * 400 + "Sømna;3\n".encode("cp1252"))
    assert table(read(path))[-1] == ("Sømna", "3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a;b\n1,5;2,5\n1,7;3,5\n", [("a", "b"), ("1,5", "2,5"), ("1,7", "3,5")]),
        (
            "a;b\n1,5;x\n2,5;y;\n3,5;z;\n",
            [("a", "b"), ("1,5", "x"), ("2,5", "y"), ("3,5", "z")],
        ),
        ('a,b\nx,"Ja;Nei;"\ny,"Nei;Ja;"\n', [("a", "b"), ("x", "Ja;Nei;"), ("y", "Nei;Ja;")]),
        ('a,"b; c"\nx,"y; z"\n', [("a", "b; c"), ("x", "y; z")]),
        ("a\tb\nx, y\tz; w\n", [("a", "b"), ("x, y", "z; w")]),
        ("a|b\nx|y\n", [("a", "b"), ("x", "y")]),
        ("Kommune\nBodø\nRana, Mo\n", [("Kommune",), ("Bodø",), ("Rana, Mo",)]),
        ("sep=,\na,b\nx;y,z;w\n", [("a", "b"), ("x;y", "z;w")]),
        ("a;b;;\nx;=1+1;;\n", [("a", "b"), ("x", Formula("=1+1"))]),
        ('a;b\n"to\nlinjer";5" skjerm\n', [("a", "b"), ("to\nlinjer", '5" skjerm')]),
        ("a;b\rx;y\r", [("a", "b"), ("x", "y")]),
    ],
)
def test_delimiters(tmp_path: Path, text: str, expected: list[tuple[object, ...]]) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(text.encode())
    assert table(read(path)) == expected


def test_rows_are_numbered_as_in_a_spreadsheet_program(tmp_path: Path) -> None:
    path = tmp_path / "n.csv"
    path.write_text('\na;b\n"x\ny";1\n;\n \nz;2\n')
    assert list(read(path).rows()) == [(2, ("a", "b")), (3, ("x\ny", "1")), (6, ("z", "2"))]


WORDS = st.text("abcæøåÆØÅ é–\n\r\"'=;,|\t5", max_size=12)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    width=st.integers(2, 5),
    data=st.data(),
    delimiter=st.sampled_from("\t;|,"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
)
def test_what_is_written_comes_back(
    tmp_path: Path, width: int, data: st.DataObject, delimiter: str, encoding: str
) -> None:
    rows = data.draw(st.lists(st.lists(WORDS, min_size=width, max_size=width), max_size=6))
    table_in = [[f"Spørsmål {i}" for i in range(width)], *rows]
    path = tmp_path / "p.csv"
    with path.open("w", encoding=encoding, newline="") as target:
        csv.writer(target, delimiter=delimiter).writerows(table_in)
    back = dict(read(path).rows())
    for number, row in enumerate(table_in, start=1):
        found = ["" if cell is None else str(cell) for cell in back.get(number, ())]
        assert found + [""] * (width - len(found)) == row or not "".join(row).strip()
        assert all(isinstance(c, Formula) == (str(c)[:1] == "=") for c in back.get(number, ()))


# What is refused


BOMBS = [fault for fault in FAULTS if fault.__name__.startswith("bomb")]


@pytest.mark.parametrize(
    "fault", [f for f in FAULTS if f not in BOMBS], ids=lambda fault: fault.__name__
)
def test_faults_are_refused_in_words(tmp_path: Path, fault: Callable[[Path], Path]) -> None:
    path = fault(tmp_path)
    with pytest.raises(UserError, match=FAULTS[fault]) as refused:
        list(read(path).rows())
    assert path.name in refused.value.message


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "a.xlsx")

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UserError, match="Får ikke lest"):
        read(path)


def test_rows_before_a_fault_are_still_given(tmp_path: Path) -> None:
    path = tmp_path / "u.csv"
    path.write_text("a;b\nx;y\n" * 50 + "x;y;z\n")
    rows = read(path).rows()
    assert [next(rows)[0] for _ in range(100)] == list(range(1, 101))
    with pytest.raises(UserError, match="rad 101"):
        next(rows)


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


# Bounded memory

MEASURE = """
import resource, sys
from pathlib import Path
from maturity.errors import UserError
from maturity.intake.readers import read
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
idle, rows = peak(), 0
for name in sys.argv[1:]:
    try:
        rows += sum(1 for _ in read(Path(name)).rows())
    except UserError as refusal:
        print(refusal)
print(rows, peak() - idle)
"""


def measure(*paths: Path) -> tuple[int, int, list[str]]:
    """Return the rows read in a process of its own, the megabytes it grew by, and refusals."""
    command = [sys.executable, "-c", MEASURE, *map(str, paths)]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=SAMPLES.parents[1]
    )
    *refusals, last = done.stdout.splitlines()
    rows, megabytes = last.split()
    return int(rows), int(megabytes), refusals


def test_a_million_rows_of_csv_in_bounded_memory(tmp_path: Path) -> None:
    line = "1804;Bodø;Litt enig;Helt enig;3,5;4;2;1;5;Økonomisjef;Vet ikke;n\n"
    path = tmp_path / "m.csv"
    with path.open("w", encoding="utf-8") as target:
        for _ in range(1000):
            target.write(line * 1000)
    assert path.stat().st_size > 60_000_000
    rows, megabytes, _refusals = measure(path)
    assert rows == 1_000_000
    assert megabytes < 30


def test_a_large_workbook_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "stor.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(60_000):
            sheet.write_row(row, 0, [f"p{row}@example.no", *range(row, row + 11)])
    rows, megabytes, _refusals = measure(path)
    assert rows == 60_000
    assert megabytes < 50


def test_bombs_are_refused_in_bounded_memory(tmp_path: Path) -> None:
    bombs = [fault(tmp_path) for fault in BOMBS]
    assert len(bombs) == 7
    rows, megabytes, refusals = measure(*bombs)
    assert rows == 0
    assert megabytes < 100
    for fault, refusal in zip(BOMBS, refusals, strict=True):
        assert re.search(FAULTS[fault], refusal), fault.__name__


def test_openpyxl_without_defusedxml_is_not_used() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import maturity.intake.readers"],
        env=os.environ | {"OPENPYXL_DEFUSEDXML": "False"},
        cwd=SAMPLES.parents[1],
        capture_output=True,
        text=True,
    )
    assert "defusedxml must be installed" in done.stderr


# The registry


def test_another_kind_of_file_takes_one_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "svar.xyz"
    path.write_bytes(b"XYZ\x00\x01\x02\x03")
    sheet = Sheet(path, "xyz", lambda: iter([(1, ("a",))]), 1)
    entry = Reader(recognises=lambda head: head.startswith(b"XYZ"), read=lambda path: sheet)
    monkeypatch.setitem(readers.READERS, "xyz", entry)
    assert read(path) is sheet
