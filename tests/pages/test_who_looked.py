"""Whom a page names to somebody from elsewhere is in the log, on every page."""

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from maturity import audit
from maturity.claims import Person
from maturity.errors import UserError
from maturity.reference import reference
from maturity.roles import access
from maturity.settings import ROOT, access_path
from maturity.sharing import today
from maturity.sharing_table import open_profile, take_back
from maturity.sign_outs import sign_out
from maturity.ui import signing_in
from maturity.ui.download import _taken
from maturity.ui.links import FILES
from maturity.ui.visit import Visit, visited_by
from maturity.views.registry import view
from tests.pages.somebody import ADDRESS, shown

OWN, NEIGHBOUR, OTHER = "1804", "1841", "1806"
NAMES = {it.name: code for code, it in reference().kommuner.items()}
EVER = {
    "since": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC),
    "until": datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC),
}
WHERE = {
    "kommune": [{}, {"k": NEIGHBOUR}],
    "sammenlign": [
        {"kommune": [OWN, NEIGHBOUR, OTHER], "visning": view} for view in ("radar", "tabell")
    ],
    "ta-med": [{"utvalg": "kommune", "k": NEIGHBOUR, "navn": "navn"}],
}
# These name kommuner and none of their answers, or none until asked.
NO_SCORES = {"deling", "innlesinger", "innlesing-hjelp", "logg"}
EMPTY = {"sjekk", "presentasjon", "innlesing"}  # until a figure, a slide or a file is brought
VISITS = [(page, it) for page in FILES if page not in NO_SCORES for it in WHERE.get(page, [{}])]


