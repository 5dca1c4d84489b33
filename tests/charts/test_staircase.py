"""The staircase: its steps are fixed, and only what stands upon them is the data's."""

import plotly.graph_objects as go
import pytest
from scores_frame import GENERATIONS, WORDS
from ways_frame import way_frame

from maturity.charts.colours import contrast, palette
from maturity.charts.staircase import staircase
from maturity.charts.staircase_scales import BREADTH, ROOM
from maturity.reference import reference

SIX = reference().instruments["modenhet-6gen"]
NOW, TARGET = (4.0, 3.0, 2.0, 1.0, 2.5), (5.0, 4.5, 2.0, 3.0, 1.5)
FEW = "min_respondents"


def draw(*, instrument=GENERATIONS, now=NOW, target=TARGET, withheld=None, **changes):
    frame = way_frame(instrument, now=now, target=target, withheld=withheld)
    return staircase(frame, instrument=instrument, **{**WORDS, "dark": False, **changes})


def named(figure):
    return {trace.name: trace for trace in figure.data if trace.name}


def outline(figure):
    """The treads and risers, by their places."""
    return list(zip(figure.data[0].x, figure.data[0].y, strict=True))


def texts(figure):
    return [note.text for note in figure.layout.annotations]


def scores(figure, name):
    """Each point's score, read off its own step's scale as a reader would."""
    steps = {shape.y0: shape.x0 for shape in figure.layout.shapes}
    trace = named(figure)[name]
    found = []
    for x, y in zip(trace.x, trace.y, strict=True):
        foot = max(at for at in steps if at <= y)
        found.append(1 + 4 * (x - steps[foot] - ROOM) / (BREADTH - 2 * ROOM))
    return found


@pytest.mark.parametrize("instrument", [GENERATIONS, SIX], ids=lambda it: it.key)
def test_there_is_one_step_for_each_generation_and_each_rises_to_the_right(instrument):
    steps = draw(instrument=instrument).layout.shapes
    assert len(steps) == len(instrument.dimensions)
    assert [s.x0 for s in steps] == sorted({s.x0 for s in steps})
    assert [s.y0 for s in steps] == sorted({s.y0 for s in steps})
    assert len({s.y1 - s.y0 for s in steps}) == 1, "no step is higher than another"


def test_the_steps_are_the_same_whatever_the_data():
    low, high = draw(now=(1.0,), target=(1.0,)), draw(now=(5.0,), target=(5.0,))
    assert outline(low) == outline(high)
    assert low.layout.shapes == high.layout.shapes
    assert low.layout.xaxis.range == high.layout.xaxis.range


def test_points_stand_on_their_own_step_at_their_own_score():
    figure = draw()
    assert scores(figure, "I dag") == pytest.approx(NOW)
    assert scores(figure, "Om tre år") == pytest.approx(TARGET)
    assert list(named(figure)["I dag"].customdata) == list(GENERATIONS.by_key)


def test_every_step_carries_the_whole_scale():
    figure = draw(instrument=SIX)
    ends = next(trace for trace in figure.data if trace.mode == "text")
    assert list(ends.text) == ["1", "5"] * 6
    assert max(ends.x) < 1


def test_today_and_target_differ_without_colour_and_their_numbers_are_written():
    figure = draw()
    today, target = named(figure).values()
    assert today.marker.symbol != target.marker.symbol
    written = texts(figure)
    for number in ("4,0", "5,0", "4,5", "1,5", "2,5"):
        assert number in written


def test_numbers_stand_on_either_side_of_a_step_so_that_equal_ones_are_both_read():
    figure = draw(now=(2.0,), target=(2.0,))
    sides = [note.xanchor for note in figure.layout.annotations if note.text == "2,0"]
    assert sorted(sides) == ["left"] * 5 + ["right"] * 5


def test_a_withheld_score_leaves_its_step_empty_and_says_why():
    figure = draw(now=(4.0, 3.0, None, 1.0, 2.0), target=(5.0, 4.0, None, 2.0, 2.0), withheld=FEW)
    assert len(named(figure)["I dag"].x) == len(named(figure)["Om tre år"].x) == 4
    assert len(figure.layout.shapes) == 5
    assert texts(figure).count("færre enn 3 svar") == 1


def test_a_target_alone_is_shown_without_a_way_to_it():
    figure = draw(now=(None,), target=(4.0,), withheld=FEW)
    assert len(named(figure)["Om tre år"].x) == 5
    ways = [trace for trace in figure.data if trace.line.width == 4]
    assert [list(trace.x or ()) for trace in ways] == [[]]


def test_names_stand_on_the_steps_with_their_number_and_fit_a_telephone():
    names = [text for text in texts(draw(instrument=SIX)) if text[0] in "123456" and " " in text]
    assert names[3].startswith("4")
    assert "Forretningsperspektiv" in names[3]
    assert max(len(line) for name in names for line in name.split("<br>")) <= 42


@pytest.mark.parametrize("dark", [False, True])
def test_words_on_the_steps_are_read_in_light_and_dark(dark):
    figure = draw(dark=dark)
    fill = figure.layout.shapes[0].fillcolor
    assert contrast(palette(dark=dark).text, fill) >= 7
    for trace in named(figure).values():
        assert contrast(trace.marker.color, fill) >= 3


def test_over_a_point_stand_its_generation_its_level_and_its_answers():
    assert named(draw())["Om tre år"].hovertext[1] == (
        "<b>Effektivitet og standardisering</b><br>4,5 av 5<br>6 svar"
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("now", [NOW, (None,)])
def test_every_property_is_one_of_plotlys(now, dark):
    figure = draw(now=now, withheld=FEW, dark=dark, invented=True)
    assert go.Figure(figure.to_dict()).to_dict()["data"] == figure.to_dict()["data"]
    assert "Eksempeldata" in figure.layout.title.text
