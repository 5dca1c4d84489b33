"""A view's numbers at its address: to whom the page would show them, and to nobody else."""

import csv
import datetime
import hashlib
import io
import json
import time
from types import SimpleNamespace

import pytest
import streamlit as st
from starlette.applications import Starlette
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from maturity import audit, queries, sign_outs
from maturity.access import demo_viewer
from maturity.exports.taken import taken
from maturity.reference import reference
from maturity.ui import turns
from maturity.ui.data_route import ROUTES
from maturity.ui.leaving import arrive_by_cookie, leave_by_cookie
from maturity.views.registry import view
from tests.asgi import ask

APP = Starlette(routes=ROUTES)
HERE, SECRET, COOKIE = "http://localhost", "0123456789" * 4, "_streamlit_user"
TOKENS = {"staff": "a-token-of-staff", "presenter": "a-token-of-a-presenter", "old": "an-old-one"}
LATER, BEFORE = datetime.date(2999, 1, 1), datetime.date(2001, 1, 1)


def token(name, role):
    return {
        "name": name,
        "sha256": hashlib.sha256(TOKENS[name].encode()).hexdigest(),
        "until": BEFORE if name == "old" else LATER,
        "role": role,
    }


@pytest.fixture
def rules(answers, monkeypatch, tmp_path):
    """Sign-in is set up: one leader of Bodø, and three tokens."""
    secrets = {
        "auth": {
            "redirect_uri": f"{HERE}/oauth2callback",
            "cookie_secret": SECRET,
            "client_id": "dashboard",
            "client_secret": "anything",
            "server_metadata_url": "http://localhost/",
        },
        "access": {
            "contact": "hjelp@x.example",
            "roles": [{"role": "executive", "email": "a@x.example", "kommuner": ["1804"]}],
            "tokens": [
                token("staff", "staff"), token("presenter", "presenter"), token("old", "staff")
            ],
        },
    }  # fmt: skip
    written = SimpleNamespace(load_if_toml_exists=lambda: True, to_dict=lambda: secrets)
    monkeypatch.setattr(st, "secrets", written)
    monkeypatch.setattr("maturity.ui.session_cookie.get_origin_from_redirect_uri", lambda: HERE)
    monkeypatch.setattr("maturity.ui.session_cookie.get_cookie_secret", lambda: SECRET)
    monkeypatch.setattr(audit, "access_path", lambda: tmp_path / "access")
    monkeypatch.setattr(sign_outs, "access_path", lambda: tmp_path / "left")


def cookie(*, secret=SECRET, name=COOKIE, **claims):
    said = {
        "is_logged_in": True,
        "origin": HERE,
        "provider": "default",
        "email": "a@x.example",
        "email_verified": True,
        "iat": int(time.time()),
        **claims,
    }
    return f"{COOKIE}={create_signed_value(secret, name, json.dumps(said)).decode()}"


def bearer(name):
    return {"authorization": f"Bearer {TOKENS[name]}"}


def logged():
    now = datetime.datetime.now(tz=datetime.UTC)
    hour = datetime.timedelta(hours=1)
    return audit.read(audit.Wanted(since=now - hour, until=now + hour))


def test_invented_data_are_open_as_their_pages_are_and_equal_the_views(answers):
    data = queries.newest(answers)
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=True)
    shown = taken(view("veien?k=1804", data=data, viewer=viewer))
    answer = ask(APP, "/veien.csv?k=1804")
    assert answer.status == 200
    rows = list(csv.DictReader(io.StringIO(answer.body.decode())))
    assert [row["I dag"] for row in rows] == [str(it) for it in shown["I dag"]]
    found = json.loads(ask(APP, "/veien.json?k=1804").body)
    at = found["columns"].index("Avstand til målet")
    gaps = shown["Avstand til målet"]
    assert [row[at] for row in found["rows"]] == gaps.astype(object).where(
        gaps.notna(), None
    ).tolist()
    assert found["notice"] == "Eksempeldata"
    english = json.loads(ask(APP, "/veien.json?k=1804&lang=en").body)
    assert english["notice"] == "Example data"


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 401),
        ({"cookie": f"{COOKIE}=forged"}, 401),
        ({"cookie": cookie(secret="another" * 8)}, 401),
        ({"cookie": cookie(name="another")}, 401),
        ({"cookie": cookie(origin="http://elsewhere.example")}, 401),
        ({"cookie": cookie(is_logged_in=False)}, 401),
        ({"cookie": cookie(iat=int(time.time()) - 9 * 3600)}, 401),
        ({"cookie": cookie(email="b@x.example")}, 403),
        ({"cookie": cookie(email_verified=False)}, 403),
        ({"cookie": cookie(aud="another", azp="dashboard")}, 403),
        ({"cookie": cookie(aud=["another"], azp="dashboard")}, 403),
        ({"cookie": cookie(aud=None)}, 403),
        ({"authorization": "Bearer "}, 401),
        ({"authorization": "Bearer wrong"}, 401),
        ({"authorization": f"Basic {TOKENS['staff']}"}, 401),
        (bearer("old"), 401),
        ({**bearer("old"), "cookie": cookie()}, 401),  # a bad token is no way to the cookie
    ],
)
def test_who_is_nobody_is_refused_in_a_sentence(rules, asked, status):
    answer = ask(APP, "/evner.json?k=1804", **asked)
    assert answer.status == status
    assert len(answer.body) < 200
    assert b"Bod" not in answer.body
    assert answer.headers["cache-control"] == "no-store"
    assert ("www-authenticate" in answer.headers) == (status == 401)


