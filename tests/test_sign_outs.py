"""Signing out ends what came before, and nothing that comes after, whatever a provider's clock."""

import datetime
import sys

import pytest

from maturity.claims import Refused
from maturity.roles import Access, access
from maturity.sign_outs import sign_out
from maturity.ui.signing_in import vouched

NAME = "a@x.example"
AWAY = (-240, -30, -1, 0, 1, 30, 240)  # seconds that the provider's clock is from ours


@pytest.fixture
def rules(tmp_path, monkeypatch) -> Access:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))
    return access({"contact": "x@y.example", "roles": [{"role": "staff", "email": NAME}]})


def now() -> datetime.datetime:
    return datetime.datetime.now(tz=datetime.UTC)


def comes(rules: Access, *, at: float) -> bool:
    """Whether somebody is let in with a sign-in of so many seconds from now, by our clock."""
    told = {"is_logged_in": True, "email": NAME, "email_verified": True}
    return not isinstance(vouched({**told, "iat": START + at}, rules), Refused)


START = 0  # by our clock; of each test, since the whole may take longer than clocks are apart


@pytest.fixture(autouse=True)
def _starts_now(monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "START", int(now().timestamp()))


@pytest.mark.parametrize("away", AWAY)
def test_who_signs_in_again_at_once_is_let_in(rules, away):
    assert comes(rules, at=away)
    sign_out(NAME, at=now())
    assert not comes(rules, at=away)
    assert comes(rules, at=away + 1)
    sign_out(NAME, at=now())
    assert not comes(rules, at=away)
    assert not comes(rules, at=away + 1)
    assert comes(rules, at=away + 2)


def test_every_older_one_is_over_on_whatever_machine(rules):
    for at in (-3 * 3600, -200, -100, -50):
        assert comes(rules, at=at)
    sign_out(NAME, at=now())
    for at in (-4 * 3600, -3 * 3600, -301, -200, -100, -50):
        assert not comes(rules, at=at)


def test_of_another_nothing_ends(rules):
    assert comes(rules, at=-9)
    sign_out("b@x.example", at=now())
    assert comes(rules, at=-9)
