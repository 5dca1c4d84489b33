"""Choosing redraws the radar, and a copied address shows the same."""

import pytest

from tests.browser.visits import RADAR, drawn, named

pytestmark = pytest.mark.browser

EVERYTHING = (
    "/sammenlign?rammeverk=modenhet-6gen&kommune=1804&kommune=1833&gruppe=nordland"
    "&gruppe=region:Salten&aspekt=gap&visning={view}&lang=en"
)


def test_choosing_another_kommune_redraws_the_radar(visit):
    page = visit("/sammenlign?kommune=1804")
    before = page.locator(RADAR).count()
    box = page.get_by_role("combobox", name=named("kommune")).first
    box.click()
    box.fill("Rana")
    box.press("Enter")
    page.wait_for_function(
        "([radar, before]) => document.querySelectorAll(radar).length > before", arg=[RADAR, before]
    )
    assert "kommune=1833" in page.url
    assert "Rana" in page.locator(".js-plotly-plot").first.inner_text()


@pytest.mark.parametrize("view", ["radar", "profil", "tabell"])
def test_copied_address_shows_the_same(visit, view):
    first = visit(EVERYTHING.format(view=view))
    text = first.get_by_test_id("stMain").inner_text()
    for chosen in ("Bodø", "Rana", "Salten"):
        assert chosen in text, f"{chosen} was chosen by the address"
    second = visit(copied(first), fresh=True)
    assert second.get_by_test_id("stMain").inner_text() == text
    assert second.url == first.url


def test_address_of_one_choice_made_by_hand_can_be_copied(visit):
    page = visit("/sammenlign")
    box = page.get_by_role("combobox", name=named("kommune")).first
    box.click()
    box.fill("Rana")
    box.press("Enter")
    page.wait_for_url("**kommune=1833*")
    drawn(page)
    copy = visit(copied(page), fresh=True)
    names = ".legendtext"
    assert copy.locator(names).all_inner_texts() == page.locator(names).all_inner_texts()


def copied(page):
    """The address of a page, without the server."""
    return page.url.removeprefix(page.evaluate("location.origin"))
