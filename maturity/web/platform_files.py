"""The platform's own scripts, styles and fonts, compressed once and kept.

Streamlit sends them uncompressed: 7.6 MB for the first radar, which a hall's network feels. And
its script that draws charts holds far more than we draw. The copy lies in the project's `build/`
and is made at the first start of each version; the originals are never touched.
"""

import hashlib
import logging
import os
import shutil
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from wsgiref.headers import Headers

import brotli
from servestatic import ServeStaticASGI
from servestatic.compress import Compressor
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maturity.charts import polar, theme
from maturity.charts.figure import KINDS
from maturity.settings import ROOT
from maturity.web import drawing_script, drawing_turns, drawing_width
from maturity.web.drawing_script import CHUNK, drawing_only
from maturity.web.drawing_turns import in_turn
from maturity.web.drawing_width import to_width

CACHE = ROOT / "build" / "static"
# Quality 9 takes seconds and 11 most of a minute, for a tenth of the bytes.
BROTLI_QUALITY = 9
ABANDONED = 3600  # seconds after which a half-made copy is nobody's

# The names of the platform's files carry a hash of their content, which is not so any more of the
# one that we change; the fonts never change.
IMMUTABLE = r"^/static/(?!js/PlotlyChart\.)|^/app/static/fonts/"

# Where it is said how the script that draws charts is changed.
RULES = (drawing_script, drawing_turns, drawing_width, polar, theme)

SENDS_PATHS: dict[str, dict[str, str]] = {"http.response.pathsend": {}}

log = logging.getLogger(__name__)


class QuickCompressor(Compressor):  # type: ignore[misc]  # untyped library
    """servestatic's compressor, with a quality of Brotli that a first start can wait for."""

    @staticmethod
    def compress_brotli(data: bytes) -> bytes:
        """Compress one file's content."""
        compressed: bytes = brotli.compress(data, quality=BROTLI_QUALITY)
        return compressed


class PlatformFiles(ServeStaticASGI):  # type: ignore[misc]  # untyped library
    """Middleware that answers for the platform's files and the project's fonts.

    `platform` is the platform's folder of static files and `version` its version. Both folders
    are listed once, so that no address can reach outside them; what is not listed is the
    application's to answer.
    """

    def __init__(self, app: ASGIApp, *, platform: Path, version: str, cache: Path = CACHE) -> None:
        super().__init__(
            app,
            root=compressed_copy(platform, version=version, cache=cache),
            prefix="/static",
            immutable_file_test=IMMUTABLE,
            allow_all_origins=False,
            add_headers_function=_weaken_tag,
        )
        self.add_files(ROOT / "static", "/app/static")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; a file's content comes from memory.

        The library opens a file for each request, in a thread for each: 3.5 ms of a processor
        that a hall waits for a hundred times per reader. It also knows servers that take a path
        and send the file themselves; so we say that we are one.
        """
        if scope["type"] != "http" or scope["path"] not in self.files:
            await self.application(scope, receive, send)
            return

        async def send_content(message: Message) -> None:
            if message["type"] == "http.response.pathsend":
                message = {"type": "http.response.body", "body": _content(message["path"])}
            await send(message)

        await super().__call__({**scope, "extensions": SENDS_PATHS}, receive, send_content)


def compressed_copy(platform: Path, *, version: str, cache: Path = CACHE) -> Path:
    """Return the folder of compressed files of this version, made now where there is none.

    A copy appears under its name by one rename, when it is whole: whoever is killed half-way
    leaves nothing that could be served, and of two that start at once the first to finish wins.
    Where the project cannot be written to, the originals are returned.
    """
    copy = cache / "-".join(["streamlit", version, f"br{BROTLI_QUALITY}", *KINDS, _changes()])
    if copy.is_dir():
        return copy
    log.warning("Compressing the platform's files, once for this version …")
    try:
        cache.mkdir(parents=True, exist_ok=True)
        _sweep(cache)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=cache) as place:
            half_made = Path(place) / copy.name
            shutil.copytree(platform / "static", half_made)
            _lighten(half_made)
            _compress(half_made)
            try:
                half_made.rename(copy)
            except OSError:
                if not copy.is_dir():  # else another process was first, and ours is as good
                    raise
    except OSError as error:
        log.warning("The platform's files are sent uncompressed: %s", error)
        return platform / "static"
    return copy


def _changes() -> str:
    """Return what tells copies apart that were changed by different rules."""
    rules = (Path(str(it.__file__)).read_bytes() for it in RULES)
    return hashlib.sha256(b"".join(rules)).hexdigest()[:8]


@lru_cache(maxsize=1024)  # more than there are; compressed, all of them are some megabytes
def _content(path: str) -> bytes:
    return Path(path).read_bytes()


def _weaken_tag(headers: Headers, path: str, _url: str) -> None:
    """Tag the content and not its bytes: one file has the same tag in every encoding."""
    state = Path(path).stat()
    headers["ETag"] = f'W/"{state.st_mtime_ns:x}-{state.st_size:x}"'


def _lighten(folder: Path) -> None:
    for chunk in (folder / "js").glob(CHUNK):
        script = chunk.read_text("utf-8")
        for change in (partial(drawing_only, kinds=KINDS), in_turn, to_width):
            try:
                script = change(script)
            except ValueError as error:
                log.warning("Charts are drawn otherwise than they could be: %s", error)
        chunk.write_text(script, "utf-8", newline="")


def _compress(folder: Path) -> None:
    compressor = QuickCompressor(use_zstd=False, quiet=True)
    files = (path for path in folder.rglob("*") if path.is_file())
    wanted = sorted(filter(compressor.should_compress, map(str, files)), key=os.path.getsize)
    with ThreadPoolExecutor() as workers:  # the largest first: it takes longest
        list(workers.map(compressor.compress, reversed(wanted)))


def _sweep(cache: Path) -> None:
    for half_made in cache.glob(".making-*"):
        with suppress(FileNotFoundError):  # another start finished, and tidied its own away
            if half_made.stat().st_mtime < time.time() - ABANDONED:
                shutil.rmtree(half_made, ignore_errors=True)
