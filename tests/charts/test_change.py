"""Two survey rounds on each axis: where the points lie, and what is said beside them."""

import pandas as pd
import plotly.graph_objects as go
import pytest
from scores_frame import CAPABILITIES, GENERATIONS, WORDS

from maturity.charts.change import change

KEYS = list(GENERATIONS.by_key)
EARLIER, LATER = (3.0, 2.0, 4.0, 1.0, 2.5), (3.2, 1.9, 4.9, 1.0, None)


def frame(earlier=EARLIER, later=LATER, keys=KEYS):
    rows = {"dimension": keys, "earlier": earlier, "later": later, "k": 22, "withheld": None}
    return pd.DataFrame(rows).astype({"earlier": float, "later": float, "k": "Int64"})


def draw(rows=None, instrument=GENERATIONS, **changes):
    words = {**WORDS, "dark": False, "earlier": "Modul 3", "later": "Modul 4", **changes}
    return change(frame() if rows is None else rows, instrument=instrument, **words)


def named(figure):
    return {trace.name: trace for trace in figure.data if trace.name}


def test_each_round_has_its_points_and_they_differ_without_colour():
    points = named(draw())
    assert list(points["Modul 3"].x) == [3.0, 2.0, 4.0, 1.0]
    assert list(points["Modul 4"].x) == [3.2, 1.9, 4.9, 1.0]
    assert points["Modul 3"].marker.symbol != points["Modul 4"].marker.symbol


@pytest.mark.parametrize("rows", [frame(), frame(later=(1.0,) * 5), frame(later=(5.0,) * 5)])
def test_the_scale_is_the_instruments_whatever_the_data(rows):
    low, high = draw(rows).layout.xaxis.range
    assert (low, high) == pytest.approx((0.84, 5.16))


def test_a_change_is_written_with_its_sign_and_worked_out_before_rounding():
    figure = draw(frame(earlier=(3.04, 2.0, 4.0, 1.0, 2.55), later=(3.06, 1.9, 4.9, 1.0, 2.5)))
    assert [text.strip() for text in figure.data[-1].text][:4] == ["0,0", "−0,1", "+0,9", "0,0"]
    assert "3,0 → 3,1 (0,0)" in figure.data[1].hovertext[0]
    assert figure.data[1].hovertext[0].endswith("22 kommuner")


def test_words_near_the_end_of_the_scale_stand_on_its_inside():
    places = dict(zip(draw().data[-1].y, draw().data[-1].textposition, strict=True))
    at = list(places.values())
    assert at[0] == "middle right"
    assert at[2] == "middle left"  # 4.9 of 5


def test_what_is_missing_leaves_its_row_empty_and_the_note_says_so():
    figure = draw()
    assert len(figure.layout.yaxis.ticktext) == len(KEYS)
    assert len(figure.data[1].y) == len(KEYS) - 1
    assert "Rad uten punkter" in figure.layout.annotations[0].text.replace("<br>", " ")
    whole = draw(frame(later=(3.0,) * 5))
    assert "Rad uten punkter" not in whole.layout.annotations[0].text.replace("<br>", " ")


def test_rows_keep_the_instruments_order_whatever_the_frames():
    turned = draw(frame().iloc[::-1])
    assert list(turned.data[2].x) == list(draw().data[2].x)


def test_invented_data_carry_the_word():
    assert "Eksempeldata" in draw(invented=True).layout.title.text


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("instrument", [CAPABILITIES, GENERATIONS], ids=lambda i: i.key)
def test_every_property_is_one_of_plotlys(instrument, dark):
    keys = list(instrument.by_key)
    rows = frame([3.0] * len(keys), [3.4] * len(keys), keys)
    figure = draw(rows, instrument=instrument, dark=dark)
    assert go.Figure(figure.to_dict()).to_dict()["data"] == figure.to_dict()["data"]
