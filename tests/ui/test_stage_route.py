"""The stage's addresses: whose presentation it is, what it is sent, and that names are logged."""

import datetime
import json
import re
import time
from types import SimpleNamespace

import brotli
import pytest
import streamlit as st
from starlette.applications import Starlette
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from maturity import audit, queries
from maturity.access import demo_viewer
from maturity.deck import LARGEST, Deck, Slide, to_file
from maturity.names_found import names_found
from maturity.reference import reference
from maturity.stage.files import NAMES, address_of
from maturity.ui import deck_file_route, running, stage_route
from maturity.views import decks
from tests.asgi import ask

APP = Starlette(routes=[*deck_file_route.ROUTES, *stage_route.ROUTES])
HERE, SECRET, COOKIE = "http://localhost", "0123456789" * 4, "_streamlit_user"
BODØ, FAUSKE = "1804", "1841"
COMPARED = "sammenlign?kommune=1804&kommune=1841&gruppe=nordland&rammeverk=evner-10%2B3"
STAFF, LEADER = "staff@x.example", "leader@x.example"


@pytest.fixture
def settings(answers, monkeypatch, tmp_path):
    """Sign-in is set up, for one of staff and a leader of Bodø; all of its settings."""
    access = {
        "contact": "hjelp@x.example",
        "roles": [
            {"role": "staff", "email": STAFF},
            {"role": "executive", "email": LEADER, "kommuner": [BODØ]},
        ],
    }
    secrets = {
        "auth": {
            "redirect_uri": f"{HERE}/oauth2callback",
            "cookie_secret": SECRET,
            "client_id": "dashboard",
            "client_secret": "anything",
            "server_metadata_url": "http://localhost/",
        },
        "access": access,
    }
    written = SimpleNamespace(load_if_toml_exists=lambda: True, to_dict=lambda: secrets)
    monkeypatch.setattr(st, "secrets", written)
    monkeypatch.setattr("maturity.ui.session_cookie.get_origin_from_redirect_uri", lambda: HERE)
    monkeypatch.setattr("maturity.ui.session_cookie.get_cookie_secret", lambda: SECRET)
    monkeypatch.setattr(audit, "access_path", lambda: tmp_path / "access")
    return access


def cookie(email):
    said = {
        "is_logged_in": True,
        "origin": HERE,
        "provider": "default",
        "email": email,
        "email_verified": True,
        "iat": int(time.time()),
    }
    return f"{COOKIE}={create_signed_value(SECRET, COOKIE, json.dumps(said)).decode()}"


def begun(answers, *, owner=None, addresses=(COMPARED,), **given):
    data = queries.newest(answers)
    deck = Deck(slides=tuple(Slide(address=it) for it in addresses), version=data.version, **given)
    return running.begin(decks.hide(deck), owner=owner)


def logged():
    now = datetime.datetime.now(tz=datetime.UTC)
    hour = datetime.timedelta(hours=1)
    return audit.read(audit.Wanted(since=now - hour, until=now + hour))


def shown(answer):
    found = re.search(r'id="show">(.*?)</script>', answer.body.decode(), re.DOTALL)
    return json.loads(found[1] if found else answer.body)


def test_a_stage_of_invented_data_reveals_name_by_name(answers):
    sign = begun(answers)
    stage = ask(APP, f"/scene/{sign}")
    assert stage.status == 200
    assert stage.headers["cache-control"] == "no-store"
    assert names_found(stage.body.decode()) == set()
    assert [it["unnamed"] for it in shown(stage)["views"]] == [[], ["A", "B"]]
    second = ask(APP, f"/scene/{sign}?slide=0&letter=B", method="POST")
    assert shown(second)["told"] == "Kommune B er Fauske"
    assert names_found(second.body.decode()) == {FAUSKE}
    first = ask(APP, f"/scene/{sign}?slide=0", method="POST")
    assert names_found(first.body.decode()) == {BODØ, FAUSKE}
    none = ask(APP, f"/scene/{sign}?slide=0", method="POST")
    assert "ingen flere navn" in none.body.decode()
    assert names_found(ask(APP, f"/scene/{sign}").body.decode()) == {BODØ, FAUSKE}


@pytest.mark.parametrize("asked", ["slide=-1", "slide=9", "slide=x", "slide=0&letter=C", ""])
def test_an_odd_wish_reveals_nobody(answers, asked):
    answer = ask(APP, f"/scene/{begun(answers)}?{asked}", method="POST")
    assert set(json.loads(answer.body)) == {"told"}
    assert names_found(answer.body.decode()) == set()


def test_where_there_is_no_stage_a_page_says_why_and_leads_back(answers):
    slide = Slide(address=COMPARED)
    lost = running.begin(Deck(slides=(slide,), version=999), owner=None)
    for sign, why in ((lost, "Dataversjon 999 finnes ikke lenger"), ("no", "ikke åpen lenger")):
        page = ask(APP, f"/scene/{sign}?lang=nb")
        assert page.status == 404
        assert page.headers["content-type"].startswith("text/html")
        assert why in page.body.decode()
        assert f'href="../presentasjon?p={sign}"' in page.body.decode()
    assert ask(APP, f"/scene/{lost}?slide=0", method="POST").status == 404


