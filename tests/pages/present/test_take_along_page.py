"""The page where presentations and reports are taken along: files, rights, and the log."""

import datetime
import io
import zipfile

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from maturity import audit
from maturity.settings import access_path
from tests.leaks.wire import listening
from tests.pages.somebody import shown

PAGE = "ta-med"
EVER = {
    "since": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC),
    "until": datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC),
}


@pytest.fixture(scope="module", autouse=True)
def own_log(answers, tmp_path_factory):
    """The same answers under another name, with a log of their own."""
    own = tmp_path_factory.mktemp("taken") / "answers"
    own.symlink_to(answers, target_is_directory=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATURITY_ANSWERS", str(own))
        yield


def files(role: str, **address) -> dict[str, bytes]:
    """What the page's buttons give, by the files' names; who asked is in the log."""
    for file in access_path().glob("log.sqlite*"):
        file.unlink()
    test = shown(PAGE, see="own", role=role, **address)
    with listening() as sent:
        test.run()
    return dict(sent.files)


def downloads() -> list[audit.Entry]:
    return audit.read(audit.Wanted(**EVER, what="download"))


def test_the_deck_and_the_networks_report_are_given_and_noted(answers):
    found = files("staff")
    names = {name.rpartition("-")[0] or name for name in found}
    assert {it.rpartition(".")[2] for it in found} == {"pptx", "html", "pdf"}
    assert "modenhet-nordland.pdf" in found
    deck = Presentation(io.BytesIO(next(it for name, it in found.items() if ".pptx" in name)))
    assert len(deck.slides) >= 8
    assert b"default-src 'none'" in next(it for name, it in found.items() if ".html" in name)
    assert len(downloads()) == 3
    assert all(not entry.kommuner for entry in downloads() if "pdf" in entry.detail), names


def test_whom_a_deck_is_about_is_noted_by_name_or_by_letter(answers):
    files("staff", utvalg="kommune", k="1841", navn="navn")
    assert {frozenset(it.kommuner) for it in downloads() if "pdf" not in it.detail} == {
        frozenset({"1841"})
    }
    found = files("staff", utvalg="kommune", k="1841")
    assert {frozenset(it.kommuner) for it in downloads() if "pdf" not in it.detail} == {
        frozenset({"1841"})
    }
    assert not any("fauske" in name for name in found)


def test_an_executive_takes_along_the_own_kommune_and_groups(answers):
    test = shown(PAGE, see="own", role="executive", utvalg="kommune", k="1841")
    assert "1841" in test.text[1].value or any("1841" in it.value for it in test.text)
    assert test.multiselect(key="report-kommuner").options == ["Bodø"]


def test_a_presenter_is_offered_no_reports_of_kommuner(answers):
    test = shown(PAGE, see="own", role="presenter")
    assert not test.multiselect
    assert not [it for it in test.button if it.key == "reports-make"]


@pytest.fixture
def made(answers) -> AppTest:
    test = shown(PAGE, see="own", role="staff")
    test.multiselect(key="report-kommuner").select("Bodø").select("Vevelstad").run()
    return test


def test_reports_of_several_are_made_in_one_zip_and_noted_when_they_are_taken(made):
    with listening() as sent:
        made.button(key="reports-make").click().run()
    assert not made.exception
    assert any("Vevelstad" in it.value for it in made.text)
    moved = [it.delta.new_element.progress.text for it in sent.messages if it.HasField("delta")]
    assert {"1 av 2: Bodø", "2 av 2: Vevelstad"} <= set(moved)
    (packed,) = [it for name, it in sent.files if name.endswith(".zip")]
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        assert file.namelist() == ["modenhet-1804-bodo.pdf", "uten-rapport.txt"]
    (entry,) = [it for it in downloads() if ".zip" in it.detail]
    assert entry.kommuner == {"1804", "1816"}


def test_what_was_made_is_not_offered_for_another_choice(made):
    made.button(key="reports-make").click().run()
    made.multiselect(key="report-kommuner").unselect("1816").run()
    assert not [it for it in made.get("download_button") if it.key == "reports-all"]
