import gzip
import re
from pathlib import Path

import brotli
import pytest
import streamlit as st
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse

from maturity import language
from maturity.web.index_head import head
from maturity.web.index_page import IndexPage, localised
from tests.asgi import ask

ORIGINAL = Path(st.__file__).parent / "static" / "index.html"


@pytest.fixture
def app():
    platform = HTMLResponse("the platform's", headers={"etag": '"x"', "accept-ranges": "bytes"})
    return IndexPage(platform, original=ORIGINAL, pages=("", "sammenlign"))


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/", "nb"),
        ("/sammenlign", "nb"),
        ("/sammenlign?lang=en&kommune=1804", "en"),
        ("/?lang=xx", "nb"),
        ("/?lang=%22%3E%3Cscript%3E", "nb"),
        ("/?lang=%ff&%", "nb"),
    ],
)
def test_page_is_in_the_language_of_the_address(app, path, code):
    html = ask(app, path).body.decode()
    assert f'<html lang="{code}">' in html
    assert "<title>Streamlit</title>" not in html
    assert "script%3E" not in html


def test_page_has_our_title_and_text_without_javascript(app):
    html = ask(app, "/").body.decode()
    assert "<title>Digital modenhet i Nordland</title>" in html
    assert "Siden trenger JavaScript" in html.split("<noscript>")[1].split("</noscript>")[0]
    assert "You need to enable" not in html


def test_page_keeps_the_platforms_scripts_and_drops_its_typeface(app):
    html = ask(app, "/").body.decode()
    original = ORIGINAL.read_text("utf-8")
    assert html.count("<link") == original.count("<link") - 1
    # Words, what follows the page, roles, the SVG button, and two that load what draws.
    assert html.count("<script") == original.count("<script") + 6
    assert "woff2" not in html


def test_page_brings_the_script_that_draws_after_the_platforms_own(app):
    html = ask(app, "/").body.decode()
    sources = re.findall(r'<script type="module" crossorigin src="\./([^"]+)"', html)
    assert [source.split("/")[-1].split(".")[0] for source in sources] == ["index", "PlotlyChart"]
    for source in sources:
        assert (ORIGINAL.parent / source).is_file()


@pytest.mark.parametrize("found", [0, 2])
def test_script_that_draws_must_be_there_once(tmp_path, found):
    for number in range(found):
        (tmp_path / f"PlotlyChart.{number}.js").touch()
    with pytest.raises(RuntimeError, match=f"{found} × PlotlyChart"):
        head(tmp_path, charts=True)
    assert "PlotlyChart" not in head(tmp_path, charts=False)


@pytest.mark.parametrize(
    ("accept", "encoding", "decode"),
    [
        ("gzip, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("", None, bytes),
    ],
)
def test_page_is_compressed_and_never_kept(app, accept, encoding, decode):
    answer = ask(app, "/", accept_encoding=accept)
    assert answer.headers.get("content-encoding") == encoding
    assert b'<html lang="nb">' in decode(answer.body)
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert not {"etag", "accept-ranges"} & set(answer.headers)


def test_head_has_the_same_headers_and_no_body(app):
    assert ask(app, "/", method="HEAD").headers == ask(app, "/").headers
    assert ask(app, "/", method="HEAD").body == b""


@pytest.mark.parametrize("path", ["/finnes-ikke", "/sammenlign/mer", "/Sammenlign", "/index.html"])
def test_what_the_platform_takes_for_a_page_and_is_none_is_not_found(app, path):
    answer = ask(app, f"{path}?kommune=1804")
    assert answer.status == 404
    html = answer.body.decode()
    assert '<html lang="nb">' in html
    assert "Siden finnes ikke" in html
    assert "<script" not in html
    assert '<html lang="en">' in ask(app, f"{path}?lang=en").body.decode()
    assert ask(app, path, accept_encoding="br").headers["content-encoding"] == "br"


@pytest.mark.parametrize("path", ["/", "/sammenlign", "/sammenlign/"])
def test_a_page_is_found(app, path):
    assert ask(app, path).status == 200


@pytest.mark.parametrize("path", ["/media/report.html", "/app/static/x.html", "/_stcore/health"])
def test_what_is_no_page_is_left_alone(app, path):
    assert ask(app, path).body == b"the platform's"


@pytest.mark.parametrize(
    "answer",
    [
        PlainTextResponse("plain"),
        RedirectResponse("/elsewhere"),
        HTMLResponse("not found", status_code=404),
    ],
)
def test_other_answers_are_left_alone(answer):
    app = IndexPage(answer, original=ORIGINAL, pages=[""])
    assert ask(app, "/").body == answer.body
    assert ask(app, "/").status == answer.status_code


def test_markup_that_we_do_not_know_is_refused():
    with pytest.raises(RuntimeError, match="title"):
        localised(ORIGINAL.read_text("utf-8").replace("<title>", "<h1>"), "nb")


def test_the_runs_language_is_not_changed():
    language.use("en")
    try:
        localised(ORIGINAL.read_text("utf-8"), "nb")
        assert language.current() == "en"
    finally:
        language.use("nb")
