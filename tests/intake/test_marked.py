"""The file sent back: rows with faults, their cells marked, and what can be done about each."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from maturity.errors import UserError
from maturity.intake.marked import marked
from maturity.intake.readers import read
from maturity.intake.store import Store
from maturity.intake.taking import take
from tests.intake.small_exports import ROUND, export, person


def test_each_fault_is_marked_in_its_row_and_listed_with_what_to_do(tmp_path: Path):
    faulty = [person("Bodø", scores=("Helt einig", 4)), person(""), person(scores=(9, "=1+1"))]
    path = export(tmp_path / "svar.csv", person(), *faulty)
    with pytest.raises(UserError) as refused:
        take(path, ROUND, store=Store(tmp_path / "answers"))
    book = openpyxl.load_workbook(BytesIO(marked(read(path), refused.value.problems)))
    rows, listed = book.worksheets
    found = {
        (row[0].value, cell.column_letter)
        for row in rows.iter_rows(min_row=2)
        for cell in row
        if cell.comment
    }
    assert found == {("3", "F"), ("4", "C"), ("5", "F"), ("5", "G")}, "a column is the row's number"
    heads, *lines = listed.iter_rows(values_only=True)
    assert heads[-1] == "Hva du kan gjøre"
    assert [(row, what) for row, *_rest, what in lines] == [
        ("3", "Skriv «Helt enig», hvis det er det som er ment."),
        ("4", "Fyll ut cellen, eller ta bort raden."),
        ("5", "Skriv det som var ventet, eller ta bort raden."),
        ("5", "Skriv svaret i stedet for formelen."),
    ]
