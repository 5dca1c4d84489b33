import gzip
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest
from starlette.responses import PlainTextResponse

from maturity.settings import ROOT
from maturity.web.platform_files import ABANDONED, PlatformFiles, compressed_copy
from tests.asgi import ask

SCRIPT = b"const aspects = ['now', 'target', 'gap'];\n" * 500
URL = "/static/js/app.D9Z0_fxz.js"
CHUNK = "/static/js/PlotlyChart.D9Z0_fxz.js"
DECODE = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}

# Compresses one file and then hangs, as a machine that loses its power would.
HALF_WAY = """
import sys, time
from pathlib import Path
from maturity.web import platform_files
def hang(folder):
    (folder / "js" / "app.D9Z0_fxz.js.br").write_bytes(b"half")
    print("half-way", flush=True)
    time.sleep(60)
platform_files._compress = hang
platform_files.compressed_copy(Path(sys.argv[1]), version="1", cache=Path(sys.argv[2]))
"""


@pytest.fixture
def platform(tmp_path):
    folder = tmp_path / "platform"
    (folder / "static" / "js").mkdir(parents=True)
    (folder / "static" / "media").mkdir()
    (folder / "static" / "js" / "app.D9Z0_fxz.js").write_bytes(SCRIPT)
    (folder / "static" / "js" / "PlotlyChart.D9Z0_fxz.js").write_bytes(SCRIPT)
    (folder / "static" / "media" / "font.nEdyypZU.woff2").write_bytes(b"font" * 500)
    (folder / "index.html").write_text("the platform's")
    return folder


@pytest.fixture
def app(platform, tmp_path):
    beyond = PlainTextResponse("beyond")
    return PlatformFiles(beyond, platform=platform, version="1", cache=tmp_path / "cache")


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity", None),
        ("", None),
    ],
)
def test_file_comes_in_the_best_encoding_asked_for(app, accept, encoding):
    answer = ask(app, URL, accept_encoding=accept)
    assert answer.status == 200
    assert answer.headers.get("content-encoding") == encoding
    assert DECODE[encoding](answer.body) == SCRIPT
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


def test_script_of_charts_that_is_built_in_another_way_is_sent_whole(platform, tmp_path, caplog):
    copy = compressed_copy(platform, version="1", cache=tmp_path / "cache")
    assert (copy / "js" / "PlotlyChart.D9Z0_fxz.js").read_bytes() == SCRIPT
    assert "Charts are drawn otherwise" in caplog.text


def test_script_that_we_change_is_asked_for_again(app):
    answer = ask(app, CHUNK, accept_encoding="br")
    assert "immutable" not in answer.headers["cache-control"]
    assert ask(app, CHUNK, if_none_match=answer.headers["etag"]).status == 304


def test_head_has_the_headers_and_no_body(app):
    answer = ask(app, URL, method="HEAD", accept_encoding="br")
    assert answer.body == b""
    assert answer.headers["content-encoding"] == "br"
    assert int(answer.headers["content-length"]) < len(SCRIPT)


def test_unchanged_file_is_not_sent_again(app):
    etag = ask(app, URL).headers["etag"]
    assert etag.startswith('W/"'), "the encodings share it"
    assert ask(app, URL, accept_encoding="br").headers["etag"] == etag
    assert ask(app, URL, if_none_match=etag).status == 304
    assert ask(app, URL, if_none_match='"other"').status == 200


def test_part_of_a_file_is_sent_alone(app):
    answer = ask(app, URL, range="bytes=6-12")
    assert answer.status == 206
    assert answer.body == SCRIPT[6:13]


def test_content_comes_from_memory(app, platform, tmp_path):
    first = ask(app, URL, accept_encoding="br")
    for file in (tmp_path / "cache").rglob("app.*"):
        file.unlink()
    assert ask(app, URL, accept_encoding="br") == first


def test_font_is_not_compressed_again(app):
    answer = ask(app, "/static/media/font.nEdyypZU.woff2", accept_encoding="br, gzip")
    assert "content-encoding" not in answer.headers
    assert answer.body == b"font" * 500


def test_own_fonts_are_kept_by_the_browser(app):
    font = next((ROOT / "static" / "fonts").glob("*.woff2"))
    answer = ask(app, f"/app/static/fonts/{font.name}")
    assert answer.body == font.read_bytes()
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/../index.html",
        "/static/js/../../index.html",
        "/static/js/..\\..\\index.html",
        "/static//etc/passwd",
        "/app/static/../../pyproject.toml",
        f"{URL}.br",
        "/static/",
        "/static/js",
        "/_stcore/health",
        "/",
    ],
)
def test_everything_else_is_the_applications(app, path):
    assert ask(app, path).body == b"beyond"


def test_second_start_makes_nothing(platform, tmp_path):
    cache = tmp_path / "cache"
    copy = compressed_copy(platform, version="1", cache=cache)
    made = (copy / "js" / "app.D9Z0_fxz.js.br").stat().st_ino
    assert compressed_copy(platform, version="1", cache=cache) == copy
    assert (copy / "js" / "app.D9Z0_fxz.js.br").stat().st_ino == made
    assert compressed_copy(platform, version="2", cache=cache) != copy


def test_copy_killed_half_way_is_made_anew(platform, tmp_path):
    cache = tmp_path / "cache"
    with subprocess.Popen(
        [sys.executable, "-c", HALF_WAY, str(platform), str(cache)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout.readline() == b"half-way\n"
        process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    (left,) = cache.iterdir()
    copy = compressed_copy(platform, version="1", cache=cache)
    assert brotli.decompress((copy / "js" / "app.D9Z0_fxz.js.br").read_bytes()) == SCRIPT
    assert left.exists(), "it could be another start's, still at work"

    long_ago = time.time() - ABANDONED - 1
    os.utime(left, (long_ago, long_ago))
    compressed_copy(platform, version="2", cache=cache)
    assert not left.exists()


def test_several_starts_at_once_end_with_one_whole_copy(platform, tmp_path):
    cache = tmp_path / "cache"
    with ThreadPoolExecutor(8) as starts:
        copies = list(
            starts.map(lambda _: compressed_copy(platform, version="1", cache=cache), range(8))
        )
    assert list(cache.iterdir()) == [copies[0]]
    assert set(copies) == {copies[0]}
    assert brotli.decompress((copies[0] / "js" / "app.D9Z0_fxz.js.br").read_bytes()) == SCRIPT


def test_where_nothing_can_be_written_the_originals_are_sent(platform, tmp_path, caplog):
    cache = tmp_path / "a file"
    cache.write_text("in the way")
    assert compressed_copy(platform, version="1", cache=cache) == platform / "static"
    assert "uncompressed" in caplog.text
