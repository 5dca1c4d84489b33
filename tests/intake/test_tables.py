"""Of a file with several tables the one that looks like answers is read, and nobody guesses."""

from pathlib import Path
from zipfile import ZipFile, ZipInfo

import openpyxl
import pytest
import xlwt

from maturity.errors import UserError
from maturity.exports.template_workbook import write_template
from maturity.intake.__main__ import main
from maturity.intake.codebook import codebook
from maturity.intake.decisions import Decisions
from maturity.intake.readers import read
from maturity.intake.store import Store
from maturity.intake.tables import tables
from maturity.intake.tables_known import suggested
from maturity.intake.taking import Outcome, Round, take, undo
from maturity.reference import reference
from tests.formats.writers import ods
from tests.intake.small_exports import HEADINGS, ROUND, person

ABOUT = [["Om undersøkelsen"], ["Sendt ut i mars"]]
ANSWERS = [list(HEADINGS), person(), person(who="ola@kommune.no")]
LATER = Round(module="ledelse", phase="etterarbeid")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    path = tmp_path / "data" / "answers"
    monkeypatch.setenv("MATURITY_ANSWERS", str(path))
    return Store(path)


def workbook(path: Path, sheets: dict[str, list[list[object]]], *, hidden: str = "") -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name == hidden else "visible"
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def old(path: Path) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows in (("Om", ABOUT), ("Svar", ANSWERS)):
        sheet = book.add_sheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell)
    book.save(str(path))
    return path


def open_document(path: Path) -> Path:
    ods(path, ANSWERS)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    first, answers = '<table:table table:name="Om">', '<table:table table:name="Ark1">'
    cell = '<table:table-cell office:value-type="string"><text:p>Om</text:p></table:table-cell>'
    content = parts["content.xml"]
    assert answers in content
    about = f"{first}<table:table-row>{cell}</table:table-row></table:table>"
    renamed = answers.replace("Ark1", "Svar")
    parts["content.xml"] = content.replace(answers, about + renamed)
    with ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(ZipInfo(name), text)
    return path


def checked(path: Path, store: Store, sheet: str | None = None) -> Outcome:
    return take(path, ROUND, store=store, write=False, decisions=Decisions(table=sheet))


@pytest.mark.parametrize(
    ("make", "name"), [(workbook, "a.xlsx"), (old, "a.xls"), (open_document, "a.ods")]
)
def test_the_only_table_that_we_know_is_read(tmp_path: Path, store: Store, make, name: str):
    more = {"Om": ABOUT, "Svar": ANSWERS}
    path = make(tmp_path / name, more) if make is workbook else make(tmp_path / name)
    found = checked(path, store)
    assert found.checked.counted == 2
    assert "Arket «Svar» leses, for bare det har" in found.why
    assert "Filen har også «Om», som ikke leses." in found.why
    with pytest.raises(UserError, match="ikke overskrifter som vi kjenner igjen"):
        checked(path, store, "Om")
    with pytest.raises(UserError, match="Den har «Om», «Svar»"):
        checked(path, store, "Svaret")


def test_hidden_and_blank_tables_are_not_asked_about(tmp_path: Path, store: Store):
    sheets = {"Tomt": [], "Svar": ANSWERS, "Lister": ANSWERS}
    path = workbook(tmp_path / "a.xlsx", sheets, hidden="Lister")
    assert list(tables(read(path))) == ["Svar"]
    assert checked(path, store).why == ""


def test_no_more_tables_are_looked_at_than_one_could_be_wide(tmp_path: Path):
    wide = [["x"] * 9_000]
    sheets = {"Svar": ANSWERS, "Bred": wide, "Bredere": wide, "Mer": ABOUT}
    assert list(tables(read(workbook(tmp_path / "a.xlsx", sheets)))) == ["Svar", "Bred"]


def test_our_own_template_says_which_table_is_filled_in(tmp_path: Path):
    path = tmp_path / "mal.xlsx"
    path.write_bytes(write_template(next(iter(reference().instruments.values()))))
    assert suggested(read(path)) == (["Svar"], "Svar")


def test_of_two_with_answers_one_is_told_and_both_come_in(tmp_path: Path, store: Store, capsys):
    path = workbook(tmp_path / "a.xlsx", {"Mars": ANSWERS, "Mai": ANSWERS})
    assert main(["take", str(path), "--module", "ledelse", "--phase", "forarbeid"]) == 1
    told = capsys.readouterr().err
    assert "flere ark med svar: «Mars», «Mai»" in told
    assert "--sheet Mars" in told
    for sheet, phase in (("Mars", "forarbeid"), ("Mai", "etterarbeid")):
        command = ["take", str(path), "--module", "ledelse", "--phase", phase, "--sheet", sheet]
        assert main(command) == 0
        assert f"Arket «{sheet}» leses, som du har valgt" in capsys.readouterr().out
        assert main(command) == 1
        assert "lest inn før" in capsys.readouterr().err
    assert [it.table for it in store.history()] == ["Mars", "Mai"]
    undone = undo(store)
    assert undone.table == "Mai"
    assert main(["history"]) == 0
    assert "a.xlsx, arket «Mars»" in capsys.readouterr().out
    take(path, LATER, store=store, decisions=Decisions(table="Mai"))


def test_a_codebook_may_stand_behind_a_front_page(tmp_path: Path):
    book = [["Variabel", "Tekst"], ["v1", "Hvilken kommune svarer du for?"]]
    path = workbook(tmp_path / "kodebok.xlsx", {"Om": ABOUT, "Koder": book})
    assert codebook(path, ["v1", "v2"]) == {"v1": "Hvilken kommune svarer du for?"}
