"""From any kommune of the overview one action leads to its page."""

import pytest

from tests.browser.visits import RADAR, drawn, named

pytestmark = pytest.mark.browser

MAP, HEAT = 0, 2  # the figures' places on the page
BODO, BINDAL = "1804", "1811"  # the second has not answered

# The middle of the bar that carries a kommune, and a survey round where one is asked for.
PLACE = """([place, kommune, round]) => {
  const plot = document.querySelectorAll('.js-plotly-plot')[place];
  const at = plot.data[0].customdata.findIndex(
    ([first, second]) => first === kommune && (!round || second === round));
  const bar = plot.querySelectorAll('.barlayer .point')[at];
  bar.scrollIntoView({block: 'center'});
  const box = bar.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}"""


def click(page, place, kommune, survey_round=""):
    """Click a bar, once the page has come to rest under the mouse."""
    page.evaluate(PLACE, [place, kommune, survey_round])
    page.mouse.click(*page.evaluate(PLACE, [place, kommune, survey_round]))
    page.wait_for_url("**/kommune?*")
    drawn(page)


def chosen(page):
    return page.get_by_role("heading", level=1).inner_text()


@pytest.mark.parametrize(("kommune", "name"), [(BODO, "Bodø"), (BINDAL, "Bindal")])
def test_a_click_on_a_tile_leads_to_its_page(visit, kommune, name):
    page = visit("/")
    click(page, MAP, kommune)
    assert f"k={kommune}" in page.url
    assert name in chosen(page)


def test_a_click_on_a_cell_leads_to_its_survey_round(visit):
    page = visit("/?lang=en")
    click(page, HEAT, BODO, "ledelse-forarbeid")
    assert f"k={BODO}" in page.url
    assert "kartlegging=ledelse-forarbeid" in page.url
    assert "lang=en" in page.url


def test_who_comes_back_can_choose_again(visit):
    page = visit("/")
    click(page, MAP, BODO)
    page.get_by_test_id("stApp").get_by_role("link").filter(has_text="Oversikt").first.click()
    page.wait_for_url(lambda url: "/kommune" not in url)
    drawn(page)
    click(page, MAP, BODO)
    assert "Bodø" in chosen(page)


@pytest.mark.parametrize("words", ["Rana", "1833"])
def test_the_keyboard_alone_leads_to_a_kommune(visit, words):
    page = visit("/")
    page.get_by_role("combobox", name=named("Gå til kommune")).focus()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/kommune?k=1833*")
    drawn(page)
    assert "Rana" in chosen(page)


def test_a_kommune_is_found_by_its_sami_name(visit):
    page = visit("/")
    page.get_by_role("combobox", name=named("Gå til kommune")).focus()
    page.keyboard.type("Hábmer")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kommune?k=1875*")


def test_the_table_leads_to_every_kommune(visit):
    page = visit("/?lang=en")
    page.locator("details summary").first.press("Enter")
    link = page.get_by_role("table").first.get_by_role("link", name="Fauske")
    link.press("Enter")
    page.wait_for_url("**/kommune?k=1841*")
    drawn(page)
    assert "lang=en" in page.url
    assert "Fauske" in chosen(page)


def test_the_first_screen_answers_who_and_where(visit):
    page = visit("/", width=1280, height=800)
    seen = page.evaluate(
        """([map, radar]) => [map, radar].map(what => {
          const box = document.querySelector(what).getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight;
        })""",
        [".js-plotly-plot .barlayer", ".js-plotly-plot .polarlayer .scatterlayer"],
    )
    assert seen == [True, True]
    assert page.get_by_text("24 av 41").first.is_visible()
    assert page.locator(RADAR).count() >= 4
