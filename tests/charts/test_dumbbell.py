"""The dumbbells: rows by area in the instrument's order, both ends on the fixed scale."""

import plotly.graph_objects as go
import pytest
from scores_frame import CAPABILITIES, GENERATIONS, WORDS
from ways_frame import way_frame

from maturity.charts.dumbbell import dumbbell

NOW, TARGET = (2.0, 3.25, 4.0), (4.0, 3.5, 3.5)
KEYS = list(CAPABILITIES.by_key)


def draw(*, instrument=CAPABILITIES, now=NOW, target=TARGET, withheld=None, **changes):
    frame = way_frame(instrument, now=now, target=target, withheld=withheld)
    return dumbbell(frame, instrument=instrument, **{**WORDS, "dark": False, **changes})


def named(figure):
    return {trace.name: trace for trace in figure.data if trace.name}


def gaps(figure):
    """The numbers right of the scale, from the top."""
    notes = [note for note in figure.layout.annotations if note.yref == "y"]
    return [note.text for note in sorted(notes, key=lambda note: note.y)]


def test_both_ends_lie_on_their_score_in_the_instruments_order():
    today, target = named(draw()).values()
    assert list(today.x)[:4] == [2.0, 3.25, 4.0, 4.0]
    assert list(target.x)[:4] == [4.0, 3.5, 3.5, 3.5]
    assert list(today.customdata) == KEYS
    assert list(today.y) == sorted(today.y), "not by size: by area, as everywhere"
    assert today.marker.symbol != target.marker.symbol


def test_the_gap_is_written_beside_its_row_with_its_sign():
    assert gaps(draw()) == ["+2,0", "+0,2", *["−0,5"] * 11]


def test_the_gap_is_that_of_the_frame_and_not_of_rounded_scores():
    figure = draw(now=(3.8333,), target=(4.875,))
    assert set(gaps(figure)) == {"+1,0"}, "4.9 − 3.8 would be 1.1"
    assert "før avrunding" in figure.layout.annotations[0].text.replace("<br>", " ")


def test_areas_stand_above_their_rows():
    axis = draw().layout.yaxis
    in_order = [text for _at, text in sorted(zip(axis.tickvals, axis.ticktext, strict=True))]
    assert [text for text in in_order if text.startswith("<b>")] == [
        f"<b>{area.label}</b>" for area in CAPABILITIES.areas
    ]


def test_the_scale_is_the_instruments_whatever_the_data():
    assert draw(now=(1.0,)).layout.xaxis.range == draw(now=(5.0,)).layout.xaxis.range


def test_what_is_missing_has_no_point_no_way_and_no_number():
    figure = draw(now=(2.0, None, 4.0), target=(4.0, 3.5, 4.5), withheld="min_respondents")
    today, target = named(figure).values()
    assert today.x[1] is None
    assert target.x[1] == 3.5
    assert len(gaps(figure)) == len(KEYS) - 1
    assert list(figure.data[0].x).count(None) == len(KEYS) - 1
    assert "Punkt som mangler" in figure.layout.annotations[0].text.replace("<br>", " ")


def test_numbers_stand_outside_the_scale_where_no_point_can_lie():
    figure = draw(target=(5.0,))
    _low, end = figure.layout.xaxis.domain
    assert {note.x for note in figure.layout.annotations if note.yref == "y"} == {end}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("instrument", [CAPABILITIES, GENERATIONS], ids=lambda it: it.key)
def test_every_property_is_one_of_plotlys(instrument, dark):
    figure = draw(instrument=instrument, dark=dark, invented=True)
    assert go.Figure(figure.to_dict()).to_dict()["data"] == figure.to_dict()["data"]
    assert "Eksempeldata" in figure.layout.title.text
