"""The gathering pack in a real Chromium with the network cut, opened as a file."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from maturity.exports.pack import write_pack
from tests.browser.legible import CLASHING, SMALLEST
from tests.browser.visits import Faults, new_tab
from tests.exports import views as made

pytestmark = pytest.mark.browser

# A module's figures are the tall ones: each comes in parts.
VIEWS = [
    made.staircase(),
    made.radar(),
    made.heat_map(),
    made.spread(),
    made.profile_multiples(),
    made.dumbbell(),
    made.themes(),
]
LAST = f"v{len(VIEWS)}"
ON = "section.on"
SHOWN = "document.querySelector('section.on').id"
INSIDE = """() => {
  const sheet = document.querySelector('section.on .sheet').getBoundingClientRect();
  const foot = document.querySelector('section.on footer').getBoundingClientRect();
  return sheet.left >= 0 && sheet.right <= innerWidth && sheet.bottom <= foot.top + 1
    && foot.bottom <= innerHeight;
}"""


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    path = tmp_path_factory.mktemp("pack") / "Nordland i dag.html"
    path.write_bytes(write_pack(VIEWS, title="Nordland i dag", base_address="https://x.no/"))
    return path


@pytest.fixture
def opened(browser, pack):
    """Open the pack with the network cut; afterwards it may have complained of nothing."""
    faults, tabs = Faults(), []

    def open_at(width, height):
        page = new_tab(browser, faults=faults, scheme="light")
        tabs.append(page)
        page.context.set_offline(True)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(pack.as_uri())
        page.wait_for_function("document.fonts.status === 'loaded'")
        return page

    yield open_at
    for page in tabs:
        page.context.close()
    assert [fault for fault in faults.seen if "file://" not in fault] == []


def test_the_keyboard_walks_through_it_on_a_large_screen(opened):
    page = opened(1920, 1080)
    walk = {"End": LAST, "Home": "v0", "ArrowRight": "v1", "PageDown": "v2", "PageUp": "v1"}
    for key, view in walk.items():
        page.keyboard.press(key)
        assert page.evaluate(SHOWN) == view
    assert page.evaluate("document.activeElement.id") == "h1"
    page.keyboard.press("ArrowLeft")
    last = int(page.locator("#count").inner_text().split(" / ")[1])
    assert last > len(VIEWS) + 1
    assert page.evaluate(SMALLEST, ON) >= 24
    for at in range(2, last + 1):
        page.keyboard.press("PageDown")
        assert page.locator("#count").inner_text() == f"{at} / {last}"
        page.wait_for_selector("section.on .main-svg")
        assert page.evaluate(INSIDE), at
        assert page.evaluate(SMALLEST, ON) >= 24, at
        assert page.evaluate(CLASHING, ON) == [], at
    page.locator("section.on summary").nth(1).click()
    assert page.evaluate(SMALLEST, ON) >= 24
    page.keyboard.press("b")
    assert page.locator("#black").is_visible()
    page.keyboard.press("ArrowLeft")  # any key brings the view back, and does no more
    assert not page.locator("#black").is_visible()
    assert page.evaluate(SHOWN) == LAST
    page.keyboard.press("l")
    page.locator("dialog a", has_text="radar").click()
    assert page.evaluate(SHOWN) == "v2"
    assert page.evaluate("location.hash") == "#v2"
    for _part in range(2):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("location.hash") == "#v3.2"
    assert page.locator("section.on .part").inner_text() == " – del 2 av 4"
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_on_a_telephone_the_views_stand_below_one_another(opened):
    page = opened(390, 844)
    assert page.locator("section.view").count() == len(VIEWS) + 1
    for view in page.locator("section.view").all()[1:]:
        view.scroll_into_view_if_needed()
        assert view.is_visible()
        view.locator(".main-svg").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("summary").first.click()
    assert page.locator("table").first.is_visible()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
