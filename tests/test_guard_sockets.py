"""Whose pages may open a connection: what comes to the platform, and what it is spared."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.web.server.starlette import starlette_websocket

from maturity.web.guard import Guard


def ask(app, *, home=None, **headers) -> list[str]:
    """Ask for a connection through the guard; returns the kinds of what is answered."""
    sent = []

    async def send(message):
        sent.append(message["type"])

    whole = Guard(app, policy="", pages=[""], tls=False, home=home)
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    asked = whole({"type": "websocket", "path": "/_stcore/stream", "headers": raw}, None, send)
    with ThreadPoolExecutor(1) as thread:  # a browser test of the same process may have a loop
        thread.submit(asyncio.run, asked).result()
    return sent


def host_met(**asked) -> str | None:
    """Return the host that the platform meets; None where the connection is refused before it."""
    met = []

    async def platform(scope, receive, send):
        met.append(dict(scope["headers"])[b"host"].decode())

    sent = ask(platform, **asked)
    assert sent == ([] if met else ["websocket.close"])
    return met[0] if met else None


ELSEWHERE = ["https://evil.example", "http://localhost:1", "null", "", "http://[", "vi.no"]


@pytest.mark.parametrize("home", [None, "https://vi.no"])
@pytest.mark.parametrize("origin", [*ELSEWHERE, "https://vi.no:1", "https://vi.no.evil.example"])
def test_no_connection_for_a_page_of_another_site_comes_to_the_platform(home, origin):
    assert host_met(home=home, origin=origin, host="vi.no") is None


@pytest.mark.parametrize(
    ("home", "headers"),
    [
        (None, {"origin": "https://vi.no", "host": "vi.no"}),
        (None, {"host": "vi.no"}),
        ("https://vi.no", {"host": "vi.no"}),
        ("https://vi.no", {"origin": "https://vi.no", "host": "vi.no"}),
        ("https://vi.no", {"origin": "https://vi.no", "host": "10.0.0.7:8501"}),  # a proxy's own
    ],
)
def test_for_our_page_and_for_programs_it_does_with_the_host_that_the_platform_asks_for(
    home, headers
):
    assert host_met(home=home, **headers) == "vi.no"


def test_where_readers_sign_in_the_host_asked_for_is_nobodys_word():
    told = {"origin": "https://evil.example", "host": "evil.example"}
    assert host_met(home="https://vi.no", **told) is None


@pytest.mark.parametrize("origin", ["https://vi.no", "https://evil.example", "http://localhost:1"])
@pytest.mark.parametrize("host", ["vi.no", "evil.example", "localhost"])
@pytest.mark.parametrize("home", [None, "https://vi.no"])
def test_the_platform_never_asks_elsewhere_for_its_address(monkeypatch, origin, host, home):
    asked = []
    monkeypatch.setattr(starlette_websocket, "is_url_from_allowed_origins", asked.append)
    taken = []

    async def platform(scope, receive, send):
        told = dict(scope["headers"])
        taken.append(
            starlette_websocket._is_origin_allowed(told[b"origin"].decode(), told[b"host"].decode())
        )

    ask(platform, home=home, origin=origin, host=host)
    assert asked == []
    assert all(taken)
