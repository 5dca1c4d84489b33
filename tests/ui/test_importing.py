"""The server takes files of staff who have signed in, and else only where all is invented."""

import json
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from starlette.responses import PlainTextResponse
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from maturity.intake.store import Store
from maturity.intake.taking import Round, take
from maturity.settings import ROOT
from maturity.ui.importing import may_upload
from maturity.web.guard import Guard
from tests.asgi import ask

HERE, SECRET, COOKIE = "http://localhost", "0123456789" * 4, "_streamlit_user"
DOOR = "/_stcore/upload_file/session/file"
ROLES = [
    {"role": "staff", "email": "staff@x.example"},
    {"role": "presenter", "email": "presenter@x.example"},
    {"role": "executive", "email": "executive@x.example", "kommuner": ["1804"]},
]


async def app(scope, receive, send):
    """Takes everything that comes through."""
    await PlainTextResponse("taken")(scope, receive, send)


GUARDED = Guard(app, policy="", pages=(), tls=False, may_upload=may_upload)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Sign-in is set up."""
    secrets = {
        "auth": {
            "redirect_uri": f"{HERE}/oauth2callback",
            "cookie_secret": SECRET,
            "client_id": "dashboard",
            "client_secret": "anything",
            "server_metadata_url": "http://localhost/",
        },
        "access": {"contact": "hjelp@x.example", "roles": ROLES},
    }
    written = SimpleNamespace(load_if_toml_exists=lambda: True, to_dict=lambda: secrets)
    monkeypatch.setattr(st, "secrets", written)
    monkeypatch.setattr("maturity.ui.session_cookie.get_origin_from_redirect_uri", lambda: HERE)
    monkeypatch.setattr("maturity.ui.session_cookie.get_cookie_secret", lambda: SECRET)
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))


def cookie(name: str, *, secret: str = SECRET, **claims: object) -> dict[str, str]:
    said = {
        "is_logged_in": True,
        "origin": HERE,
        "provider": "default",
        "email": f"{name}@x.example",
        "email_verified": True,
        "iat": int(time.time()),
        **claims,
    }
    return {"cookie": f"{COOKIE}={create_signed_value(secret, COOKIE, json.dumps(said)).decode()}"}


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_staff_bring_files(rules, method):
    assert ask(GUARDED, DOOR, method=method, **cookie("staff")).body == b"taken"


@pytest.mark.parametrize(
    "brought",
    [
        pytest.param({}, id="nobody"),
        pytest.param(cookie("presenter"), id="presenter"),
        pytest.param(cookie("executive"), id="executive"),
        pytest.param(cookie("stranger"), id="stranger"),
        pytest.param(cookie("staff", email_verified=False), id="unverified"),
        pytest.param(cookie("staff", secret="another" * 6), id="forged"),
        pytest.param(cookie("staff", iat=1), id="of long ago"),
        pytest.param({"cookie": f"{COOKIE}=;;=\x00,"}, id="no cookie at all"),
    ],
)
@pytest.mark.parametrize("door", [DOOR, f"/base{DOOR}"])
def test_others_are_told_that_there_is_no_such_door(rules, door, brought):
    answer = ask(GUARDED, door, method="PUT", **brought)
    assert (answer.status, answer.body) == (404, b"")


def test_without_sign_in_files_are_taken_while_all_answers_are_invented(answers):
    assert ask(GUARDED, DOOR, method="PUT").body == b"taken"


def test_and_not_once_one_answer_is_real(tmp_path, monkeypatch):
    path = tmp_path / "answers"
    monkeypatch.setenv("MATURITY_ANSWERS", str(path))
    take(
        ROOT / "tests" / "samples" / "formats" / "forms-nb.xlsx",
        Round(module="ledelse", phase="forarbeid"),
        store=Store(path),
    )
    assert ask(GUARDED, DOOR, method="PUT").status == 404
