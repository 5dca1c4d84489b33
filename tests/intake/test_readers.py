"""Files as users have them are read; what cannot be read is refused in words, in bounded memory."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from maturity.errors import UserError
from maturity.intake import readers
from maturity.intake.readers import Formula, Reader, Sheet, read
from tests.intake.faulty_files import FAULTS
from tests.intake.workbook_parts import workbook

SAMPLES = Path(__file__).parents[1] / "samples"


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


def test_content_decides_not_the_extension(tmp_path: Path) -> None:
    book = workbook(tmp_path / "egentlig-bok.csv")
    text = tmp_path / "egentlig-tekst.xlsx"
    text.write_text("Kommune;Svar\nBodø;4\n")
    assert table(read(book)) == [("Kommune", "Svar"), ("Bodø", 4)]
    assert table(read(text)) == [("Kommune", "Svar"), ("Bodø", "4")]


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


# Bounded memory

MEASURE = """
import sys
from pathlib import Path
from maturity.errors import UserError
from maturity.intake.readers import read
from tests.intake.peak import megabytes
idle, rows = megabytes(), 0
for name in sys.argv[1:]:
    try:
        rows += sum(1 for _ in read(Path(name)).rows())
    except UserError as refusal:
        print(refusal)
print(rows, megabytes() - idle)
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
    grown = []
    for size in (4_000, 24_000):
        path = tmp_path / f"{size}.xlsx"
        with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
            sheet = book.add_worksheet()
            for row in range(size):
                sheet.write_row(row, 0, [f"p{row}@example.no", *range(row, row + 11)])
        rows, megabytes, _refusals = measure(path)
        assert rows == size
        grown.append(megabytes)
    assert grown[1] < grown[0] + 10


def test_bombs_are_refused_in_bounded_memory(tmp_path: Path) -> None:
    bombs = [fault(tmp_path) for fault in BOMBS]
    assert len(bombs) == 7
    rows, megabytes, refusals = measure(*bombs)
    assert rows == 0
    assert megabytes < 100
    for fault, refusal in zip(BOMBS, refusals, strict=True):
        assert re.search(FAULTS[fault], refusal), fault.__name__


@pytest.mark.parametrize(
    ("first", "setting"),
    [("os", {"OPENPYXL_DEFUSEDXML": "False"}), ("openpyxl", {"OPENPYXL_LXML": "True"})],
    ids=["without defusedxml", "with lxml"],
)
def test_openpyxl_that_parses_another_way_is_not_used(first: str, setting: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import {first}, maturity.intake.readers"],
        env=os.environ | setting,
        cwd=SAMPLES.parents[1],
        capture_output=True,
        text=True,
    )
    assert "must parse with defusedxml" in done.stderr


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
