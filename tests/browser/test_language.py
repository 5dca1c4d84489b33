"""`<html lang>` and the interface's words follow the address."""

import pytest

from tests.browser.visits import named

pytestmark = pytest.mark.browser

LANG = "document.documentElement.lang"


@pytest.mark.parametrize(
    ("query", "code"), [("", "nb"), ("?lang=nb", "nb"), ("?lang=en", "en"), ("?lang=xx", "nb")]
)
def test_lang_of_the_page_follows_the_address(visit, query, code):
    page = visit(f"/sammenlign{query}")
    assert page.evaluate(LANG) == code
    heading = page.get_by_test_id("stMain").get_by_role("heading", level=1).inner_text()
    assert heading == ("How alike are we?" if code == "en" else "Hvor like er vi?")


def test_the_way_to_the_other_page_keeps_the_language(visit):
    page = visit("/?lang=en")
    page.get_by_role("link", name="Compare").first.click()
    page.wait_for_url("**/sammenlign*")
    page.wait_for_selector(".polarlayer")
    assert page.evaluate(LANG) == "en"
    assert "lang=en" in page.url


ENGLISH = """() => [...document.querySelectorAll('[aria-label], [placeholder], [title]')]
  .flatMap(it => ['aria-label', 'placeholder', 'title'].map(name => it.getAttribute(name)))
  .filter(text => /\\b(the|to|of|all|remove|clear|open|close|select|pages|link|value|main)\\b/i
    .test(text ?? ''))"""


def test_what_the_platform_says_is_norwegian_too(visit):
    page = visit("/sammenlign?kommune=1804&kommune=1841&kommune=1833&kommune=1812&kommune=1818")
    assert page.evaluate(ENGLISH) == []
    assert page.get_by_role("button", name="Fjern Bodø").count() == 1
    box = page.get_by_role("combobox", name=named("Kommuner"))
    box.focus()
    page.keyboard.type("Ra")
    page.get_by_text("Du kan velge høyst 5").wait_for()
    page.keyboard.press("Escape")
    page.locator("[aria-label='Fjern Bodø']").press("Enter")
    page.locator("[aria-label='Fjern Bodø']").wait_for(state="detached")
    box.focus()
    page.keyboard.type("xyz")
    page.get_by_text("Ingen treff").wait_for()
    assert page.evaluate(ENGLISH) == []
