"""Who answered when: three states that differ without colour."""

import pandas as pd
import plotly.graph_objects as go
import pytest
from scores_frame import WORDS

from maturity.charts.participation import participation

ROUNDS = ["m1", "m2"]
KOMMUNER = [
    ("1804", "Bodø", "Salten"),
    ("1845", "Sørfold", "Salten"),
    ("1865", "Vågan", "Lofoten"),
    ("1857", "Værøy", "Lofoten"),
]
STATES = {"1804": ("shown", "none"), "1865": ("withheld", "shown")}


def frame(n_withheld=None):
    rows = []
    for kommune, name, region in KOMMUNER:
        for place, code in enumerate(ROUNDS):
            state = STATES.get(kommune, ("none", "none"))[place]
            n = {"shown": 14, "withheld": n_withheld, "none": 0}[state]
            rows.append((kommune, name, region, code, f"Modul {place + 1}", n, state))
    columns = ["kommune", "name", "region", "survey_round", "round_label", "n", "state"]
    return pd.DataFrame(rows, columns=columns).astype({"n": "Int64"})


def draw(rows=None, **changes):
    words = {**WORDS, "rounds": ROUNDS, "dark": False, **changes}
    return participation(frame() if rows is None else rows, **words)


def cells(figure):
    (bars,) = figure.data
    keys = [tuple(row) for row in bars.customdata]
    return {
        key: (text, shape, hover)
        for key, text, shape, hover in zip(
            keys, bars.text, bars.marker.pattern.shape, bars.hovertext, strict=True
        )
    }


def test_the_three_states_differ_without_colour():
    found = cells(draw())
    assert found["1804", "m1"][:2] == ("14", "")
    assert found["1865", "m1"][:2] == ("få", "/")
    assert found["1804", "m2"][:2] == ("", "")


def test_a_withheld_count_is_nowhere_even_if_it_came_along():
    text = draw(frame(n_withheld=2)).to_json()
    hover = cells(draw(frame(n_withheld=2)))["1865", "m1"][2]
    assert hover == "<b>Vågan</b><br>Modul 1<br>holdt tilbake: færre enn 3 svar"
    assert '"2"' not in text
    assert "2 svar" not in text


def test_rows_stand_by_region_and_norwegian_name():
    axis = draw().layout.yaxis
    assert list(axis.ticktext) == [
        "<b>Lofoten</b>",
        "Værøy",
        "Vågan",
        "<b>Salten</b>",
        "Bodø",
        "Sørfold",
    ]
    assert list(axis.tickvals) == sorted(axis.tickvals)
    assert axis.range[0] > axis.range[1]  # the first row on top


def test_columns_follow_the_given_order():
    figure = draw(rounds=["m2", "m1"])
    assert list(figure.layout.xaxis.ticktext) == ["Modul 2", "Modul 1"]
    (bars,) = figure.data
    places = {row[1]: x for row, x in zip(bars.customdata, bars.x, strict=True)}
    assert places == {"m2": 0, "m1": 1}


def test_a_round_that_is_not_asked_for_is_left_out():
    assert {key[1] for key in cells(draw(rounds=["m1"]))} == {"m1"}


def test_height_grows_with_the_kommuner():
    few = frame()[lambda rows: rows["region"] == "Salten"]
    assert draw(few).layout.height < draw().layout.height


def test_the_threshold_is_told_and_invented_data_carry_the_word():
    figure = draw(invented=True)
    assert "færre enn 3 svar" in figure.layout.annotations[0].text
    assert "Eksempeldata" in figure.layout.title.text


@pytest.mark.parametrize("dark", [False, True])
def test_every_property_is_one_of_plotlys(dark):
    figure = draw(dark=dark)
    assert go.Figure(figure.to_dict()).to_dict()["data"] == figure.to_dict()["data"]


def test_names_of_many_rounds_stand_upright():
    few = draw()
    assert few.layout.xaxis.tickangle == 0
    codes = [f"m{place}" for place in range(1, 7)]
    one = frame().query("survey_round == 'm1'")
    rows = pd.concat(
        one.assign(survey_round=it, round_label=f"Modul {it}: etter samlingen") for it in codes
    )
    many = draw(rows, rounds=codes)
    assert many.layout.xaxis.tickangle == -90
    assert many.layout.height > few.layout.height
    assert not many.layout.meta["words"]["heads"]
