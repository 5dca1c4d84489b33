"""Theme grid: how many name a theme, of how many, and nothing of what is withheld."""

import pandas as pd
import pytest
from scores_frame import WORDS

from maturity.charts.theme_grid import UPRIGHT, theme_grid

FRAME = pd.DataFrame(
    {
        "theme": ["Tid", "Tid", "Penger", "Penger"],
        "column": ["Salten", "Lofoten", "Salten", "Lofoten"],
        "count": pd.array([8, None, 0, 1], "Int64"),
        "of": pd.array([8, None, 8, 4], "Int64"),
        "label": ["åtte", "holdt tilbake", "ingen", "én"],
    }
)


def draw(frame=FRAME, **changes):
    return theme_grid(frame, **{**WORDS, "dark": False, **changes})


@pytest.mark.parametrize("dark", [False, True])
def test_a_cell_says_its_count_where_row_and_column_meet(dark):
    figure = draw(dark=dark)
    (cells,) = figure.data
    assert list(cells["text"]) == ["8", "få", "0", "1"]
    assert list(cells["x"]) == [0, 1, 0, 1]
    assert [base + 0.44 for base in cells["base"]] == pytest.approx([0, 0, 1, 1])
    assert list(figure.layout.yaxis.ticktext) == ["Tid", "Penger"]
    assert list(figure.layout.xaxis.ticktext) == ["Salten", "Lofoten"]


@pytest.mark.parametrize("dark", [False, True])
def test_the_shade_is_that_of_the_share_and_a_withheld_cell_has_none(dark):
    (cells,) = draw(dark=dark).data
    all_of_them, withheld, none, few = cells["marker"]["color"]
    assert len({all_of_them, withheld, none, few}) == 4


def test_half_of_few_is_shaded_as_half_of_many():
    rows = FRAME.assign(count=[4, 2, 8, 4], of=[8, 4, 8, 4])
    (cells,) = draw(rows).data
    assert cells["marker"]["color"][0] == cells["marker"]["color"][1]


def test_many_columns_have_upright_names():
    rows = pd.concat([FRAME.assign(column=str(at)) for at in range(UPRIGHT + 1)])
    assert draw(rows).layout.xaxis.tickangle == -90
    assert draw().layout.xaxis.tickangle == 0


def test_nothing_in_gives_an_empty_grid():
    assert len(draw(FRAME.iloc[:0]).data[0]["x"]) == 0


def test_a_fraction_says_what_the_shade_says():
    rows = FRAME.assign(count=[5, 9, 2, 3], of=[6, 13, 4, 6])
    (cells,) = draw(rows, fractions=True).data
    assert list(cells["text"]) == ["5/6", "9/13", "2/4", "3/6"]
    darker, lighter, half, also_half = cells["marker"]["color"]
    assert darker != lighter
    assert half == also_half


def test_turned_the_columns_stand_below_each_other():
    figure = draw(turned=True)
    assert list(figure.layout.yaxis.ticktext) == ["Salten", "Lofoten"]
    assert list(figure.layout.xaxis.ticktext) == ["Tid", "Penger"]
    (cells,) = figure.data
    assert dict(zip(zip(cells["x"], cells["base"], strict=True), cells["text"], strict=True)) == {
        (0, -0.44): "8", (0, 0.56): "få", (1, -0.44): "0", (1, 0.56): "1",
    }  # fmt: skip