def test_a_sign_in_for_us_among_others_is_good(rules):
    assert ask(APP, "/evner.json?k=1804", cookie=cookie(aud=["another", "dashboard"])).status == 200
    assert ask(APP, "/evner.json?k=1804", cookie=cookie(aud="dashboard")).status == 200


def test_the_address_that_signs_out_ends_the_sign_in_everywhere(rules):
    at = int(time.time()) - 9
    said = cookie(iat=at)
    assert ask(APP, "/evner.json?k=1804", cookie=said).status == 200
    name, _sign, value = said.partition("=")
    leave_by_cookie({name: value})
    leave_by_cookie({name: value})
    assert ask(APP, "/evner.json?k=1804", cookie=said).status == 401
    assert [it.what for it in logged()].count("sign-out") == 1
    assert ask(APP, "/evner.json?k=1804", cookie=cookie(iat=at + 1)).status == 200


def test_a_sign_in_that_was_never_used_ends_too(rules):
    used, unused = cookie(), cookie(iat=int(time.time()) - 10)
    arrive_by_cookie(dict([unused.split("=", 1)]))
    leave_by_cookie(dict([used.split("=", 1)]))
    assert ask(APP, "/evner.json?k=1804", cookie=unused).status == 401


def test_who_is_nobody_takes_nobodys_turn(rules, monkeypatch):
    monkeypatch.setattr(turns, "taken", lambda: pytest.fail("a stranger waits among readers"))
    assert ask(APP, "/evner.json?k=1804").status == 401
    assert ask(APP, "/evner.json?k=1804", cookie=cookie(email="b@x.example")).status == 403


def test_a_leader_reads_the_own_kommune_and_it_is_logged(rules):
    answer = ask(APP, "/evner.csv?k=1804", cookie=cookie())
    assert answer.status == 200
    assert "Bodø" in answer.body.decode()
    (entry,) = logged()
    assert (entry.who, entry.what, entry.page) == ("a@x.example", "download", "evner.csv")
    assert entry.kommuner == {"1804"}
    assert entry.detail.startswith("evner?k=1804")


def test_another_kommune_is_neither_a_leaders_nor_a_presenters(rules):
    for asked in ({"cookie": cookie()}, bearer("presenter")):
        answer = ask(APP, "/evner.csv?k=1841", **asked)
        assert answer.status == 404
        assert b"Fauske" not in answer.body
    assert logged() == []
    assert ask(APP, "/evner.csv?k=1841", **bearer("staff")).status == 200
    assert [it.who for it in logged()] == ["token:staff"]


@pytest.mark.parametrize("query", ["k=9999", "x=1", "k=1804&k=1841", "k=" + "1" * 5000])
def test_an_odd_address_is_told_in_a_sentence(answers, query):
    answer = ask(APP, f"/evner.json?{query}")
    assert answer.status == 404
    assert 10 < len(answer.body) < 600


def test_what_cannot_be_logged_is_not_sent(rules, monkeypatch, tmp_path):
    (tmp_path / "access").write_text("a file where the log's folder would be")
    answer = ask(APP, "/evner.csv?k=1804", cookie=cookie())
    assert answer.status == 503
    assert b"Bod" not in answer.body
