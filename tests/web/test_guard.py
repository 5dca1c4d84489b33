"""Every answer tells the browser to protect the reader; a login leads back to a page of ours."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse, RedirectResponse

from maturity.web.guard import BACK, Guard, policy
from tests.asgi import ask
from tests.fuzz.hostile import TEXTS, many

PAGES = ("", "kommune", "sammenlign")
QUICK, DEEP = many(40, 1000)


async def app(scope, receive, send):
    """Signs everybody in and leads to the start, as the platform does; all else is a word."""
    back = RedirectResponse("/") if "oauth2callback" in scope["path"] else PlainTextResponse("ord")
    back.set_cookie("mine", "1")
    await back(scope, receive, send)


def guard(*, tls: bool = False) -> Guard:
    return Guard(app, policy=policy(["<script>1</script>"]), pages=PAGES, tls=tls)


@pytest.mark.parametrize("path", ["/", "/kommune", "/auth/login", "/oauth2callback", "/media/x"])
def test_every_answer_protects(path):
    headers = ask(guard(), path).headers
    rules = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert rules["frame-ancestors"] == rules["object-src"] == "'none'"
    assert "unsafe" not in rules["script-src"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers.get("cache-control") == ("private, no-store" if "/media/" in path else None)
    assert "strict-transport-security" not in headers


def test_by_https_alone_where_it_is_used():
    headers = ask(guard(tls=True), "/").headers
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert headers["set-cookie"].endswith("Secure")


def test_the_way_back_is_the_page_where_the_login_began():
    began = ask(guard(), "/auth/login", host="vi.no", referer="https://vi.no/kommune?k=1804")
    cookie = began.headers["set-cookie"].partition(";")[0]
    back = ask(guard(), "/oauth2callback", cookie=cookie).headers["location"]
    assert back == "/kommune?k=1804"


def leads_home(way: str) -> None:
    """Whatever the cookie says, the reader stays here, and the answer can be sent."""
    answer = ask(guard(), "/oauth2callback", cookie=f"{BACK}={quote(way, safe='')}")
    location = answer.headers["location"]
    assert location.isascii()
    assert location.isprintable()
    assert location.startswith("/")
    assert not location.startswith("//")
    assert urlsplit(location).path.strip("/") in PAGES


WAYS = TEXTS | st.sampled_from(
    ["//x.invalid", "https://x.invalid/kommune?a", "/kommune?a\r\nSet-Cookie: a=b", "/\\x.invalid?",
     "/kommune?k=𝕏", "http://[", "///kommune", "/kommune?k=\x00"]
)  # fmt: skip


@QUICK
@given(way=WAYS | TEXTS.map(lambda it: f"/kommune?{it}"))
def test_no_way_back_leads_elsewhere(way):
    leads_home(way)


@pytest.mark.deep
@DEEP
@given(way=WAYS | TEXTS.map(lambda it: f"/kommune?{it}"))
def test_nor_does_any_of_many(way):
    leads_home(way)


@pytest.mark.parametrize(
    "path", ["/_stcore/upload_file/1/2", "/_stcore/metrics", "/x/_stcore/metrics"]
)
def test_what_no_page_has_use_for_is_closed(path):
    answer = ask(guard(), path)
    assert answer.status == 404
    assert answer.body == b""
    assert "content-security-policy" in answer.headers


def test_a_connection_that_sends_text_is_ended():
    heard = []
    sent = iter(
        [
            {"type": "websocket.connect"},
            {"type": "websocket.receive", "bytes": b"1"},
            {"type": "websocket.receive", "text": "hei"},
        ]
    )

    async def listens(scope, receive, send):
        heard.extend([await receive() for _message in range(3)])

    async def receive():
        return next(sent)

    whole = Guard(listens, policy="", pages=PAGES, tls=False)
    asked = whole({"type": "websocket", "path": "/_stcore/stream"}, receive, None)
    with ThreadPoolExecutor(1) as thread:  # a browser test of the same process may have a loop
        thread.submit(asyncio.run, asked).result()
    assert [it["type"] for it in heard] == [
        "websocket.connect",
        "websocket.receive",
        "websocket.disconnect",
    ]


def test_signing_out_by_its_address_is_told_before_the_cookie_goes():
    told = []
    whole = Guard(app, policy="", pages=PAGES, tls=False, leave=told.append)
    ask(whole, "/auth/logout", cookie="a=1")
    ask(whole, "/kommune", cookie="a=2")
    assert told == [{"a": "1"}]


def test_a_sign_in_is_told_with_the_cookies_that_it_gives_and_not_those_it_takes():
    told = []
    whole = Guard(app, policy="", pages=PAGES, tls=True, arrive=told.append)

    async def signs_in(scope, receive, send):
        answer = RedirectResponse("/")
        answer.delete_cookie("old")
        answer.set_cookie("user", "a.b-c=")
        await answer(scope, receive, send)

    ask(whole, "/kommune")
    assert told == []
    whole.app = signs_in
    ask(whole, "/oauth2callback?code=1")
    assert told == [{"user": "a.b-c="}]


@pytest.mark.parametrize(
    ("site", "out"),
    [(None, 1), ("none", 1), ("same-origin", 1), ("same-site", 0), ("cross-site", 0)],
)
def test_no_link_of_another_site_signs_anybody_out(site, out):
    told = []
    whole = Guard(app, policy="", pages=PAGES, tls=True, leave=told.append)
    from_where = {"sec-fetch-site": site} if site else {}
    answer = ask(whole, "/auth/logout", cookie="a=1", **from_where)
    assert len(told) == out
    assert answer.status == (200 if out else 303)
    assert ("mine" in answer.headers.get("set-cookie", "")) == bool(out), "the platform was asked"
