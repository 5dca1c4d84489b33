"""The tiles: one for each kommune, where one would look for it."""

import pandas as pd
import plotly.graph_objects as go
import pytest
from scores_frame import WORDS

from maturity.charts.colours import contrast
from maturity.charts.tile_map import STEPS, tile_map, tiles
from maturity.reference import reference

KOMMUNER = reference().kommuner


def frame():
    return pd.DataFrame(
        [
            {"kommune": k.kommune, "name": k.name, "value": at % 5, "label": f"<b>{k.name}</b>"}
            for at, k in enumerate(KOMMUNER.values())
        ]
    ).astype({"value": "Int64"})


def draw(rows=None, **changes):
    words = {**WORDS, "dark": False, **changes}
    return tile_map(frame() if rows is None else rows, **words)


def test_every_kommune_has_a_tile_of_its_own():
    assert set(tiles()) == set(KOMMUNER)
    assert len({(tile.column, tile.row) for tile in tiles().values()}) == 41


def test_tiles_carry_the_kommune_s_name():
    for kommune, tile in tiles().items():
        assert tile.lines.replace("-<br>", "") == KOMMUNER[kommune].name


def test_tiles_lie_roughly_where_the_kommuner_do():
    places = pd.DataFrame(
        [
            {"row": t.row, "column": t.column, "lat": KOMMUNER[k].lat, "lon": KOMMUNER[k].lon}
            for k, t in tiles().items()
        ]
    )
    order = places.rank()
    assert order["row"].corr(order["lat"]) < -0.95
    assert order["column"].corr(order["lon"]) > 0.85
    assert tiles()["1871"].row == 0  # Andøy, the northernmost
    assert tiles()["1811"].row == places["row"].max()  # Bindal, the southernmost
    assert tiles()["1856"].column == 0  # Røst, far out


@pytest.mark.parametrize(
    ("one", "other"),
    [("1804", "1845"), ("1853", "1806"), ("1860", "1859"), ("1833", "1832"), ("1813", "1812")],
)
def test_neighbours_stay_neighbours(one, other):
    a, b = tiles()[one], tiles()[other]
    assert abs(a.column - b.column) + abs(a.row - b.row) == 1


def test_all_tiles_are_equal_and_a_click_tells_which():
    (bars,) = draw().data
    assert bars.width == bars.y[0]
    assert set(bars.y) == {bars.width}
    assert [row[0] for row in bars.customdata] == list(KOMMUNER)


def test_the_number_is_written_and_not_only_coloured():
    (bars,) = draw().data
    for at, text in enumerate(bars.text):
        assert text.endswith(f"<b>{at % 5}</b>")
        assert bars.marker.color[at] == STEPS[False][at % 5]


@pytest.mark.parametrize("dark", [False, True])
def test_the_words_on_every_step_can_be_read(dark):
    (bars,) = draw(dark=dark).data
    pairs = zip(bars.marker.color, bars.textfont.color, strict=True)
    assert min(contrast(fill, ink) for fill, ink in pairs) >= 4.5


def test_an_unknown_number_is_none_and_an_unknown_kommune_fails():
    rows = frame()
    rows.loc[0, "value"] = pd.NA
    assert draw(rows).data[0].text[0].endswith("<b>0</b>")
    rows.loc[0, "kommune"] = "0301"
    with pytest.raises(KeyError, match="0301"):
        draw(rows)


def test_invented_data_carry_the_word():
    assert "Eksempeldata" in draw(invented=True).layout.title.text


def test_name_and_number_take_two_lines():
    assert {text.count("<br>") for text in draw().data[0].text} == {1}


@pytest.mark.parametrize("dark", [False, True])
def test_every_property_is_one_of_plotlys(dark):
    figure = draw(dark=dark)
    assert go.Figure(figure.to_dict()).to_dict()["data"] == figure.to_dict()["data"]