def test_notes_are_for_the_speakers_window_alone(answers):
    data = queries.newest(answers)
    slide = Slide(address=COMPARED, notes="Spør dem om veien")
    sign = running.begin(Deck(slides=(slide,), version=data.version), owner=None)
    assert "Spør dem" not in ask(APP, f"/scene/{sign}").body.decode()
    assert "Spør dem" in ask(APP, f"/scene/{sign}?taler=").body.decode()


def test_it_is_one_persons_and_nobody_elses(settings, answers):
    sign = begun(answers, owner=STAFF)
    assert ask(APP, f"/scene/{sign}").status == 401
    assert ask(APP, f"/scene/{sign}", cookie=cookie("b@x.example")).status == 403
    for way in ("GET", "POST"):
        another = ask(APP, f"/scene/{sign}?slide=0", method=way, cookie=cookie(LEADER))
        assert another.status == 404
        assert b"Kommune A" not in another.body
    assert ask(APP, f"/scene/{sign}", cookie=cookie(STAFF)).status == 200
    assert ask(APP, "/scene/unknown", cookie=cookie(STAFF)).status == 404


def test_staff_name_whom_the_configuration_says_and_it_is_logged(settings, answers):
    sign = begun(answers, owner=STAFF)
    own = cookie(STAFF)
    refused = ask(APP, f"/scene/{sign}?slide=0", method="POST", cookie=own)
    assert set(json.loads(refused.body)) == {"told"}
    assert logged() == []
    settings["stage_names"] = "all"
    assert ask(APP, f"/scene/{sign}?slide=0", method="POST", cookie=own).status == 200
    (entry,) = logged()
    assert (entry.who, entry.what, entry.page) == (STAFF, "view", "presentasjon")
    assert entry.kommuner == {BODØ}
    ask(APP, f"/scene/{sign}", cookie=own)
    assert [it.kommuner for it in logged()] == [{BODØ, FAUSKE}, {BODØ}]  # one by letter


def test_what_cannot_be_logged_is_not_shown(settings, answers, tmp_path):
    settings["stage_names"] = "all"
    (tmp_path / "access").write_text("a file where the log's folder would be")
    sign = begun(answers, owner=STAFF)
    answer = ask(APP, f"/scene/{sign}?slide=0", method="POST", cookie=cookie(STAFF))
    assert answer.status == 503
    assert names_found(answer.body.decode()) == set()


def test_its_files_are_kept_by_whoever_asks(answers):
    for name in (*NAMES, "plotly.js"):
        answer = ask(APP, f"/scene/{address_of(name)}", accept_encoding="br")
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]
        assert brotli.decompress(answer.body)
    assert ask(APP, "/scene/filer/another/stage.js").status == 404
    assert ask(APP, f"/scene/{address_of('page.py')}").status == 404


def form(content: bytes) -> dict:
    return {
        "method": "POST",
        "content_type": "multipart/form-data; boundary=x",
        "body": b'--x\r\nContent-Disposition: form-data; name="fil"; filename="a.json"\r\n\r\n'
        + content
        + b"\r\n--x--\r\n",
    }


def opened(content: bytes, **how):
    asked = form(content)
    return ask(APP, "/scene/fil", content_length=str(len(asked["body"])), **asked, **how)


def test_a_saved_presentation_is_opened_again(answers):
    data = queries.newest(answers)
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=True)
    deck = decks.hide(decks.of_kommune(data, viewer=viewer, kommune=BODØ))
    answer = opened(to_file(deck))
    assert answer.status == 303
    assert answer.headers["location"].startswith("../presentasjon?p=")
    assert running.deck_of(answer.headers["location"].partition("p=")[2], owner=None) == deck


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"slides": 1}', b"\xff\xfe", b"[" * 100_000, b"x" * (LARGEST + 9000)]
)
def test_a_file_that_is_none_of_ours_is_told(answers, content):
    answer = opened(content)
    if content == b"{}":  # a presentation without anything in it
        assert "p=" in answer.headers["location"]
    else:
        assert answer.headers["location"] == "../presentasjon?ulest=1"


def test_a_stranger_opens_nothing(settings):
    assert opened(to_file(Deck())).status == 401
    ours = opened(to_file(Deck()), cookie=cookie(LEADER))
    assert ours.status == 303


@pytest.mark.parametrize("hidden", [True, False])
def test_whom_it_is_about_is_logged_by_name_or_by_letter(settings, answers, hidden):
    data = queries.newest(answers)
    deck = Deck(slides=(Slide(address="evner?k=1841"),), version=data.version, hidden=hidden)
    sign = running.begin(deck, owner=STAFF)
    stage = ask(APP, f"/scene/{sign}", cookie=cookie(STAFF))
    assert names_found(stage.body.decode()) == set()
    (entry,) = logged()
    assert (entry.what, entry.page, entry.kommuner) == ("view", "presentasjon", {FAUSKE})


def test_an_earlier_version_is_not_a_leaders_and_logged_of_staff(settings, answers):
    at = queries.newest(answers).version - 1
    deck = Deck(slides=(Slide(address="deltakelse"),), version=at)
    stages = [
        ask(APP, f"/scene/{running.begin(deck, owner=who)}", cookie=cookie(who))
        for who in (LEADER, STAFF)
    ]
    assert [it.status for it in stages] == [404, 200]
    assert [it.detail for it in logged() if it.what in ("older", "view")] == [f"versjon {at}"]
