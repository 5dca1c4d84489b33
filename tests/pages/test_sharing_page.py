"""Each sees on /deling and /logg what is theirs to see and do, and nothing else."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from maturity.audit import Entry, write
from maturity.claims import Person
from maturity.settings import ROOT
from maturity.sharing import today
from maturity.sharing_table import acts, open_profile, take_back
from tests.pages.somebody import ADDRESS, shown


@pytest.fixture(scope="module", autouse=True)
def own(answers: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The same answers under another name, with sharing and log of their own."""
    path = tmp_path_factory.mktemp("sharing") / "answers"
    path.symlink_to(answers, target_is_directory=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATURITY_ANSWERS", str(path))
        yield


def said(test: AppTest) -> str:
    texts = [it.value for kind in ("text", "title", "markdown", "success") for it in test.get(kind)]
    return " ".join([*texts, *(it.proto.body for it in test.get("html"))])


def test_a_leader_opens_the_profile_and_takes_it_back():
    test = shown("deling", see="own", role="executive")
    assert "Dere har ikke åpnet profilen for noen nå" in said(test)
    assert [it.key for it in test.button if it.key.startswith("sharing")] == []
    test.multiselect(key="sharing-to").set_value(["1841", "1806"]).run()
    meaning = said(test)
    assert "Bodø åpner profilen på" in meaning
    assert "for Fauske og Narvik til og med" in meaning
    assert "men ikke spredning, temaer eller kommentarer" in meaning
    test.button(key="sharing-open").click().run()
    assert "Åpnet for Fauske og Narvik" in said(test)
    assert [it.key for it in test.button if it.key.startswith("take")] == [
        "take-back-0",
        "take-back-1",
    ]

    neighbour = shown("kommune", see="own", role="executive of two")
    neighbour.switch_page("pages/explore/compare.py")
    neighbour.query_params["kommune"] = ["1804"]
    assert "Bodø" in said(neighbour.run())
    looked = shown("deling", see="own", role="executive")
    assert "Fauske, Narvik" in said(looked)
    assert "Sammenlign" in said(looked)

    (fauske,) = [it for it in looked.button if "Fauske" in it.label]
    fauske.click().run()
    assert "Tatt tilbake fra Fauske" in said(looked)
    assert [it.what for it in acts()] == ["opened", "taken back"]
    assert {it.by for it in acts()} == {ADDRESS}
    assert acts()[0].until > today() + datetime.timedelta(days=100)


def test_staff_read_it_and_can_do_nothing():
    test = shown("deling", see="own", role="staff")
    assert not test.exception
    assert "Den nyeste endringen" in said(test)
    assert "Bodø" in said(test)
    assert not [it for it in test.button if it.key.startswith(("sharing", "take"))]


@pytest.mark.parametrize("role", ["presenter", None])
def test_others_get_a_sentence(role):
    if role:
        test = shown("deling", see="own", role=role)
        assert "kommunenes ledere" in said(test)
    else:
        test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
        test.switch_page("pages/admin/sharing.py").run()
        assert "alle svar er oppdiktet" in said(test)
    assert not test.exception
    assert not test.get("multiselect")
    assert said(test).count(ADDRESS) == (role is not None), "in the way out alone"


def test_staff_read_the_log_with_imports_and_openings(answers, tmp_path, monkeypatch):
    alone = tmp_path / "answers"
    alone.symlink_to(answers, target_is_directory=True)
    monkeypatch.setenv("MATURITY_ANSWERS", str(alone))
    at = datetime.datetime.now(tz=datetime.UTC)
    leader = Person(name=ADDRESS, role="executive", own=frozenset(["1804"]), signed_in_at=at)
    where = {"kommune": "1804", "instrument": "evner-10+3", "to": ["1841"], "invented": True}
    open_profile(leader, until=today(), **where)
    take_back(leader, **where)
    shown("kommune", see="own", role="staff")
    test = shown("logg", see="own", role="staff")
    assert not test.exception
    table = said(test)
    for word in ("Leste inn", "Åpnet profil", "Tok tilbake profil", "Så", "Logget inn", ADDRESS):
        assert word in table
    test.selectbox(key="log-kommune").set_value("1832").run()
    assert "Tok tilbake profil" not in said(test)
    test.selectbox(key="log-what").set_value("download").run()
    assert "Ingenting er loggført her" in said(test)


@pytest.mark.parametrize("role", ["presenter", "executive"])
def test_the_log_is_for_staff_alone(role):
    test = shown("logg", see="own", role=role)
    assert "ansatt i DigiNordland" in test.error[0].value
    assert said(test).count(ADDRESS) == 1, "in the way out alone"
    assert not test.get("selectbox")


def test_what_people_are_called_is_shown_as_letters():
    name = "<img src=x onerror=alert(1)>&@x.example"
    at = datetime.datetime.now(tz=datetime.UTC)
    entry = Entry(at=at, who=name, role="staff", what="view", kommuner=frozenset(["1804"]))
    write(entry, keep_days=365)
    for page, role in (("deling", "executive"), ("logg", "staff")):
        html = said(shown(page, see="own", role=role))
        assert "&lt;img src=x" in html
        assert "<img" not in html
