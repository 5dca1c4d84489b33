"""Themes: a bar or a cell says its own number, and what is withheld says nothing."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from maturity.charts.theme_grid import theme_grid
from maturity.charts.themes import ROOM, themes

WORDS = {"title": "Barrierer", "source": "Kilde: oppdiktet", "invented": True}
BARS = pd.DataFrame(
    {
        "theme": ["Økonomi", "Tid og kapasitet"],
        "shared": [12, 5],
        "kommuner": [19, 18],
        "people": [30, 6],
    }
)


def grid(columns: list[str]) -> pd.DataFrame:
    """Two themes in these columns; the last column is withheld."""
    rows = [
        (theme, column, count, 20) if column != columns[-1] else (theme, column, pd.NA, pd.NA)
        for theme, count in (("Økonomi", 18), ("Kompetanse", 3))
        for column in columns
    ]
    frame = pd.DataFrame(rows, columns=["theme", "column", "count", "of"])
    frame["label"] = [f"{theme} {column}" for theme, column, *_rest in rows]
    return frame.astype({"count": "Int64", "of": "Int64"})


@pytest.mark.parametrize("dark", [False, True])
def test_a_bar_is_as_long_as_the_kommuner_are_many_and_says_of_how_many(dark: bool):
    drawn = themes(BARS, k=20, dark=dark, **WORDS)
    (bars,) = drawn.to_dict()["data"]
    assert bars["x"] == [12, 5]
    assert bars["text"] == ["12 av 20", "5 av 20"]
    assert drawn.layout.yaxis.showline, "between a name and «0 av 20»"
    assert "valgt 30 ganger" in bars["hovertext"][0]
    assert go.Figure(drawn.to_dict()).to_dict()["data"] == drawn.to_dict()["data"]


@pytest.mark.parametrize("k", [12, 23, 41])
def test_the_scale_ends_with_all_kommuner_and_not_with_the_longest_bar(k: int):
    low, high = themes(BARS, k=k, dark=False, **WORDS).to_dict()["layout"]["xaxis"]["range"]
    assert low == 0
    assert high == pytest.approx(k * ROOM)


def test_no_theme_is_no_bar():
    (bars,) = themes(BARS.iloc[:0], k=0, dark=False, **WORDS).to_dict()["data"]
    assert bars["x"] == []


@pytest.mark.parametrize("dark", [False, True])
def test_a_withheld_cell_says_few_and_holds_no_number(dark: bool):
    drawn = theme_grid(grid(["Salten", "Lofoten", "Ofoten"]), dark=dark, **WORDS)
    (cells,) = drawn.to_dict()["data"]
    assert cells["text"] == ["18", "18", "få", "3", "3", "få"]
    assert cells["marker"]["color"][0] != cells["marker"]["color"][3], "a larger share, a shade"
    assert cells["marker"]["color"][2] == cells["marker"]["color"][5]
    assert go.Figure(drawn.to_dict()).to_dict()["data"] == drawn.to_dict()["data"]


def test_the_names_of_many_columns_stand_upright():
    few = theme_grid(grid([f"K{at}" for at in range(3)]), dark=False, **WORDS).to_dict()
    many = theme_grid(grid([f"K{at}" for at in range(24)]), dark=False, **WORDS).to_dict()
    assert few["layout"]["xaxis"]["tickangle"] == 0
    assert many["layout"]["xaxis"]["tickangle"] == -90