@pytest.fixture(scope="module", autouse=True)
def neighbours(answers: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The same answers under another name, with a log of their own; two have opened profiles."""
    own = tmp_path_factory.mktemp("looked") / "answers"
    own.symlink_to(answers, target_is_directory=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATURITY_ANSWERS", str(own))
        for kommune, instrument in ((NEIGHBOUR, "evner-10+3"), (OTHER, "modenhet-6gen")):
            person = Person(
                name="leder@y.example",
                role="executive",
                own=frozenset([kommune]),
                signed_in_at=datetime.datetime.now(tz=datetime.UTC),
            )
            open_profile(
                person,
                kommune=kommune,
                instrument=instrument,
                to=[OWN],
                until=today(),
                invented=True,
            )
        yield


@pytest.fixture
def empty_log() -> None:
    for file in access_path().glob("log.sqlite*"):
        file.unlink()


def logged(**wanted: str) -> list[audit.Entry]:
    return audit.read(audit.Wanted(**EVER, **wanted))


def words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from words(one)
    elif isinstance(value, str):
        yield from re.split(r"[\W_]+", value)


def named(test: AppTest) -> set[str]:
    """The kommuner whose names stand in figures and texts, by a reading of our own."""
    found: set[str] = set()
    for kind in ("markdown", "text", "title", "header", "subheader", "info", "warning", "html"):
        for element in test.get(kind):
            proto = element.proto
            found |= set(words(getattr(element, "value", None) or proto.body))
    for element in test.get("plotly_chart"):
        found |= set(words(json.loads(element.proto.spec))) | set(words(element.proto.alt))
    for block in test.get("expander"):
        found |= set(words(block.label))
    return {code for name, code in NAMES.items() if name in found}


@pytest.mark.parametrize(("page", "address"), VISITS, ids=str)
@pytest.mark.parametrize("role", ["staff", "executive"])
def test_whom_a_page_names_is_logged(empty_log, page, address, role):
    test = shown(page, see="own", role=role, **address)
    assert not test.exception
    entries = [it for it in logged(what="view") if it.page == page]
    found = {code for it in entries for code in it.kommuner}
    seen = named(test)
    if role == "staff":
        assert found == seen
        assert found or page in EMPTY, "or this test shows nothing"
    else:
        assert found == seen & {NEIGHBOUR, OTHER}
    assert sum(len(it.kommuner) for it in entries) == len(found), "each once"
    assert {(it.who, it.role, it.version) for it in entries} <= {(ADDRESS, role, 4)}


def test_a_kommune_that_opened_is_seen_by_name(empty_log):
    shown("sammenlign", see="own", role="executive", kommune=[OWN, NEIGHBOUR, OTHER])
    assert [set(it.kommuner) for it in logged(what="view")] == [{NEIGHBOUR, OTHER}]


PICK = ["1804", "1812", "1813", "1816", "1835", "1836", "1840", "1841"]
PICKED = "&".join(f"egen={it}" for it in PICK)


def test_of_a_group_of_ones_own_all_are_logged_whom_its_name_leaves_out(empty_log):
    shown("sammenlign", see="named", role="executive", kommune=[], gruppe=[], egen=PICK)
    there = [it.kommuner for it in logged(what="view") if it.page == "sammenlign"]
    assert frozenset().union(*there) == set(PICK) - {OWN}


def test_its_file_tells_of_them_too():
    now = standing(role="executive", own=[OWN], see="named")
    found = view(f"sammenlign?kommune=&gruppe=&{PICKED}", data=now.data, viewer=now.viewer)
    assert set(found.kommuner) == set(PICK)
    now = standing(role="executive", own=[OWN])
    found = view(f"sammenlign?kommune=&gruppe=&{PICKED}", data=now.data, viewer=now.viewer)
    known = now.viewer.knows("evner-10+3")
    assert set(found.kommuner) == set(PICK) & known


def test_a_rerun_is_not_another_look(empty_log):
    test = shown("sammenlign", see="own", role="staff", kommune=[OWN])
    test.run()
    test.query_params["kommune"] = [OWN, NEIGHBOUR]
    test.run()
    on_this_page = [set(it.kommuner) for it in logged(what="view") if it.page == "sammenlign"]
    assert on_this_page == [{NEIGHBOUR}, {OWN}]


def standing(*, role: str, name: str = ADDRESS, own=(), ago: float = 0, see: str = "own") -> Visit:
    """A visit to /sammenlign of somebody who signed in so many hours ago."""
    row = {"role": role, "email": name} | ({"kommuner": list(own)} if own else {})
    told = {"contact": "hjelp@x.example", "session_hours": 8, "kommuner_see": see}
    rules = access({**told, "roles": [row]})
    at = datetime.datetime.now(tz=datetime.UTC) - datetime.timedelta(hours=ago)
    who = Person(name=name, role=role, own=frozenset(own), signed_in_at=at)
    signing_in.still(who, rules)  # as whoever is on a page has come
    return visited_by(who, rules, page="sammenlign")


def refused(before: Visit) -> bool:
    with pytest.raises(UserError):
        _taken(lambda: b"file", "sammenlign.csv", frozenset([OWN]), before, "nb")
    return not logged(what="download")


def test_a_button_makes_no_file_after_signing_out_anywhere(empty_log):
    before = standing(role="staff", name="ut@x.example")
    sign_out("ut@x.example", at=datetime.datetime.now(tz=datetime.UTC))
    assert refused(before)


def test_a_button_makes_no_file_when_the_sign_in_has_run_out(empty_log):
    assert refused(standing(role="staff", ago=8))


def test_a_button_makes_no_file_of_a_profile_that_was_taken_back(empty_log):
    at = datetime.datetime.now(tz=datetime.UTC)
    leader = Person(name="l@y.example", role="executive", own=frozenset(["1840"]), signed_in_at=at)
    where = {"kommune": "1840", "instrument": "evner-10+3", "to": [OWN], "invented": True}
    open_profile(leader, until=today(), **where)
    before = standing(role="executive", own=[OWN])
    assert "1840" in before.viewer.named
    assert _taken(lambda: b"file", "x.csv", frozenset(["1840"]), before, "nb") == b"file"
    for file in access_path().glob("log.sqlite*"):
        file.unlink()
    take_back(leader, **where)
    assert refused(before)


def test_a_file_is_logged_before_it_is_made(empty_log, monkeypatch):
    looker = standing(role="staff")
    written = []

    def write() -> bytes:
        written.append([(it.page, it.detail, set(it.kommuner)) for it in logged(what="download")])
        return b"file"

    assert _taken(write, "sammenlign.csv", frozenset([OWN]), looker, "en") == b"file"
    assert written == [[("sammenlign", "sammenlign.csv", {OWN})]]
    monkeypatch.setattr(audit, "access_path", lambda: ROOT / "README.md")
    with pytest.raises(UserError):
        _taken(write, "sammenlign.csv", frozenset([OWN]), looker, "en")
    assert len(written) == 1


def test_a_sign_in_is_logged_once(empty_log):
    test = shown("metode", see="own", role="staff")
    test.run()
    assert [(it.who, it.role) for it in logged(what="sign-in")] == [(ADDRESS, "staff")]


def test_nobody_is_noted_where_nobody_is_known(empty_log, answers):
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert not test.exception
    assert not (access_path() / "log.sqlite").exists()


@pytest.mark.parametrize("page", ["", "kommune", "sammenlign", "samarbeid"])
def test_nothing_is_shown_that_cannot_be_logged(page, tmp_path, answers, monkeypatch):
    own = tmp_path / "answers"
    own.symlink_to(answers, target_is_directory=True)
    (tmp_path / "answers.access" / "log.sqlite").mkdir(parents=True)  # where a file should be
    monkeypatch.setenv("MATURITY_ANSWERS", str(own))
    test = shown(page, see="own", role="staff")
    assert not test.exception
    assert "Derfor vises ingenting" in test.error[0].value
    assert named(test) == set()
