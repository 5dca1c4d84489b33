"""Files are brought, looked over and taken in on /innlesing, step by step."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from maturity.intake.store import Store
from maturity.settings import ROOT
from tests.pages.somebody import shown

SAMPLES = ROOT / "tests" / "samples" / "formats"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for the answers, where none are yet."""
    path = tmp_path / "data" / "answers"
    monkeypatch.setenv("MATURITY_ANSWERS", str(path))
    return path


def opened() -> AppTest:
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    test.session_state["arrived"] = True
    test.run()
    return test.switch_page("pages/admin/intake.py").run()


def bring(test: AppTest, name: str, content: bytes | None = None) -> AppTest:
    content = (SAMPLES / name).read_bytes() if content is None else content
    test.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    assert not test.exception
    return test


def said(test: AppTest) -> str:
    kinds = ("text", "title", "subheader", "error", "warning", "success")
    texts = [it.value for kind in kinds for it in test.get(kind)]
    return "\n".join([*texts, *(it.proto.body for it in test.get("html"))])


def keys(test: AppTest) -> set[str]:
    return {it.key for kind in ("button", "selectbox", "checkbox") for it in test.get(kind)}


def left(path: Path) -> list[str]:
    return sorted(it.name for it in path.parent.iterdir()) if path.parent.exists() else []


def test_a_known_export_goes_in_and_its_radar_is_the_proof(own: Path):
    test = bring(opened(), "forms-nb.xlsx")
    assert "en Excel-arbeidsbok (.xlsx)" in said(test)
    assert "Kjent igjen som Microsoft Forms" in said(test)
    test.selectbox(key="intake-0-module").set_value("organisasjon").run()
    preview = said(test)
    assert "Kan leses inn: 16 rader, 3 kommuner" in preview
    assert "disse radene telles ikke: 2" in preview
    assert "Bodø" in preview
    assert left(own) == [], "the preview leaves nothing behind"
    test.button(key="intake-0-take").click().run()
    assert not test.exception
    assert "Lest inn som versjon" in said(test)
    assert len(test.get("plotly_chart")) == 1
    (entry,) = Store(own).history()
    assert (entry.file, entry.invented, entry.module) == ("forms-nb.xlsx", True, "organisasjon")
    assert "høyest på" in said(test)


def test_staff_bring_real_answers_in_their_own_name(own: Path):
    test = bring(shown("innlesing", see="own", role="staff"), "forms-nb.xlsx")
    test.selectbox(key="intake-0-module").set_value("organisasjon").run()
    test.button(key="intake-0-take").click().run()
    assert not test.exception
    (entry,) = Store(own).history()
    assert (entry.who, entry.invented) == ("a@x.example", False)


@pytest.mark.parametrize("role", ["presenter", "executive", None])
def test_others_cannot_bring_anything(answers: Path, role: str | None):
    test = shown("innlesing", see="named", role=role)
    assert not test.exception
    assert not test.file_uploader
    if role:
        assert "ansatt i DigiNordland" in test.error[0].value


def test_taken_away_a_file_is_gone(own: Path):
    test = bring(opened(), "table.tsv")
    (file,) = test.session_state["intake-files"]
    assert file.path.exists()
    test.button(key="intake-0-away").click().run()
    assert not file.path.exists()
    assert "table.tsv" not in said(test)
    assert left(own) == []


def test_numbered_columns_are_taken_only_once_their_order_is_agreed_to(own: Path):
    test = bring(opened(), "surveyxact-variables.csv")
    assert "s_1 til s_72 er bare numre" in said(test)
    assert "intake-0-module" not in keys(test)
    test.checkbox(key="intake-0-in-order").check().run()
    test.selectbox(key="intake-0-module").set_value("ledelse").run()
    assert "Kan leses inn" in said(test)


def test_what_is_no_spreadsheet_is_refused_and_the_page_goes_on(own: Path):
    test = bring(opened(), "svar.pdf", b"%PDF-1.7 ...")
    assert "er av typen PDF, ikke et regneark" in test.error[0].value
    assert test.file_uploader
    bring(test, "table.tsv")
    assert "Kjent igjen som Egen tabell" in said(test)
