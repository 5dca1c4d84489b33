"""What is sent by other ways than a page: numbers for programs, and the reports of many at once."""

import json
import os
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pytest
import streamlit as st
from starlette.applications import Starlette
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from maturity import queries
from maturity.deck import Deck, Slide
from maturity.ui.data_route import ROUTES
from maturity.views.kommune_report import reports
from maturity.views.registry import VIEWS
from maturity.views.revealing import Hall
from maturity.views.showing import showing
from tests.asgi import ask
from tests.leaks.compare import differences
from tests.leaks.readers import READERS, SIGNED_IN, Reader
from tests.leaks.unpacked import opened

APP = Starlette(routes=ROUTES)
HERE, SECRET, COOKIE = "http://localhost", "0123456789" * 4, "_streamlit_user"
ASKED = ("", "k=1841&kartlegging=ledelse-forarbeid", "kommune=1841&kommune=1812")
SOME = ("staff", "presenter", "executive", "executive, named", "executive of two, unnamed")
HALL = ("staff", "presenter", "executive, named")  # who stand before one


@pytest.fixture(autouse=True)
def origin(monkeypatch):
    monkeypatch.setattr("maturity.ui.session_cookie.get_origin_from_redirect_uri", lambda: HERE)
    monkeypatch.setattr("maturity.ui.session_cookie.get_cookie_secret", lambda: SECRET)


def signed_in(reader: Reader, patch) -> str:
    """Let the server know this reader's rules; return the cookie of their browser."""
    auth = {
        "redirect_uri": f"{HERE}/oauth2callback",
        "cookie_secret": SECRET,
        "client_id": "dashboard",
        "client_secret": "anything",
        "server_metadata_url": "http://localhost/",
    }
    found = {"auth": auth, "access": reader.section}
    written = SimpleNamespace(load_if_toml_exists=lambda: True, to_dict=lambda: found)
    patch.setattr(st, "secrets", written)
    told = {"is_logged_in": True, "origin": HERE, "provider": "default", "iat": SIGNED_IN}
    said = json.dumps({**told, **(reader.claims or {})})
    return f"{COOKIE}={create_signed_value(SECRET, COOKIE, said).decode()}"


def in_world(world: Path):
    return mock.patch.dict(os.environ, MATURITY_ANSWERS=str(world))


@pytest.mark.parametrize(
    "name", [pytest.param(it, marks=pytest.mark.xdist_group(f"leaks {it}")) for it in SOME]
)
def test_numbers_for_programs_are_the_same_in_both_worlds(two_worlds, name, monkeypatch):
    reader, looks = READERS[name], 0
    cookie = signed_in(reader, monkeypatch)
    # Whom single scores are shown without a name, they are shown in one view alone.
    for view in ("plass", "evner", "sammenlign") if reader.see == "anonymous" else VIEWS:
        for query in ASKED:
            sent = []
            for world in two_worlds(reader):
                with in_world(world):
                    answer = ask(APP, f"/{view}.json?{query}", cookie=cookie)
                sent.append([("status", answer.status), *opened(answer.body, "body")])
            assert differences(*sent) == [], (view, query)
            looks += answer.status == 200
    assert looks >= 3, "hardly anything was looked at"


@pytest.mark.parametrize(
    "name", [pytest.param(it, marks=pytest.mark.xdist_group(f"leaks {it}")) for it in HALL]
)
def test_so_is_what_a_hall_is_shown(two_worlds, name):
    """With letters, and with names for whom all names may be told."""
    reader, looks = READERS[name], 0
    halls = (
        (Hall(), "kommune", "k=1841"),
        (Hall(everybody=True), "sammenlign", "kommune=1804&kommune=1841"),
    )
    for hall, page, query in halls:
        slides = tuple(
            Slide(address=f"{view}?{query if kind.page == page else ''}")
            for view, kind in VIEWS.items()
        )
        deck = Deck(slides=slides, hidden=not hall.everybody, seed="5eed")
        sent = []
        for world in two_worlds(reader):
            with in_world(world):
                data, viewer = queries.newest(world), reader.viewer()
                found = showing(deck, data=data, viewer=viewer, hall=hall, dark=False, notes=True)
            sent.append(list(opened(json.dumps(found.show).encode(), "stage")))
            looks += len(found.show["views"])
        assert differences(*sent) == []
    assert looks > 12


@pytest.mark.parametrize(
    ("name", "kommuner"),
    [
        pytest.param(
            "executive of two, unnamed",
            ("1812", "1841"),
            marks=pytest.mark.xdist_group("leaks executive of two, unnamed"),
        ),
        pytest.param("staff", ("1816", "1804"), marks=pytest.mark.xdist_group("leaks staff")),
    ],
)
def test_so_are_the_reports_of_several_kommuner(two_worlds, name, kommuner):
    reader, sent = READERS[name], []
    for world in two_worlds(reader):
        with in_world(world):
            data = queries.newest(world)
            packed, missing = reports(data, viewer=reader.viewer(), kommuner=kommuner)
        sent.append(list(opened(packed, "zip")))
    assert differences(*sent) == []
    assert len(missing) < len(kommuner)
