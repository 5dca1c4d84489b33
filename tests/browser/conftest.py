"""A browser for each worker, and visits that are checked when they end."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import Faults, chromium, go, new_tab


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def tabs() -> dict[str, tuple[Page, Faults]]:
    """A tab for light and one for dark: in a new one every visit compiles plotly.js again."""
    return {}


@pytest.fixture
def visit_at(browser: Browser, tabs: dict[str, tuple[Page, Faults]]) -> Iterator[Callable]:
    """Open an address; afterwards no console may have complained and nothing have left.

    `fresh=True` opens it in a profile of its own, as another reader would.
    """
    seen: list[Faults] = []
    opened: list[Page] = []

    def visit(url: str, *, scheme: str = "light", fresh: bool = False, **size: int) -> Page:
        faults = Faults()
        if fresh:
            page = new_tab(browser, faults=faults, scheme=scheme)
            opened.append(page)
        else:
            if scheme not in tabs:
                tabs[scheme] = (new_tab(browser, faults=faults, scheme=scheme), faults)
            page, faults = tabs[scheme]
        seen.append(faults)
        return go(page, url, **size)

    yield visit
    for page in opened:
        page.context.close()
    for page, _faults in tabs.values():
        page.goto("about:blank")
    complaints = [fault for faults in seen for fault in faults.seen]
    for faults in seen:
        faults.seen.clear()
    assert complaints == []


@pytest.fixture
def visit(visit_at: Callable, server: str) -> Callable:
    """Open a path of this worker's server."""
    return lambda path, **how: visit_at(server + path, **how)
