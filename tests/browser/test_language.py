"""`<html lang>` and the interface's words follow the address."""

import pytest

pytestmark = pytest.mark.browser

LANG = "document.documentElement.lang"


@pytest.mark.parametrize(
    ("query", "code"), [("", "nb"), ("?lang=nb", "nb"), ("?lang=en", "en"), ("?lang=xx", "nb")]
)
def test_lang_of_the_page_follows_the_address(visit, query, code):
    page = visit(f"/sammenlign{query}")
    assert page.evaluate(LANG) == code
    heading = page.get_by_test_id("stMain").get_by_role("heading", level=1).inner_text()
    assert heading.startswith("Compare" if code == "en" else "Sammenlign")


def test_the_way_to_the_other_page_keeps_the_language(visit):
    page = visit("/?lang=en")
    page.get_by_role("link", name="Compare").first.click()
    page.wait_for_url("**/sammenlign*")
    page.wait_for_selector(".polarlayer")
    assert page.evaluate(LANG) == "en"
    assert "lang=en" in page.url
