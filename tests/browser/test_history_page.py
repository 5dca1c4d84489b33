"""The history by the keyboard alone: two versions compared, an earlier one opened, and back."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visits import drawn

pytestmark = pytest.mark.browser


def press(page, name):
    """Come to a button by Tab and press it, however far it is."""
    button = page.get_by_role("button", name=name)
    button.wait_for()
    page.keyboard.press("Tab")
    for _ in range(60):
        if button.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    else:
        raise AssertionError(f"Tab does not come to {name}")
    page.keyboard.press("Enter")


def test_versions_are_compared_and_opened_by_the_keyboard(visit):
    page = visit("/innlesinger", fresh=True)
    press(page, "Sammenlign versjonene")
    page.get_by_text("Skår før og etter").first.wait_for()
    assert Axe().run(page).violations_count == 0
    press(page, "Åpne versjonen")
    banner = page.get_by_text("Dataversjon 3, slik den var.")
    banner.wait_for()
    page.get_by_test_id("stTopNavLink").filter(has_text=re.compile("Metode$")).press("Enter")
    page.wait_for_url("**/metode*")
    drawn(page)
    banner.wait_for()
    page.get_by_text("Dataversjon 3. Hver innlesing gir en ny versjon.").wait_for()
    assert Axe().run(page).violations_count == 0
    press(page, "Tilbake til den nyeste")
    banner.wait_for(state="detached")
    page.get_by_text("Dataversjon 4. Hver innlesing gir en ny versjon.").wait_for()
