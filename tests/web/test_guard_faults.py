"""What goes wrong behind the guard is answered without a trace, with its headers."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from maturity.web.guard import FAULT, Guard


def broken(_request):
    raise ValueError("leder@bodo.example")


def cookies(_request):
    answer = PlainTextResponse("")
    answer.headers.append("set-cookie", "_streamlit_xsrf=1; Path=/; SameSite=Lax")
    return answer


@pytest.fixture
def client() -> TestClient:
    guard = Middleware(Guard, policy="default-src 'self'", pages=["kommune"], tls=True)
    routes = [Route("/broken", broken), Route("/cookies", cookies)]
    app = Starlette(routes=routes, middleware=[guard])
    return TestClient(app, raise_server_exceptions=False)


def test_a_fault_tells_nothing_and_is_guarded(client):
    answer = client.get("/broken")
    assert (answer.status_code, answer.text) == (500, FAULT)
    assert answer.headers["content-security-policy"] == "default-src 'self'"
    assert "strict-transport-security" in answer.headers


def test_a_sign_in_that_cannot_be_counted_gives_no_cookie():
    def full(_cookies):
        raise OSError("the disk is full")

    guard = Middleware(Guard, policy="x", pages=[""], tls=True, arrive=lambda it: it and full(it))
    app = Starlette(routes=[Route("/oauth2callback", cookies)], middleware=[guard])
    answer = TestClient(app, raise_server_exceptions=False).get("/oauth2callback")
    assert (answer.status_code, answer.text) == (500, FAULT)
    assert "set-cookie" not in answer.headers
    assert answer.headers["content-security-policy"] == "x"


def test_every_cookie_is_for_https_alone(client):
    assert client.get("/cookies").headers["set-cookie"].endswith("; Secure")
