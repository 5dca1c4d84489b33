"""What every response carries so that browsers protect the reader, and the way back after login."""

import base64
import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from urllib.parse import quote, unquote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maturity.web.guard_sockets import POLICY, bytes_alone, for_our_page, refusing

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
LOGOUT, HOME = "/auth/logout", "/"
ELSEWHERE = {"cross-site", "same-site"}  # whose links sign nobody out, as browsers name them
LOGIN, CALLBACK, BACK = "/auth/login", "/oauth2callback", "maturity_back"
BACK_SECONDS = 600  # for signing in, with a second factor and all
MEDIA = "/media/"  # the files that somebody has just had made
UPLOADS = "/_stcore/upload_file"  # takes files of whoever has a page open
CLOSED = ("/_stcore/metrics",)  # how many are here is nobody's business
YEAR = 31_536_000
QUERY = "=&%+:;,.~!*()/?@"  # what an address's choices may have in them as it is
FAULT = "500"  # no language is known here, and there is nothing to tell


def policy(pages: Iterable[str]) -> str:
    """Return the content security policy under which these HTML pages work.

    The platform writes its styles into the page as it runs; its scripts are files, but for the few
    in the page itself, which are known by their hashes.
    """
    scripts = {found for html in pages for found in INLINE.findall(html)}
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    hashes = sorted(f"'sha256-{base64.b64encode(it).decode()}'" for it in digests)
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class Guard:
    """Middleware around everything; `tls`: readers come by https alone.

    `home` is the origin of the pages that may open a connection; None: that of the host asked for.
    `pages` are the addresses that a reader may be sent back to after signing in, without slashes.
    `may_upload` tells by somebody's cookies whether files are taken of them; of nobody, else.
    `leave` is told of the cookies of whoever opens the address that signs out, here or by typing,
    and `arrive` of those that somebody is given who has just signed in.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        policy: str,
        pages: Collection[str],
        tls: bool,
        home: str | None = None,
        may_upload: Callable[[Mapping[str, str]], bool] = lambda _cookies: False,
        leave: Callable[[Mapping[str, str]], None] = lambda _cookies: None,
        arrive: Callable[[Mapping[str, str]], None] = lambda _cookies: None,
    ) -> None:
        self.app = app
        self.arrive = arrive
        self.home = home
        self.leave = leave
        self.may_upload = may_upload
        self.pages = frozenset(pages)
        self.tls = tls
        self.headers = {
            "content-security-policy": policy,
            "x-content-type-options": "nosniff",
            # Within the site the whole address, by which the way back after login is known.
            "referrer-policy": "same-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=()",
            # No window of another site that opened ours, or was opened by it, has hold of it.
            "cross-origin-opener-policy": "same-origin",
        }
        if tls:
            self.headers["strict-transport-security"] = f"max-age={YEAR}; includeSubDomains"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or let one connection through."""
        if scope["type"] == "websocket":
            told = refusing(scope, send, headers=self.headers)
            passed = for_our_page(scope, home=self.home)
            if passed is None:
                await told({"type": "websocket.close", "code": POLICY})
            else:
                await self.app(passed, bytes_alone(receive), told)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                for name, value in self.headers.items():
                    headers[name] = value
                if MEDIA in scope["path"]:
                    headers["cache-control"] = "private, no-store"
                if scope["path"].endswith(CALLBACK):
                    await run_in_threadpool(self.arrive, _cookies_given(headers))
                self._way_back(scope, headers)
                if self.tls:
                    _only_by_tls(headers)
            started = True
            await send(message)

        try:
            if scope["path"].endswith(LOGOUT):
                if Headers(scope=scope).get("sec-fetch-site") in ELSEWHERE:
                    await RedirectResponse(HOME, status_code=303)(scope, receive, guarded)
                    return
                await run_in_threadpool(self.leave, _cookies_of(scope))
            closed = await self._closed(scope)
            await (PlainTextResponse("", 404) if closed else self.app)(scope, receive, guarded)
        except Exception:
            # The trace is for the log; the answer is guarded as every other, and tells nothing.
            if not started:
                await PlainTextResponse(FAULT, status_code=500)(scope, receive, guarded)
            raise

    async def _closed(self, scope: Scope) -> bool:
        """Tell whether what is asked for is not there, for anybody or for the one who asks."""
        if any(door in scope["path"] for door in CLOSED):
            return True
        if UPLOADS not in scope["path"]:
            return False
        return not await run_in_threadpool(self.may_upload, _cookies_of(scope))  # it reads files

    def _way_back(self, scope: Scope, headers: MutableHeaders) -> None:
        """Remember where a login began; lead there when it has succeeded."""
        asked = Headers(scope=scope)
        if scope["path"].endswith(LOGIN):
            page = urlsplit(asked.get("referer", ""))
            same = page.netloc == asked.get("host") and page.path.strip("/") in self.pages
            if same and (page.query or page.path.strip("/")):
                way = quote(f"{page.path}?{page.query}", safe="")
                headers.append("set-cookie", _cookie(way, BACK_SECONDS))
        elif scope["path"].endswith(CALLBACK):
            kept = cookie_parser(asked.get("cookie", "")).get(BACK)
            if kept is None:
                return
            home = self._home(kept)
            if home is not None and "location" in headers:
                headers["location"] = home
            headers.append("set-cookie", _cookie("", 0))

    def _home(self, kept: str) -> str | None:
        """Take of what came back a page of ours and its choices, never a host; None: neither."""
        try:
            back = urlsplit(unquote(kept))
        except ValueError:
            return None
        page = back.path.strip("/")
        return f"/{page}?{quote(back.query, safe=QUERY)}" if page in self.pages else None


def _cookies_of(scope: Scope) -> dict[str, str]:
    return cookie_parser(Headers(scope=scope).get("cookie", ""))


def _cookies_given(headers: Headers) -> dict[str, str]:
    """Return the cookies that an answer sets, without those that it takes away."""
    given = [cookie_parser(it.partition(";")[0]) for it in headers.getlist("set-cookie")]
    return {name: value for one in given for name, value in one.items() if value}


def _cookie(value: str, seconds: int) -> str:
    return f"{BACK}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax"


def _only_by_tls(headers: MutableHeaders) -> None:
    """Mark every cookie as one for https: the platform leaves that away."""
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        marked = "secure" in [part.strip().lower() for part in cookie.split(";")]
        headers.append("set-cookie", cookie if marked else f"{cookie}; Secure")
