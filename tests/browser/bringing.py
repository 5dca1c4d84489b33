"""A file brought to /innlesing in a real browser, and what is asked there answered."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from maturity.settings import ROOT
from tests.browser.visits import drawn

SAMPLES = ROOT / "tests" / "samples" / "formats"
LONG = 30_000


def bring(page: Page, name: str | Path) -> None:
    path = SAMPLES / name  # which is the path itself, where it is a whole one
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(path)
    expect(page.get_by_role("heading", name=path.name)).to_be_visible(timeout=LONG)
    drawn(page)


def choose(page: Page, label: str, option: str | re.Pattern[str], *, wait: bool = True) -> None:
    box = page.get_by_role("combobox", name=re.compile(label))
    box.scroll_into_view_if_needed()  # by itself: a page that scrolls closes the list
    box.click()
    page.get_by_role("option", name=option).click()
    if wait:
        drawn(page)
