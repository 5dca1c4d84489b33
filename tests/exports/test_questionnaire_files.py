"""Template, Word file and the list for Forms, for every instrument and language."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator

from maturity import language
from maturity.exports.questionnaire import answers, statements
from maturity.exports.questionnaire_word import BOX, write_forms, write_questionnaire
from maturity.exports.template_workbook import columns, write_template
from maturity.intake.check import Checker
from maturity.intake.headings import plain, spellings
from maturity.intake.headings import statements as known_statements
from maturity.intake.readers import read
from maturity.intake.taking import Round, opened
from maturity.reference import reference

INSTRUMENTS = sorted(reference().instruments)
ROUND = Round(module="ledelse", phase="forarbeid")


@pytest.fixture(params=["nb", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    language.use(request.param)
    yield request.param
    language.use(language.SOURCE)


def filled(content: bytes, folder: Path, choose) -> Path:
    """The template with two people in it, who answer from the lists."""
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    for row, who in enumerate(("a@x.example", "b@x.example"), start=2):
        cells: list[object] = ["Bodø", who, "Leder", date(2024, 3, 1)]
        for column in range(5, sheet.max_column - 1):
            cells.append(choose(row, column))
        cells += ["For lite tid", "Felles tjenester"]
        for column, value in enumerate(cells, start=1):
            sheet.cell(row, column, value)
    path = folder / "svar.xlsx"
    book.save(path)
    return path


def checker(path: Path) -> Checker:
    return opened(read(path), ROUND, secret=b"test")[1]


@pytest.mark.parametrize("key", INSTRUMENTS)
def test_the_template_is_read_by_the_intake(tmp_path: Path, spoken: str, key: str):
    instrument = reference().instruments[key]
    choices = answers(instrument)
    path = filled(
        write_template(instrument), tmp_path, lambda row, column: choices[(row + column) % 7]
    )
    found = checker(path)
    checked = found.check()
    assert (checked.counted, checked.kommuner, checked.untitled) == (2, {"1804"}, set())
    rows = [it for batch in found.batches(checked) for it in batch.to_pylist()]
    scores = [it for it in rows if it["kind"] == "score"]
    asked = list(statements(instrument))
    assert len(scores) == 2 * len(asked)
    assert {it["instrument"] for it in scores} == {key}
    assert {it["aspect"] for it in scores} == {"now", "target"}
    points = [None if (2 + c) % 7 > 4 else (2 + c) % 7 + 1 for c in range(5, 5 + len(asked))]
    by_person = [it["score"] for it in scores][: len(asked)]
    assert by_person == points
    assert sorted(it["kind"] for it in rows if it["kind"] != "score") == [
        "barrier", "barrier", "opportunity", "opportunity",
    ]  # fmt: skip


@pytest.mark.parametrize("key", INSTRUMENTS)
def test_the_lists_of_the_template_hold_what_the_intake_knows(spoken: str, key: str):
    instrument = reference().instruments[key]
    book = load_workbook(io.BytesIO(write_template(instrument)))
    sheet, choices = book.worksheets[0], book.worksheets[2]
    assert [it.value for it in sheet[1]] == list(columns(instrument))
    rules = {str(it.sqref): it.formula1 for it in sheet.data_validations.dataValidation}
    assert len(rules) == 2
    names = [it.value for it in choices["A"][1:] if it.value]
    assert set(names) == {it.name for it in reference().kommuner.values()}
    assert [it.value for it in choices["B"][1:] if it.value] == list(answers(instrument))
    ends = {rule.rpartition("$")[2] for rule in rules.values()}
    assert ends == {str(len(names) + 1), str(len(answers(instrument)) + 1)}


def test_an_empty_template_is_no_import(tmp_path: Path):
    path = tmp_path / "tom.xlsx"
    path.write_bytes(write_template(reference().instruments["modenhet-6gen"]))
    with pytest.raises(Exception, match="ingen fullførte svar"):
        checker(path).check()


@pytest.mark.parametrize("key", INSTRUMENTS)
@pytest.mark.parametrize(
    ("write", "name"),
    [(write_template, "a.xlsx"), (write_questionnaire, "a.docx"), (write_forms, "b.docx")],
)
def test_the_files_are_as_office_defines_them(tmp_path: Path, key: str, write, name: str):
    path = tmp_path / name
    path.write_bytes(write(reference().instruments[key]))
    assert [str(it) for it in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("key", INSTRUMENTS)
def test_the_questionnaire_has_a_box_for_every_answer(spoken: str, key: str):
    instrument = reference().instruments[key]
    document = Document(io.BytesIO(write_questionnaire(instrument)))
    asked = list(statements(instrument))
    rows = [row for table in document.tables for row in table.rows[1:]]
    assert [row.cells[0].text for row in rows] == [it.text for it in asked]
    assert all(cell.text == BOX for row in rows for cell in row.cells[1:])
    for table in document.tables:
        assert [it.text for it in table.rows[0].cells][1:] == list(answers(instrument))
        widths = [it.width for it in table.columns]
        assert widths[0] > 3 * widths[1], "the statement has room, in LibreOffice too"
    assert document.core_properties.language == {"nb": "nb-NO", "en": "en-GB"}[spoken]
    assert document.core_properties.title == instrument.label


@pytest.mark.parametrize("key", INSTRUMENTS)
def test_what_comes_back_from_forms_is_recognised(spoken: str, key: str):
    """Numbered or not, each question is a heading that the intake knows."""
    instrument = reference().instruments[key]
    document = Document(io.BytesIO(write_forms(instrument)))
    lines = [it.text for it in document.paragraphs]
    questions = [it for it in lines if it.partition(". ")[0].isdigit()]
    asked = list(statements(instrument))
    assert len(questions) == len(asked) + 4
    known = known_statements([instrument])
    for question in questions[2:-2]:
        assert any(it in known for it in spellings(question)), question
        assert plain(question.partition(". ")[2]) in known
    first = lines.index(questions[2])
    assert [it.partition(". ")[2] for it in lines[first + 1 : first + 8]] == list(
        answers(instrument)
    )
    assert not document.tables
