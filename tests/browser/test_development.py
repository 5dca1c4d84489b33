"""Utvikling in a browser: the first screen answers, choices are kept, nothing is out of reach."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visits import drawn, named

pytestmark = pytest.mark.browser

FIRST = "/utvikling?fra=organisasjon-forarbeid&til=ledelse-forarbeid&k=1804"


@pytest.mark.parametrize("path", ["/utvikling", f"{FIRST}&rammeverk=modenhet-5gen"])
def test_the_first_screen_of_a_desk_holds_the_finding_and_every_row(visit, path):
    page = visit(path, width=1280, height=800)
    lead = page.locator(".lead").bounding_box()
    assert lead["y"] + lead["height"] < 400
    lowest = page.evaluate(
        "() => Math.max(...[...document.querySelector('.js-plotly-plot')"
        ".querySelectorAll('.scatterlayer .point')].map(it => it.getBoundingClientRect().bottom))"
    )
    assert 400 < lowest < 780


def test_a_telephone_shows_the_finding_before_the_choices_and_never_scrolls_sideways(visit):
    page = visit(FIRST, width=390, height=844)
    lead = page.locator(".lead").bounding_box()
    assert lead["y"] + lead["height"] < 844
    choice = page.get_by_role("combobox", name=named("rammeverk")).first.bounding_box()
    assert choice["y"] > lead["y"]
    wide = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return main.scrollWidth - main.clientWidth }"
    )
    assert wide <= 0


def test_choosing_another_kommune_draws_its_line_and_completes_the_address(visit):
    page = visit(FIRST)
    legend = page.locator(".js-plotly-plot").nth(1).locator(".legendtext")
    assert legend.all_text_contents()[0] == "Bodø"
    box = page.get_by_role(
        "combobox", name=re.compile(r"^(Selected .*)?Kommune|Kommune", re.I)
    ).first
    box.click()
    box.fill("Rana")
    box.press("Enter")
    page.wait_for_url("**k=1833*")
    drawn(page)
    page.wait_for_function(
        "() => document.querySelectorAll('.js-plotly-plot')[1]"
        ".querySelector('.legendtext').textContent === 'Rana'"
    )
    page.go_back()
    page.wait_for_function(
        "() => document.querySelectorAll('.js-plotly-plot')[1]"
        ".querySelector('.legendtext').textContent === 'Bodø'"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [FIRST, "/utvikling?k=1816&gruppe=region:Ofoten"])
def test_axe_finds_no_violation_with_everything_opened(visit, path, scheme):
    page = visit(path, scheme=scheme)
    for at in range(page.locator("details summary").count()):
        page.locator("details summary").nth(at).click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
