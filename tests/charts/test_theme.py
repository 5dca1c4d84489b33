"""The frame around every figure, and its toolbar."""

import pytest

from maturity.charts import theme


def frame(**changes):
    words = {"title": "Evner i dag", "source": "Modul 2.", "invented": False, "dark": False}
    return theme.layout(**{**words, "drawing": 300, **changes})


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Økosystem-tankesett", "Økosystem-<br>tankesett"),
        ("Kompetansebygging", "Kompetanse-<br>bygging"),
        ("Forretningsperspektiv og økosystemer", "Forretnings-<br>perspektiv og<br>økosystemer"),
        ("Datadrevet", "Datadrevet"),
        ("", ""),
    ],
)
def test_names_break_at_blanks_hyphens_and_seams(name, lines):
    assert theme.wrap(name, width=15) == lines


def test_a_word_that_fits_is_not_parted():
    assert theme.wrap("Kompetansebygging", width=18) == "Kompetansebygging"


def test_title_and_source_are_within_a_telephone():
    layout = frame(
        title="Evner til digital transformasjon " * 3, source="Kartlegging i modul 2 " * 8
    )
    heading = layout.title.text.replace("<b>", "").replace("</b>", "")
    assert max(map(len, heading.split("<br>"))) <= theme.NARROW
    assert max(map(len, layout.annotations[0].text.split("<br>"))) <= theme.FINE_PRINT


def test_room_grows_with_title_and_source():
    short, long = frame(), frame(title="Ord " * 30, source="Ord " * 60)
    assert long.margin.t > short.margin.t
    assert long.margin.b > short.margin.b
    assert short.height == short.margin.t + 300 + short.margin.b


def test_invented_data_are_said_inside_the_figure():
    assert "Eksempeldata" in frame(invented=True).title.text
    assert "Eksempeldata" not in frame(invented=False).title.text


def test_numbers_are_norwegian():
    assert frame().separators == ",\N{NO-BREAK SPACE}"


def test_dark_figure_paints_the_dark_page():
    assert frame(dark=True).paper_bgcolor != frame(dark=False).paper_bgcolor


def test_toolbar_has_two_buttons_in_norwegian():
    config = theme.config(filename="Evner, i dag: Bodø")
    assert config["modeBarButtons"] == [["toImage", "downloadJson"]]
    assert config["displaylogo"] is False
    assert config["toImageButtonOptions"]["filename"] == "evner-i-dag-bodo"
    words = config["locales"][config["locale"]]["dictionary"]
    assert words["Download plot as a PNG"] == "Last ned figuren som bilde (PNG)"
    assert words["Download plot as JSON"] == "Last ned figuren som tegning (SVG)"


def test_toolbar_follows_the_reader(monkeypatch):
    monkeypatch.setattr(theme, "current", lambda: "en")
    config = theme.config(filename="x")
    assert config["locale"] == "en"
    assert set(config["locales"]) == {"en"}
