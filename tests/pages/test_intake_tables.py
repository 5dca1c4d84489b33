"""On the page a workbook with several tables is asked about, and what is read is said."""

from pathlib import Path

from maturity.intake.store import Store
from tests.intake.test_tables import ABOUT, ANSWERS, workbook
from tests.pages.bringing_files import bring, go_on, keys, opened, said, take

TABLE = "intake-0-table"


def test_the_one_that_looks_like_answers_is_suggested_and_another_can_be_told(
    tmp_path: Path, own: Path
):
    path = workbook(tmp_path / "svar.xlsx", {"Om": ABOUT, "Svar": ANSWERS})
    test = bring(opened(), "svar.xlsx", path.read_bytes())
    assert test.selectbox(key=TABLE).value == "Svar"
    assert "Arket «Svar» leses, for bare det har overskrifter" in said(test)
    test.selectbox(key=TABLE).set_value("Om").run()
    assert "Arket «Om» leses, som du har valgt" in said(test)
    assert "ikke overskrifter som vi kjenner igjen" in said(test)
    test.selectbox(key=TABLE).set_value("Svar").run()
    take(go_on(test))
    (entry,) = Store(own).history()
    assert entry.table == "Svar"
    assert "Arket «Svar»" in said(test.switch_page("pages/admin/imports.py").run())


def test_of_two_that_may_be_it_none_is_taken_unasked(tmp_path: Path, own: Path):
    path = workbook(tmp_path / "svar.xlsx", {"Mars": ANSWERS, "Mai": ANSWERS})
    test = bring(opened(), "svar.xlsx", path.read_bytes())
    assert test.selectbox(key=TABLE).value is None
    assert "Flere ark ser ut som svar: «Mars», «Mai»" in said(test)
    assert "intake-0-module" not in keys(test)
    test.selectbox(key=TABLE).set_value("Mai").run()
    assert "Kan leses inn: 2 rader" in said(go_on(test))
