"""The same choices survive a tour of all pages; back and forward walk through it."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.visits import drawn

pytestmark = pytest.mark.browser

MENU = [
    ("Oversikt", "/"),
    ("Kommunen", "/kommune"),
    ("Sammenlign", "/sammenlign"),
    ("Modul", "/modul"),
    ("Utvikling", "/utvikling"),
    ("Barrierer og muligheter", "/barrierer"),
    ("Samarbeid", "/samarbeid"),
    ("Metode", "/metode"),
]
ADDRESS = (
    "/sammenlign?kommune=1841&kommune=1833&gruppe=region%3ASalten&rammeverk=evner-10%2B3"
    "&kartlegging=ledelse-forarbeid"
)


def choose(page, name):
    """Follow the menu, which keeps what does not fit behind a button on a narrow screen."""
    page.get_by_test_id("stTopNavLink").filter(has_text=re.compile(f"{name}$")).click()


def asked(page):
    return parse_qs(urlsplit(page.url).query)


def test_what_was_chosen_stands_in_the_address_of_every_page(visit):
    page = visit(ADDRESS, fresh=True, width=1920, height=1080)
    for name, path in [*MENU, MENU[2]]:
        choose(page, name)
        page.wait_for_url(lambda url, path=path: urlsplit(url).path == path)
        drawn(page)
        page.wait_for_timeout(300)
        found = asked(page)
        if path in ("/kommune", "/samarbeid"):
            assert found["k"] == ["1841"], path
        if path == "/sammenlign":
            assert found["kommune"] == ["1841", "1833"]
            assert found["gruppe"] == ["region:Salten"]
        if path in ("/kommune", "/sammenlign", "/modul", "/samarbeid"):
            assert found["kartlegging"] == ["ledelse-forarbeid"], path
        if path in ("/sammenlign", "/modul", "/utvikling"):
            assert found["rammeverk"] == ["evner-10+3"], path
    assert "Fauske" in page.get_by_test_id("stMultiSelect").first.inner_text()


def test_back_and_forward_walk_from_page_to_page(visit):
    page = visit(ADDRESS, fresh=True, width=1920, height=1080)
    choose(page, "Kommunen")
    page.wait_for_url("**/kommune?*k=1841*")
    drawn(page)
    choose(page, "Modul")
    page.wait_for_url("**/modul?*")
    drawn(page)
    page.go_back()
    page.wait_for_url("**/kommune?*k=1841*")
    drawn(page)
    assert "Fauske" in page.get_by_role("heading", level=1).inner_text()
    page.go_back()
    page.wait_for_url("**/sammenlign?*")
    drawn(page)
    assert asked(page)["kommune"] == ["1841", "1833"]
    page.go_forward()
    page.wait_for_url("**/kommune?*k=1841*")
    drawn(page)
    assert "Fauske" in page.get_by_role("heading", level=1).inner_text()


def test_a_choice_made_on_one_page_is_the_others_too(visit):
    page = visit("/kommune?k=1841", fresh=True, width=1920, height=1080)
    box = page.get_by_role("combobox", name="Kommune")
    box.click()
    box.fill("1833")
    box.press("Enter")
    page.wait_for_url("**k=1833*")
    drawn(page)
    choose(page, "Samarbeid")
    page.wait_for_url("**/samarbeid?*k=1833*")
    drawn(page)
    choose(page, "Sammenlign")
    page.wait_for_url("**/sammenlign?*kommune=1833*")
    drawn(page)
    assert "Rana" in page.get_by_test_id("stMultiSelect").first.inner_text()
