"""A reader's visit in a real Chromium, and what a visit must never do."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, WebSocket, sync_playwright

from tests.find_chromium import find

PAGES = (
    "/",
    "/kommune",
    "/sammenlign",
    "/modul",
    "/utvikling",
    "/barrierer",
    "/samarbeid",
    "/presentasjon",
    "/ta-med",
    "/metode",
)
HERE = {"127.0.0.1", "localhost"}
LIMIT = 30_000  # milliseconds that a page may take on a busy machine

READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
RADAR = ".js-plotly-plot .polarlayer .scatterlayer .trace"
CHART = ".js-plotly-plot svg.main-svg"

ARGUMENTS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Faults:
    """What was seen that must not be: errors in the console, requests to elsewhere."""

    seen: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Listen to every page of a context."""
        context.on("request", self._request)
        context.on("console", lambda message: self._console(message.type, message.text))
        context.on("weberror", lambda error: self.seen.append(f"error: {error.error}"))
        context.on("page", lambda page: page.on("websocket", self._websocket))

    def _request(self, request: Request) -> None:
        self._address(request.url)

    def _websocket(self, socket: WebSocket) -> None:
        self._address(socket.url)

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob"} and parts.hostname not in HERE:
            self.seen.append(f"request: {url}")

    def _console(self, kind: str, text: str) -> None:
        if kind == "error":
            self.seen.append(f"console: {text}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium that tests/find_chromium.py finds."""
    path = find()
    if path is None:
        raise RuntimeError("no Chromium; `make test` installs one")
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*ARGUMENTS, "--no-sandbox"] if as_root else ARGUMENTS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        try:
            yield browser
        finally:
            browser.close()


def new_tab(browser: Browser, *, faults: Faults, scheme: str = "light") -> Page:
    """Open an empty tab in a profile of its own."""
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        locale="nb-NO",
        reduced_motion="reduce",
    )
    context.set_default_timeout(LIMIT)
    faults.watch(context)
    return context.new_page()


def go(page: Page, url: str, *, width: int = 1280, height: int = 800) -> Page:
    """Load an address in a window of this size and wait until it is drawn."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(url)
    drawn(page)
    return page


def drawn(page: Page) -> None:
    """Wait until the run has ended, something stands there, and every chart has its traces."""
    page.wait_for_selector(READY)
    page.wait_for_selector('[data-testid="stMain"] h1')
    page.wait_for_function(
        """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
            .every(chart => chart.querySelector('.main-svg .trace, .main-svg .heatmaplayer *'))
            && !document.querySelector('[data-testid="stSkeleton"]')"""
    )
    page.evaluate("document.fonts.ready")


def named(text: str) -> re.Pattern[str]:
    """Return a pattern that finds a label, however it is written."""
    return re.compile(text, re.IGNORECASE)
