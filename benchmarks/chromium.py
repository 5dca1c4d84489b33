"""A real Chromium that says when a page shows what is waited for, and what it fetched."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, sync_playwright

from tests.find_chromium import find

VIEW = {"width": 1280, "height": 900}
LIMIT = 60_000  # milliseconds that one page may take
SETTLE = 1_500  # milliseconds: what comes after the radar is fetched too

RADAR = "document.querySelector('.polarlayer .scatterlayer path.js-line[d]')"
# The first frame in which it stands, counted from the start of the navigation.
WATCH = """
(() => {
  const look = () => {
    if (%s) { window.__shown = performance.now(); return; }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""


@dataclass(frozen=True, kw_only=True)
class Network:
    """What a network lets through: megabits a second and milliseconds of delay."""

    mbit: float
    latency: int

    def conditions(self) -> dict[str, float | bool]:
        """Return it as Chromium's developer protocol wants it, in bytes a second."""
        rate = self.mbit * 1e6 / 8
        return {
            "offline": False,
            "latency": self.latency,
            "downloadThroughput": rate,
            "uploadThroughput": rate,
        }


@dataclass
class Visit:
    """One visit: milliseconds until it showed, bytes and files that came over the wire."""

    shown: float = 0.0
    bytes: float = 0
    files: int = 0


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium that the browser tests drive."""
    found = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def fresh(browser: Browser) -> BrowserContext:
    """Open a profile that has cached nothing."""
    return browser.new_context(viewport=VIEW, color_scheme="light", locale="nb-NO")


def visit(
    context: BrowserContext,
    url: str,
    *,
    shows: str,
    network: Network | None = None,
    limit: float = LIMIT,
) -> Visit:
    """Open an address in a new tab, wait until the script `shows` finds something, close it."""
    page = context.new_page()
    try:
        found = Visit()
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        if network:
            wire.send("Network.emulateNetworkConditions", network.conditions())

        def loaded(event: dict[str, float]) -> None:
            found.bytes += event["encodedDataLength"]
            found.files += event["encodedDataLength"] > 0

        def frame(event: dict[str, dict[str, str | int]]) -> None:
            payload, opcode = str(event["response"]["payloadData"]), event["response"]["opcode"]
            found.bytes += len(payload) * (3 / 4 if opcode == 2 else 1)  # binary comes as base64

        wire.on("Network.loadingFinished", loaded)
        wire.on("Network.webSocketFrameReceived", frame)
        found.shown = shown(page, url, shows=shows, limit=limit)
        page.wait_for_timeout(SETTLE)
        return found
    finally:
        page.close()


def shown(page: Page, url: str, *, shows: str, limit: float = LIMIT) -> float:
    """Navigate, and return the milliseconds until the script `shows` found something.

    Raises RuntimeError with what the page says instead, where that takes too long.
    """
    page.add_init_script(WATCH % shows)
    page.goto(url, wait_until="commit", timeout=LIMIT)
    try:
        page.wait_for_function("() => window.__shown !== undefined", timeout=limit)
    except TimeoutError as fault:
        said = page.inner_text("body", timeout=LIMIT)[:500]
        raise RuntimeError(f"{url} did not show what was waited for: {said!r}") from fault
    return float(page.evaluate("window.__shown"))
