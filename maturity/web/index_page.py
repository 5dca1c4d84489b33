"""The one HTML page that carries every page, in the reader's language from its first byte.

Streamlit's own says `lang="en"`, "Streamlit" and, without JavaScript, an English text. A screen
reader takes its voice from the first, a bookmark its name from the second.
"""

import gzip
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

import brotli
from servestatic.utils import parse_accept_encoding
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maturity import language
from maturity.language import _
from maturity.web.drawing_width import STYLE as WIDTH
from maturity.web.index_follow import SCRIPT as FOLLOW
from maturity.web.index_head import head
from maturity.web.index_not_found import not_found
from maturity.web.index_roles import SCRIPT as ROLES
from maturity.web.index_svg import SCRIPT as SVG
from maturity.web.index_words import in_our_words

# Below these lies what is not a page, whatever its type.
NOT_PAGES = ("/_stcore/", "/app/", "/component/", "/media/", "/scene/", "/static/")


class IndexPage:
    """Middleware that puts our page in the place of the platform's.

    `pages` are the addresses that are pages, without slashes. To all others the platform gives its
    page too; we say that there is none. What it answers with something else passes. `original` is
    the path of its index.html; `charts` says whether there are charts on the pages.
    """

    def __init__(
        self, app: ASGIApp, *, original: Path, pages: Collection[str], charts: bool = True
    ) -> None:
        self.app = app
        self.pages = frozenset(pages)
        found = our_pages(original, charts=charts)
        self.bodies = {code: _encodings(html) for code, html in found.items()}
        self.not_found = {code: _encodings(not_found(code)) for code in language.LANGUAGES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"].startswith(NOT_PAGES):
            await self.app(scope, receive, send)
            return
        is_page = False

        async def send_page(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                is_page = message["status"] == 200 and _is_html(message)
                if is_page:
                    if scope["path"].strip("/") not in self.pages:
                        message["status"] = 404
                    body = self._body_for(scope, message)
                    await send(message)
                    content = body if scope["method"] == "GET" else b""
                    await send({"type": "http.response.body", "body": content})
                    return
            if not is_page:  # else it is the platform's page that arrives, and goes nowhere
                await send(message)

        await self.app(scope, receive, send_page)

    def _body_for(self, scope: Scope, message: Message) -> bytes:
        """Choose language and encoding, and write the headers of the answer to match."""
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
        pages = self.bodies if message["status"] == 200 else self.not_found
        bodies = pages.get(asked, pages[language.SOURCE])
        accepted = parse_accept_encoding(Headers(scope=scope).get("accept-encoding", ""))
        encoding = next((name for name in bodies if name in accepted), "identity")
        headers = MutableHeaders(raw=message["headers"])
        for stale in ("etag", "last-modified", "accept-ranges", "content-encoding"):
            del headers[stale]
        if encoding != "identity":
            headers["content-encoding"] = encoding
        headers["content-length"] = str(len(bodies[encoding]))
        headers["cache-control"] = "no-cache"
        headers["vary"] = "Accept-Encoding"
        return bodies[encoding]


@cache
def our_pages(original: Path, *, charts: bool) -> dict[str, str]:
    """Return the page that carries every page, by language."""
    scripts = head(original.parent / "static" / "js", charts=charts)
    drawn = f"{SVG}\n    {WIDTH}" if charts else ""
    added = "\n    ".join([in_our_words(), FOLLOW, ROLES, drawn, scripts])
    html = original.read_text("utf-8").replace("</head>", f"  {added}\n  </head>")
    return {code: localised(html, code) for code in language.LANGUAGES}


def localised(html: str, code: str) -> str:
    """Return the platform's page in a language; RuntimeError where its markup is not as known."""
    spoken = language.current()
    language.use(code)
    product = _("Digital modenhet i Nordland")
    replacements = {
        r'<html lang="en">': f'<html lang="{code}">',
        r"<title>.*?</title>": f"<title>{product}</title>",
        r"<noscript>.*?</noscript>": "<noscript><p>{}</p></noscript>".format(
            _("Siden trenger JavaScript. Slå det på i nettleseren, og last siden på nytt.")
        ),
        # The platform's typeface is 170 kB that our theme does not use.
        r'<link\s+rel="preload"\s[^>]*as="font"[^>]*>': "",
    }
    language.use(spoken)
    for pattern, text in replacements.items():
        html, count = re.subn(pattern, text.replace("\\", r"\\"), html, flags=re.DOTALL)
        if count != 1:
            raise RuntimeError(f"the platform's index.html has {count} × {pattern}")
    return html


def _encodings(html: str) -> dict[str, bytes]:
    """Return the page as bytes by Content-Encoding, the best first."""
    body = html.encode()
    return {
        "br": brotli.compress(body),
        "gzip": gzip.compress(body, mtime=0),
        "identity": body,
    }


def _is_html(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
