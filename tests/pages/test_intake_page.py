"""Files are brought, looked over and taken in on /innlesing, step by step."""

import datetime
from pathlib import Path

import pytest

from maturity import audit
from maturity.intake import elsewhere
from maturity.intake.store import Store
from tests.pages.bringing_files import (
    belongs,
    bring,
    edit,
    go_on,
    left,
    opened,
    plain,
    row,
    said,
    table,
    take,
)
from tests.pages.somebody import shown


@pytest.fixture(params=["small", "large"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether files are taken in here, or count as large and are in a process of its own."""
    if request.param == "large":
        monkeypatch.setattr(elsewhere, "LARGE", 0)


@pytest.mark.usefixtures("size")
def test_a_known_export_goes_in_and_its_radar_is_the_proof(own: Path):
    test = bring(opened(), "forms-nb.xlsx")
    assert "en Excel-arbeidsbok (.xlsx)" in said(test)
    assert "Kjent igjen som Microsoft Forms" in said(test)
    belongs(test, "organisasjon")
    preview = said(test)
    assert "Kan leses inn: 16 rader, 3 kommuner" in preview
    assert "disse radene telles ikke: nr. 2" in preview
    assert "Bodø" in preview
    assert left(own) == [], "the preview leaves nothing behind"
    take(test)
    assert not test.exception
    assert "Lest inn som versjon" in said(test)
    assert len(test.get("plotly_chart")) == 1
    (entry,) = Store(own).history()
    assert (entry.file, entry.invented, entry.module) == ("forms-nb.xlsx", True, "organisasjon")
    assert "høyest på" in said(test)


def test_staff_bring_real_answers_in_their_own_name(own: Path):
    test = bring(shown("innlesing", see="own", role="staff"), "forms-nb.xlsx")
    belongs(test, "organisasjon")
    now = datetime.datetime.now(tz=datetime.UTC)
    hour = datetime.timedelta(hours=1)
    noted = audit.read(audit.Wanted(since=now - hour, until=now + hour, what="view"))
    assert {"1804", "1824", "1875"} <= {code for it in noted for code in it.kommuner}
    assert {it.page for it in noted} == {"innlesing"}
    take(test)
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


def test_what_is_no_spreadsheet_is_refused_and_the_page_goes_on(own: Path):
    test = bring(opened(), "svar.pdf", b"%PDF-1.7 ...")
    assert "er av typen PDF, ikke et regneark" in plain(test.error[0].value)
    assert test.file_uploader
    bring(test, "table.tsv")
    assert "Kjent igjen som Egen tabell" in said(test)


def test_an_empty_file_is_told_by_its_name_alone(own: Path):
    test = bring(opened(), "tom.csv", b"")
    assert plain(test.error[0].value) == "«tom.csv» er tom (0 byte). Last den ned på nytt."


@pytest.mark.usefixtures("size")
def test_a_row_is_corrected_another_left_out_and_both_are_kept_in_the_history(own: Path):
    rows = [row("Bodø", it) for it in range(4)] + [row("", 5), row("", 6)]
    test = go_on(bring(opened(), "svar.csv", table(*rows)))
    assert "Filen har 2 feil" in said(test)
    edit(
        test,
        "intake-0-problems",
        {0: {"instead": "Narvik"}, 1: {"leave": True}},
        press="intake-0-correct",
    )
    assert "1 celle rettet, 1 rad utelatt" in said(test)
    assert "Kan leses inn: 5 rader, 2 kommuner" in said(test)
    take(test)
    (entry,) = Store(own).history()
    assert (entry.corrected, entry.left_out) == ({"B6": "Narvik"}, (7,))
    assert entry.stood == {"B6": ""}
    listed = said(test.switch_page("pages/admin/imports.py").run())
    assert "1 celle rettet, 1 rad utelatt" in listed
    assert "<td>6</td><td>B</td><td>tomt</td><td>Narvik</td>" in listed
    assert "Utelatte rader: 7." in listed


def test_of_what_was_corrected_nothing_is_kept_that_could_be_a_name(own: Path):
    rows = [row("Bodø", it) for it in range(4)] + [row("Kari Nordmann", 5), row("", 6, 3, 9, 3)]
    test = go_on(bring(opened(), "svar.csv", table(*rows)))
    test.selectbox(key="intake-0-kommune-Kari Nordmann").set_value("-")
    test.button(key="intake-0-places").click().run()
    test.radio(key="intake-0-scale").set_value(len(test.radio[0].options) - 1).run()
    corrected = {at: {"instead": it} for at, it in enumerate(["Narvik", "Narvik", "4"])}
    edit(test, "intake-0-problems", corrected, press="intake-0-correct")
    take(test)
    (entry,) = Store(own).history()
    assert entry.corrected == {"B6": "Narvik", "B7": "Narvik", "E7": "4"}
    assert entry.stood == {"B7": "", "E7": "9"}
    listed = said(test.switch_page("pages/admin/imports.py").run())
    assert "ikke tatt vare på: kan si hvem det er" in listed
    assert "Nordmann" not in listed
