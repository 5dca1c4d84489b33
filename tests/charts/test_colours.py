"""Colours keep their distance from the page and from each other."""

import tomllib

import pytest

from maturity.charts import colours, tile_map
from maturity.settings import ROOT

THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
KINDS = [["kommune"] * own + ["group"] * (5 - own) for own in range(6)]


def test_contrast_of_black_on_white_is_the_greatest():
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
def test_every_series_stands_out_from_the_page(dark):
    page = colours.palette(dark=dark)
    for kinds in (["kommune"] * 5, ["group"] * 5):
        for style in colours.styles(kinds, dark=dark):
            assert colours.contrast(style.colour, page.background) >= 3
            assert colours.contrast(style.colour, page.surface) >= 3


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kinds", KINDS, ids=" ".join)
def test_five_series_differ_in_colour_dash_and_marker(kinds, dark):
    styles = colours.styles(kinds, dark=dark)
    assert len({style.colour for style in styles}) == 5
    assert len({style.dash for style in styles}) == 5
    assert len({style.marker for style in styles}) == 5


def test_six_series_are_refused():
    with pytest.raises(ValueError, match="6 series"):
        colours.styles(["kommune"] * 6, dark=False)


@pytest.mark.parametrize("dark", [False, True])
def test_texts_can_be_read(dark):
    page = colours.palette(dark=dark)
    for text in (page.text, page.muted, page.notice):
        assert colours.contrast(text, page.background) >= 4.5
        assert colours.contrast(text, page.surface) >= 4.5
    for fill in tile_map.STEPS[dark]:
        assert colours.contrast(colours.ink(fill), fill) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_page_and_figures_have_the_same_colours(dark):
    page, settings = colours.palette(dark=dark), THEME["dark" if dark else "light"]
    assert settings["backgroundColor"] == page.background
    assert settings["secondaryBackgroundColor"] == page.surface
    assert settings["textColor"] == page.text
    own = [style.colour for style in colours.styles(["kommune"] * 5, dark=dark)]
    assert settings["chartCategoricalColors"] == own


@pytest.mark.parametrize(("mode", "as_text"), [("light", 4.5), ("dark", 3)])
def test_links_and_buttons_can_be_read(mode, as_text):
    """Streamlit writes white on the primary colour, so on a dark page it cannot be light too."""
    settings = THEME[mode]
    assert colours.contrast(settings["primaryColor"], "#ffffff") >= 4.5
    for surface in ("backgroundColor", "secondaryBackgroundColor"):
        assert colours.contrast(settings["primaryColor"], settings[surface]) >= as_text
        assert colours.contrast(settings["linkColor"], settings[surface]) >= 4.5


def test_the_fonts_lie_where_the_theme_says():
    for face in THEME["fontFaces"]:
        assert (ROOT / face["url"].removeprefix("app/")).is_file()
