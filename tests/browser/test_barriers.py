"""Barrierer in a browser: the first screen answers, and a search is one question."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visits import drawn, named

pytestmark = pytest.mark.browser


def test_the_first_screen_of_a_desk_holds_the_sentence_and_every_bar(visit):
    page = visit("/barrierer", width=1280, height=800)
    said = page.get_by_text(named("^Flest deler")).first.bounding_box()
    assert said["y"] + said["height"] < 400
    lowest = page.evaluate(
        "() => Math.max(...[...document.querySelector('.js-plotly-plot')"
        ".querySelectorAll('.barlayer .point')].map(it => it.getBoundingClientRect().bottom))"
    )
    assert 400 < lowest < 790


def test_a_telephone_says_the_sentence_first_and_never_scrolls_sideways(visit):
    page = visit("/barrierer?inndeling=kommune", width=390, height=844)
    said = page.get_by_text(named("^Flest deler")).first.bounding_box()
    assert said["y"] + said["height"] < 844
    wide = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return main.scrollWidth - main.clientWidth }"
    )
    assert wide <= 0


def test_a_search_asks_once_and_is_not_in_the_address(visit):
    page = visit("/barrierer")
    box = page.get_by_role("textbox", name=named("søk"))
    above = page.get_by_text(named(r"^\d+ kommentarer"))
    before = above.inner_text()
    box.press_sequentially("regelverket")
    page.wait_for_timeout(700)
    assert above.inner_text() == before, "a word half written asks for nothing"
    box.press("Enter")
    page.wait_for_function(
        "before => ![...document.querySelectorAll('[data-testid=stText]')]"
        ".some(it => it.innerText.trim() === before.trim())",
        arg=before,
    )
    drawn(page)
    texts = page.locator("ul.comments li").all_inner_texts()
    assert texts
    assert all("regelverket" in text.lower() for text in texts)
    assert "regelverket" not in page.url.lower()


@pytest.mark.parametrize("path", ["/barrierer?type=opportunity", "/metode"])
def test_axe_finds_nothing(visit, path):
    page = visit(path)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_words_beside_a_bar_fit_on_a_telephone(visit):
    page = visit("/barrierer", width=390, height=844)
    most = page.evaluate(
        "() => { const plot = document.querySelector('.js-plotly-plot');"
        " const end = plot.getBoundingClientRect().right;"
        " return Math.max(...[...plot.querySelectorAll('.barlayer text')]"
        ".map(it => it.getBoundingClientRect().right)) - end }"
    )
    assert most <= 0
