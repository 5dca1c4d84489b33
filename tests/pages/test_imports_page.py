"""On /innlesinger staff see every import, open a version, compare two, and undo; nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from maturity import audit
from maturity.intake import originals
from maturity.intake.store import Store
from maturity.settings import ROOT
from maturity.ui.letters import escaped
from tests.made_answers import people, take
from tests.pages.somebody import ADDRESS, shown
from tests.pages.test_who_looked import EVER

FIRST, SECOND = "ledelse-forarbeid", "strategi-forarbeid"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Five answer in Bodø and four in Narvik; later three others in Bodø, and two in Narvik."""
    path = tmp_path / "answers"
    monkeypatch.setenv("MATURITY_ANSWERS", str(path))
    bodo, narvik = people(FIRST, "1804", [1, 2, 3, 4, 5]), people(FIRST, "1806", [2, 2, 3, 4])
    take(path, [*bodo, *narvik])
    take(path, people(SECOND, "1804", [3, 4, 5], module="strategi"))
    take(path, [*people(FIRST, "1804", [4, 4, 5]), *people(FIRST, "1806", [1, 5])])
    return Store(path)


def said(test: AppTest) -> str:
    kinds = ("text", "title", "markdown", "success", "warning")
    texts = [it.value for kind in kinds for it in test.get(kind)]
    return " ".join([*texts, *(it.proto.body for it in test.get("html"))])


def opened(role: str | None = "staff") -> AppTest:
    if role:
        return shown("innlesinger", see="own", role=role)
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    return test.switch_page("pages/admin/imports.py").run()


def did(what: str) -> list[audit.Entry]:
    return audit.read(audit.Wanted(**EVER, what=what))


@pytest.mark.parametrize("role", ["staff", None])
def test_every_import_is_there_with_its_effect(table: Store, role):
    test = opened(role)
    assert not test.exception
    assert not test.error
    found = said(test)
    for it in table.history():
        assert it.file in found
    assert "2 nye" in found
    assert "2 erstattet" in found


@pytest.mark.parametrize("role", ["presenter", "executive"])
def test_others_are_refused(table: Store, role):
    test = opened(role)
    assert "ansatt i DigiNordland" in test.error[0].value
    assert not test.get("selectbox")
    assert "csv" not in said(test)


def test_without_sign_in_nothing_real_is_told_even_when_it_was_undone(table: Store):
    real = [{**it, "invented": False} for it in people(FIRST, "1804", [1, 2, 3])]
    take(table.path, real)
    table.undo(who="test")
    test = opened(None)
    assert "innlogging er ikke satt opp" in test.error[0].value
    assert not test.get("selectbox")


def test_an_earlier_version_is_on_all_pages_until_one_goes_back(table: Store):
    first = table.history()[0].version
    test = opened()
    test.selectbox(key="imports-version").set_value(first).run()
    test.button(key="imports-open").click().run()
    assert f"Dataversjon {first}, slik den var" in said(test)
    assert test.title[0].value != "Hva er lest inn?"
    assert [it.detail for it in did("older")] == [f"versjon {first}"]
    test.switch_page("pages/about/method.py").run()
    assert not test.exception
    assert f"Dataversjon {first}. " in said(test)
    test.switch_page("pages/explore/overview.py").run()
    assert not test.exception
    assert f"Dataversjon {first}, slik den var" in said(test)
    assert did("view")[0].version == first
    test.button(key="newest-version").click().run()
    assert "slik den var" not in said(test)


def test_one_who_is_not_staff_any_more_sees_no_earlier_version(table: Store):
    test = shown("innlesinger", see="named", role="executive")
    test.session_state["older-version"] = table.history()[0].version
    for page in ("pages/explore/overview.py", "pages/about/method.py"):
        test.switch_page(page).run()
        assert "ansatt i DigiNordland" in test.error[0].value
        assert not test.get("plotly_chart")


def test_two_versions_are_compared_with_thresholds(table: Store):
    first, _second, third = (it.version for it in table.history())
    test = opened()
    test.selectbox(key="imports-before").set_value(first)
    test.selectbox(key="imports-after").set_value(third).run()
    test.button(key="imports-compare").click().run()
    assert not test.exception
    counts, scores = [it.proto.body for it in test.get("html") if "Bodø" in it.proto.body]
    test.selectbox(key="imports-kommune").set_value("1806").run()
    (narvik,) = [it.proto.body for it in test.get("html") if "2,75" in it.proto.body]
    assert "<td>3</td><td>0</td><td>0</td>" in counts, "three new in strategi"
    assert "<td>0</td><td>3</td><td>2</td>" in counts, "three changed, two gone in ledelse"
    assert counts.count("for få svar") == 3, "Narvik's have two behind them now"
    assert "3,00</td><td>4,33</td><td>+1,33" in scores
    assert "2,75</td><td>for få svar</td>" in narvik
    assert "Narvik" not in scores
    assert [it.detail for it in did("compared")] == [f"versjon {first} og {third}"]
    assert {"1804", "1806"} <= {code for it in did("view") for code in it.kommuner}


def test_undoing_is_told_asked_and_logged(table: Store):
    first = table.history()[0].version
    test = opened()
    test.selectbox(key="undo-version").set_value(first).run()
    assert "Ingen svar endres" in said(test)
    last = table.history()[-1].version
    test.selectbox(key="undo-version").set_value(last).run()
    assert f"Svarene fra versjon {first} kommer tilbake" in said(test)
    test.button(key="undo-ask").click().run()
    test.button(key="undo-keep").click().run()
    assert len(table.history()) == 3
    test.button(key="undo-ask").click().run()
    test.button(key="undo-do").click().run()
    assert not test.exception
    assert "Angret:" in said(test)
    entry = table.history()[-1]
    assert (entry.action, entry.undoes, entry.who) == ("undo", last, ADDRESS)
    log = shown("logg", see="own", role="staff")
    assert "Angret innlesing" in said(log)


def test_who_undoes_without_sign_in_is_nobody_of_the_machine(table: Store):
    test = opened(None)
    test.selectbox(key="undo-version").set_value(table.history()[-1].version).run()
    test.button(key="undo-ask").click().run()
    test.button(key="undo-do").click().run()
    assert table.history()[-1].who == "uten innlogging"


def test_when_all_is_undone_the_history_is_still_there(table: Store):
    for _ in range(3):
        table.undo(who="test")
    test = opened()
    assert not test.exception
    assert "3 nye" not in said(test)
    assert "angret versjon" in said(test)
    assert not test.get("selectbox")


@pytest.fixture(autouse=True)
def _answers(answers: Path) -> Iterator[None]:
    """The libraries and the demo are loaded as for all other pages."""
    yield


def test_a_file_that_was_kept_can_be_taken_away(table: Store, monkeypatch):
    assert not opened().get("download_button")
    monkeypatch.setenv(originals.SETTING, originals.new_key())
    entry = table.history()[-1]
    place = originals.place_of(entry.sha256, table.path)
    place.parent.mkdir()
    place.touch()
    test = opened()
    assert not test.exception
    (button,) = test.get("download_button")
    assert escaped(entry.file) in button.proto.label
