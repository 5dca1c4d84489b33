"""Beside the pages, the server tells a stranger nothing: no way round the sign-in."""

import urllib.error
import urllib.request

import pytest

DOORS = [
    ("POST", "/_stcore/agent/interact"),  # drives an app without a browser, where it is on
    ("POST", "/_stcore/agent/mcp"),
    ("GET", "/_stcore/agent/openapi.json"),
    ("GET", "/_stcore/script-health-check"),
    ("GET", "/_stcore/metrics"),
    ("GET", "/media/" + "0" * 56 + ".csv"),
    ("GET", "/component/x/index.html"),
    ("PUT", "/_stcore/upload_file/session/file"),
    ("GET", "/data/answers.key"),
    ("GET", "/app/static/../../data/answers/_delta_log/00000000000000000000.json"),
    ("GET", "/.streamlit/secrets.toml"),
]
TELLING = (b"Bod", b"kommune", b"1804", b"client_secret", b"Traceback", b"/maturity/")


@pytest.mark.parametrize(("method", "path"), DOORS)
def test_nothing_is_told_by_another_door(server, method, path):
    body = b"{}" if method != "GET" else None
    headers = {"content-type": "application/json"}
    request = urllib.request.Request(server + path, method=method, data=body, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            status, content = answer.status, answer.read()
    except urllib.error.HTTPError as refusal:
        status, content = refusal.code, refusal.read()
    head, _page, _rest = content.partition(b"<!doctype html")  # our own page of what is not there
    assert [it for it in TELLING if it in head] == [], (status, head[:500])
    if method != "GET":
        assert status in range(400, 500), (status, head[:500])
