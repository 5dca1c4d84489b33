"""Choosing redraws the radar, and a copied address shows the same."""

import csv
import re

import pytest
from playwright.sync_api import expect

from tests.browser.visits import RADAR, drawn, named

pytestmark = pytest.mark.browser

EVERYTHING = (
    "/sammenlign?rammeverk=modenhet-5gen&kartlegging=ledelse-forarbeid&kommune=1804&kommune=1833&gruppe=nordland"
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
    assert "Rana" in legend(page)


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
    assert legend(copy) == legend(page) == ["Bodø", "Rana", "Nordland"]


def test_back_and_forward_walk_through_the_choices(visit):
    page = visit("/sammenlign?kommune=1841")
    today, gap = (page.get_by_role("radio", name=name) for name in ("I dag", "Avstand til målet"))
    page.get_by_text("Avstand til målet", exact=True).click()
    page.wait_for_url("**aspekt=gap*")
    drawn(page)
    page.go_back()
    expect(today).to_be_checked()
    assert page.url.endswith("/sammenlign?kommune=1841")
    page.go_forward()
    expect(gap).to_be_checked()
    drawn(page)
    assert legend(page) == ["Fauske", "Nordland"]


def test_fast_choices_are_all_kept(visit):
    page = visit("/sammenlign?kommune=1841")
    for name in ("Om tre år", "Profil", "Avstand til målet", "Tabell"):
        page.get_by_text(name, exact=True).first.click()
    page.wait_for_url("**aspekt=gap*visning=tabell*")
    drawn(page)
    for name in ("Avstand til målet", "Tabell"):
        expect(page.get_by_role("radio", name=name)).to_be_checked()


def test_the_toolbar_takes_the_chart_as_png_and_as_svg(visit, tmp_path):
    page = visit("/sammenlign?kommune=1841&gruppe=nordland")
    drawn(page)
    page.locator(".js-plotly-plot").hover()
    for name, end, begin in (("PNG", ".png", b"\x89PNG"), ("SVG", ".svg", b"<svg")):
        with page.expect_download() as started:
            page.get_by_role("button", name=f"({name})").click()
        assert re.fullmatch(r"evner-[a-z0-9-]+", started.value.suggested_filename.removesuffix(end))
        started.value.save_as(tmp_path / f"figure{end}")
        assert (tmp_path / f"figure{end}").read_bytes().startswith(begin)


@pytest.mark.parametrize(
    ("lang", "take", "button", "heading"),
    [
        ("nb", "Ta med deg", r"CSV \(norsk", "Serie"),
        ("en", "Take with you", r"CSV \(Norw", ""),
    ],
)
def test_a_file_holds_what_is_shown_in_the_readers_language(
    visit, tmp_path, lang, take, button, heading
):
    page = visit(f"/sammenlign?kommune=1841&gruppe=region:Salten&visning=tabell&lang={lang}")
    page.get_by_role("button", name=named(take)).click()
    with page.expect_download() as started:
        page.get_by_role("button", name=named(button)).click()
    assert re.fullmatch(r"[a-z0-9-]+-10-3-[a-z0-9-]+-\d+\.csv", started.value.suggested_filename)
    started.value.save_as(tmp_path / "file.csv")
    text = (tmp_path / "file.csv").read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert rows[0][0].startswith(heading)
    table = page.locator(".scores table")
    shown = table.locator("thead th").all_text_contents()[1:]
    assert list(dict.fromkeys(row[0] for row in rows[1:])) == shown == ["Fauske", "Salten"]
    assert len(rows) - 1 == table.locator("td").count()
    written = [f"{float(row[5].replace(',', '.')):.1f}" for row in rows[1:]]
    columns = len(shown)
    cells = [text.replace(",", ".") for text in table.locator("td b").all_text_contents()]
    assert written == [
        cells[at] for start in range(columns) for at in range(start, len(cells), columns)
    ]


def test_on_a_phone_the_chart_stands_between_the_choices(visit):
    page = visit("/sammenlign?kommune=1841", width=390, height=844)
    chart = page.get_by_test_id("stPlotlyChart").bounding_box()
    assert chart["y"] < 844 / 2 + 60, "its title and legend are seen without scrolling"
    below = page.get_by_role("combobox", name=named("rammeverk")).first.bounding_box()
    assert below["y"] > chart["y"]


def test_the_first_screen_of_a_desk_shows_the_radar(visit):
    page = visit("/sammenlign?kommune=1841&kommune=1833", width=1280, height=800)
    circle = page.locator(".polarlayer .polar").first.bounding_box()
    assert circle["y"] + circle["height"] <= 800


def legend(page):
    """The names in the legend of the first figure; `inner_text` knows no names in a drawing."""
    return page.locator(".legendtext").all_text_contents()


def copied(page):
    """The address of a page, without the server."""
    return page.url.removeprefix(page.evaluate("location.origin"))
