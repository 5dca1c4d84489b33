"""The headings are found below what people put above a table."""

from pathlib import Path

import pytest
import xlsxwriter

from maturity.errors import UserError
from maturity.intake.heading_row import one_row
from maturity.intake.readers import read
from maturity.intake.store import Store
from maturity.intake.taking import take
from maturity.reference import reference
from tests.intake.small_exports import HEADINGS, ROUND, person, rows

INSTRUMENTS = list(reference().instruments.values())


def workbook(path: Path, *lines: list[object]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, line in enumerate(lines):
            sheet.write_row(at, 0, line)
    return path


@pytest.mark.parametrize(
    "above",
    [
        [],
        [["Kartlegging av digital modenhet"]],
        [["Svar fra Salten"], [], ["Hentet ut", "12. mars", "av", "Kari"]],
    ],
)
def test_titles_above_the_headings_are_passed_over(tmp_path: Path, above: list[list[object]]):
    path = workbook(tmp_path / "a.xlsx", *above, list(HEADINGS), person(), person(who="b"))
    number, cells = next(one_row(read(path), INSTRUMENTS).rows())
    assert (number, cells[1]) == (len(above) + 1, "Kommune")
    store = Store(tmp_path / "data" / "answers")
    take(path, ROUND, store=store)
    assert len({it["respondent"] for it in rows(store)}) == 2


def test_problems_are_where_the_file_has_them(tmp_path: Path):
    path = workbook(tmp_path / "a.xlsx", ["Svar"], list(HEADINGS), person(), person("Bodo by"))
    with pytest.raises(UserError) as refused:
        take(path, ROUND, store=Store(tmp_path / "data" / "answers"))
    assert [it.row for it in refused.value.problems] == [4]


def test_answers_that_read_like_a_heading_or_two_are_none(tmp_path: Path):
    lines = [["a", "b"], ["Kommune", "x"], ["Kommune", "y"]]
    sheet = read(workbook(tmp_path / "a.xlsx", *lines))
    assert next(one_row(sheet, INSTRUMENTS).rows())[0] == 1
