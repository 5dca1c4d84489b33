"""Heat map: every cell a number on the instrument's scale, and nothing of what is withheld."""

import pandas as pd
import pytest
from scores_frame import CAPABILITIES, WORDS

from maturity.charts.heat_map import GAPS, heat_map, shade

KEYS = list(CAPABILITIES.by_key)
NAMES = {"1804": "Bodø", "1816": "Vevelstad", "1806": "Narvik"}


def frame():
    rows = []
    for code, name in NAMES.items():
        for at, key in enumerate(KEYS):
            few, silent = code == "1816", code == "1806"
            rows.append(
                {
                    "kommune": code,
                    "name": name,
                    "dimension": key,
                    "mean": float("nan") if few or silent else 1 + at * 0.3,
                    "withheld": "min_respondents" if few else None,
                    "label": f"{name} {key}",
                }
            )
    return pd.DataFrame(rows)


def draw(rows=None, *, aspect="now", groups=(("Salten", ["1804"]), ("", ["1816", "1806"])), **more):
    return heat_map(
        frame() if rows is None else rows,
        instrument=CAPABILITIES,
        aspect=aspect,
        groups=groups,
        **{**WORDS, "dark": False, **more},
    )


def cells(figure, code):
    (trace,) = figure.data
    return {own[1]: at for at, own in enumerate(trace["customdata"]) if own[0] == code}


@pytest.mark.parametrize("dark", [False, True])
def test_a_cell_says_its_number_and_stands_in_its_dimension_s_column(dark):
    figure = draw(dark=dark)
    (trace,) = figure.data
    own = cells(figure, "1804")
    assert list(own) == KEYS
    assert [trace["text"][at] for at in own.values()][:3] == ["1,0", "1,3", "1,6"]
    columns = [trace["x"][at] for at in own.values()]
    assert columns == sorted(columns) == list(figure.layout.xaxis.tickvals)


def test_a_withheld_cell_says_few_is_hatched_and_holds_no_number():
    figure = draw()
    (trace,) = figure.data
    few = cells(figure, "1816")
    assert len(few) == len(KEYS)
    assert {trace["text"][at] for at in few.values()} == {"få"}
    assert {trace["marker"]["pattern"]["shape"][at] for at in few.values()} == {"/"}
    assert {trace["marker"]["pattern"]["shape"][at] for at in cells(figure, "1804").values()} == {
        ""
    }


def test_what_is_not_answered_has_no_cell():
    assert cells(draw(), "1806") == {}


def test_headings_stand_above_their_kommuner():
    labels = draw().layout.yaxis.ticktext
    assert list(labels) == ["<b>Salten</b>", "Bodø", "Vevelstad", "Narvik"]


def test_the_shade_follows_the_scale_and_not_the_data():
    rows = frame()
    alone = rows[rows["dimension"] == KEYS[0]]
    (one,), (among,) = draw(alone).data, draw(rows).data
    assert one["marker"]["color"][0] == among["marker"]["color"][0]
    on = {"instrument": CAPABILITIES, "dark": False}
    low, high = (shade(value, aspect="now", **on) for value in (1.0, 5.0))
    assert low != high


@pytest.mark.parametrize("dark", [False, True])
def test_a_gap_is_signed_and_a_target_below_today_has_a_colour_of_its_own(dark):
    rows = frame().assign(mean=lambda it: it["mean"] - 1.3)
    (trace,) = draw(rows, aspect="gap", dark=dark).data
    assert list(trace["text"][:3]) == ["−0,3", "0,0", "+0,3"]
    on = {"instrument": CAPABILITIES, "aspect": "gap", "dark": dark}
    shades = [shade(value, **on) for value in (-1.5, -0.5, *GAPS)]
    assert len(set(shades)) == len(shades)


def test_nothing_in_gives_an_empty_map():
    (trace,) = draw(frame().iloc[:0], groups=()).data
    assert len(trace["x"]) == 0
