"""Kommunen: the sentences lead to their sections, by mouse and keyboard, without a new page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visits import drawn, named

pytestmark = pytest.mark.browser

PAGE = "/kommune?k=1804"
SENTENCES = {"maal": "Veien til målet", "evner": "Evnene", "enighet": ""}
NOW_HERE = "window.notReloaded = true"
IN_SIGHT = """id => {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.top >= 0 && box.top < innerHeight;
}"""


def sentence(page, anchor):
    return page.locator(f'nav.said a[href="#{anchor}"]')


@pytest.mark.parametrize("anchor", SENTENCES)
@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_sentence_leads_to_its_section_without_a_new_page(visit, anchor, by):
    page = visit(PAGE)
    page.evaluate(NOW_HERE)
    if by == "mouse":
        sentence(page, anchor).click()
    else:
        sentence(page, anchor).focus()
        page.keyboard.press("Enter")
    page.wait_for_function(IN_SIGHT, arg=anchor)
    assert page.url.endswith(f"#{anchor}")
    assert "k=1804" in page.url
    assert page.evaluate("window.notReloaded") is True
    assert SENTENCES[anchor] in page.locator(f"#{anchor}").inner_text()


def test_the_sentences_come_after_the_choices_on_the_keyboards_way(visit):
    page = visit(PAGE)
    page.get_by_role("combobox", name=named("sammenlign med")).first.focus()
    passed = []
    for _press in range(4):
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.getAttribute('href')"))
    assert [f"#{anchor}" for anchor in SENTENCES] == [it for it in passed if it][:3]


def test_going_back_from_a_section_keeps_the_kommune(visit):
    page = visit("/kommune?k=1833")
    sentence(page, "maal").click()
    page.wait_for_url("**#maal")
    page.go_back()
    page.wait_for_url(lambda url: "#" not in url)
    drawn(page)
    assert page.get_by_role("heading", level=1).inner_text().startswith("Hvor står Rana")


def test_the_first_screen_of_a_desk_says_where_we_stand_and_want_to_be(visit):
    page = visit(PAGE, width=1280, height=800)
    radar = page.locator(".polarlayer .polar").first.bounding_box()
    assert radar["y"] + radar["height"] <= 800
    for anchor in SENTENCES:
        box = sentence(page, anchor).bounding_box()
        assert box["y"] + box["height"] <= 800
    stairs = page.locator(".js-plotly-plot .scatterlayer").first.bounding_box()
    assert stairs["y"] + stairs["height"] / 2 <= 800, "most of the steps are seen"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [PAGE, "/kommune?k=1806", "/kommune?k=1816", "/kommune?k=1824&kartlegging=teknologi-forarbeid"],
)
def test_axe_finds_no_violation(visit, path, scheme):
    results = Axe().run(visit(path, scheme=scheme))
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_nothing_reaches_beyond_the_screen(visit, width):
    page = visit(PAGE, width=width, height=844)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
    outside = page.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
          const frame = plot.querySelector('svg.main-svg').getBoundingClientRect();
          return [...plot.querySelectorAll('svg.main-svg text')]
            .filter(text => text.textContent.trim())
            .map(text => [text.textContent, text.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.left < frame.left - 1
              || box.right > frame.right + 1 || box.bottom > frame.bottom + 1))
            .map(([words]) => words);
        })"""
    )
    assert outside == []


def test_the_way_on_from_a_skipped_module_shows_the_last_answered(visit):
    page = visit("/kommune?k=1824&kartlegging=teknologi-forarbeid")
    page.get_by_role("button", name=named("Se svarene fra Modul 3")).press("Enter")
    page.wait_for_url("**kartlegging=strategi-forarbeid*")
    page.wait_for_selector("nav.said")
    drawn(page)
    assert page.get_by_role("heading", level=1).inner_text().startswith("Hvor står Vefsn")
