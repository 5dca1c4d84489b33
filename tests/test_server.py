"""The whole server, as a browser meets it."""

import gzip
import http.client
import re
import tomllib
from urllib.parse import urlsplit

import brotli
import pytest
import streamlit as st
from streamlit import config
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode
from websockets.sync.client import connect

from maturity.charts.figure import KINDS
from maturity.settings import ROOT
from maturity.web.drawing_script import CHUNK, drawing_only
from maturity.web.drawing_turns import in_turn
from maturity.web.drawing_width import to_width
from server import PAGES, PLATFORM

DECODE = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
(CHARTS,) = (PLATFORM / "static").rglob(CHUNK)  # the one script that is not sent as it was
FILES = sorted({*(PLATFORM / "static").rglob("*.js")} - {CHARTS}, key=lambda it: it.stat().st_size)


@pytest.fixture
def get(server):
    """Ask for a path exactly as written; nothing is tidied up on the way."""
    address = urlsplit(server)

    def get(path, accept_encoding="identity"):
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
        connection.request("GET", path, headers={"Accept-Encoding": accept_encoding})
        answer = connection.getresponse()
        answer.content = answer.read()
        connection.close()
        return answer

    return get


@pytest.mark.parametrize("encoding", ["br", "gzip", None])
@pytest.mark.parametrize("original", [FILES[-1], FILES[len(FILES) // 2]], ids=lambda p: p.name)
def test_platforms_files_are_as_they_were(get, original, encoding):
    path = f"/{original.relative_to(PLATFORM).as_posix()}"
    answer = get(path, accept_encoding=encoding or "identity")
    assert answer.headers["content-encoding"] == encoding
    assert DECODE[encoding](answer.content) == original.read_bytes()
    if encoding:
        assert len(answer.content) < 0.6 * original.stat().st_size


@pytest.mark.parametrize("encoding", ["br", "gzip", None])
def test_the_script_of_charts_comes_with_our_kinds_alone(get, encoding):
    path = f"/{CHARTS.relative_to(PLATFORM).as_posix()}"
    answer = get(path, accept_encoding=encoding or "identity")
    assert answer.headers["content-encoding"] == encoding
    expected = to_width(in_turn(drawing_only(CHARTS.read_text("utf-8"), kinds=KINDS)))
    assert DECODE[encoding](answer.content) == expected.encode()
    if encoding:
        assert len(answer.content) < 0.4 * len(expected)


def test_every_page_of_the_menu_is_found():
    text = (ROOT / "dashboard.py").read_text("utf-8")
    in_menu = re.findall(r'url_path="([^"]*)"', text)
    assert len(in_menu) == text.count("st.Page(")
    assert set(in_menu) == set(PAGES)


@pytest.mark.parametrize("path", ["/", "/sammenlign", "/finnes-ikke"])
def test_every_page_is_ours(get, path):
    assert b'<html lang="nb">' in get(path).content
    assert b'<html lang="en">' in get(f"{path}?lang=en").content
    assert get(path).headers["cache-control"] == "no-cache"
    assert get(path, accept_encoding="br").headers["content-encoding"] == "br"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../../../../../../../../etc/hosts",
        "/static/%2e%2e/%2e%2e/%2e%2e/server.py",
        "/static/js/%2e%2e%2f%2e%2e%2f%2e%2e%2fserver.py",
        "/app/static/../server.py",
        "/app/static/%2e%2e/server.py",
        "/app/static/..%2f.streamlit/config.toml",
    ],
)
def test_no_address_reaches_outside(get, path):
    answer = get(path)
    assert b"import" not in answer.content.split(b"<script")[0]
    assert b"gatherUsageStats" not in answer.content
    assert b"localhost" not in answer.content


def test_the_platforms_own_answers_pass(get):
    assert get("/_stcore/health").content == b"ok"
    assert get("/favicon.png").content == (PLATFORM / "favicon.png").read_bytes()
    assert get("/_stcore/host-config").headers["content-type"] == "application/json"


def test_health_is_told_in_one_word_and_guarded(get):
    answer = get("/healthz")
    assert (answer.status, answer.content) == (200, b"ok")
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("origin", "status"),
    [("same", 101), ("http://elsewhere.example", 403), ("null", 403)],
)
def test_no_page_of_another_site_opens_a_session(server, origin, status):
    address = urlsplit(server)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Origin": server if origin == "same" else origin,
    }
    connection.request("GET", "/_stcore/stream", headers=headers)
    answer = connection.getresponse()
    assert answer.status == status
    connection.close()
    if status == 403:
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"


def test_of_a_strangers_message_little_is_held(server):
    with connect(f"{server.replace('http', 'ws', 1)}/_stcore/stream") as socket:
        piece = b"0" * 1_000_000
        with pytest.raises(ConnectionClosed) as ended:
            socket.send([piece] * 9)  # in nine parts, of which the last ones are too much
            socket.recv(timeout=30)
    # Who is still sending when the server hangs up may hear no reason, but the line is dead.
    assert ended.value.rcvd is None or ended.value.rcvd.code == CloseCode.MESSAGE_TOO_BIG


def test_uploads_have_a_limit_and_forgeries_are_refused():
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        server = tomllib.load(file)["server"]
    assert server["maxUploadSize"] <= 200
    assert server.get("enableXsrfProtection", True)
    assert server.get("enableCORS", True)
    assert config.get_option("server.enableXsrfProtection")


def test_compressed_files_are_the_projects(server):
    copies = list((ROOT / "build" / "static").glob(f"streamlit-{st.__version__}-*"))
    assert copies
    assert all(any(copy.rglob("*.br")) for copy in copies)
    assert not any(PLATFORM.rglob("*.br"))
