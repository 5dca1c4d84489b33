"""The radar's data: what is drawn, in which order, on which scale."""

import json

import pytest
from scores_frame import CAPABILITIES, GENERATIONS, WORDS, score_frame

from maturity.charts.radar import radar

TWO = {"Bodø": "kommune", "Nordland": "group"}
FIVE = {"Bodø": "kommune", "Vefsn": "kommune", "Rana": "kommune", "A": "group", "B": "group"}


def draw(frame, *, instrument=CAPABILITIES, aspect="now", **changes):
    return radar(frame, instrument=instrument, aspect=aspect, **{**WORDS, "dark": False, **changes})


def lines(figure):
    return {trace.name: trace for trace in figure.data if trace.name}


def test_lines_close_on_themselves_in_the_order_of_the_axes():
    shuffled = score_frame(TWO).sample(frac=1, random_state=3).sort_values("series", kind="stable")
    for trace in lines(draw(shuffled)).values():
        assert list(trace.customdata[:-1]) == list(CAPABILITIES.by_key)
        assert trace.r[0] == trace.r[-1]
        assert trace.theta[0] == trace.theta[-1] == 0
        assert len(trace.r) == len(CAPABILITIES.dimensions) + 1
        assert trace.fill == "none"


def test_axes_are_named_in_the_instrument_s_order():
    ticks = draw(score_frame(TWO)).layout.polar.angularaxis.ticktext
    plain = [text.replace("<br>", " ").replace("- ", "-").strip() for text in ticks]
    assert plain[:3] == ["Digitalt visjonær", "Sluttkunde-fokus", "Økosystem-tankesett"]
    assert len(ticks) == 13


@pytest.mark.parametrize("axis", ["digitalt-visjonaer", "datadrevet", "samspill-og-tillit"])
def test_a_missing_score_breaks_the_line(axis):
    trace = lines(draw(score_frame(TWO, missing=(("Bodø", axis),))))["Bodø"]
    at = list(CAPABILITIES.by_key).index(axis)
    assert trace.r[at] is None
    assert trace.r.count(None) == (2 if at == 0 else 1)  # the first axis closes the line too
    assert 0 not in trace.r
    assert trace.connectgaps is False


def test_the_figure_says_that_a_break_is_missing_data():
    whole, broken = score_frame(TWO), score_frame(TWO, missing=(("Bodø", "datadrevet"),))
    assert "Brudd" not in draw(whole).layout.annotations[0].text
    assert "Brudd" in draw(broken).layout.annotations[0].text


def test_a_withheld_score_is_nowhere_in_the_figure():
    frame = score_frame(TWO)
    at = frame["dimension"].eq("datadrevet") & frame["series"].eq("Bodø")
    frame.loc[at, ["mean", "n", "withheld"]] = [float("nan"), None, "min_respondents"]
    frame.loc[at, ["sd", "q1", "median", "q3"]] = 1.2345  # a fault elsewhere must not show here
    text = draw(frame).to_json()
    assert "1.2345" not in text
    assert "NaN" not in text
    drawn = lines(draw(frame))["Bodø"]
    assert drawn.text[list(CAPABILITIES.by_key).index("datadrevet")] == ""


@pytest.mark.parametrize("start", [1.0, 3.7])
def test_the_scale_is_the_instrument_s_and_not_the_data_s(start):
    axis = draw(score_frame(TWO, start=start)).layout.polar.radialaxis
    assert list(axis.range) == [1, 5]
    assert axis.autorange is False
    assert list(axis.ticktext) == ["1", "2", "3", "4", "5"]


def test_a_gap_is_drawn_around_a_zero_ring():
    figure = draw(score_frame(TWO, start=-0.5), aspect="gap")
    assert list(figure.layout.polar.radialaxis.range) == [-4, 4]
    assert list(figure.layout.polar.radialaxis.ticktext) == ["−4", "−2", "0", "+2", "+4"]
    rings = [t for t in figure.data if t.type == "scatterpolar" and not t.name]
    assert len(rings) == 1
    assert set(rings[0].r) == {0}
    assert "<br>−0,5<br>" in lines(figure)["Bodø"].text[0]
    assert "<br>+0,7<br>" in lines(figure)["Bodø"].text[12]


def test_hover_tells_series_dimension_area_value_and_count():
    found = lines(draw(score_frame(TWO)))
    assert found["Bodø"].text[4] == "<b>Bodø</b><br>Datadrevet (Teknologi)<br>2,4 av 5<br>7 svar"
    assert found["Nordland"].text[4].endswith("<br>24 kommuner")


def test_five_series_differ_in_colour_dash_and_marker():
    drawn = list(lines(draw(score_frame(FIVE))).values())
    for differing in ("line.color", "line.dash", "marker.symbol"):
        part, name = differing.split(".")
        assert len({trace[part][name] for trace in drawn}) == 5


def test_the_first_series_lies_on_top_and_first_in_the_legend():
    figure = draw(score_frame(FIVE))
    assert [trace.name for trace in figure.data if trace.name][-1] == "Bodø"
    assert figure.layout.legend.traceorder == "reversed"


def test_six_series_are_refused():
    with pytest.raises(ValueError, match="6 series"):
        draw(score_frame({**FIVE, "Herøy": "kommune"}))


def test_areas_are_shaded_and_named_clockwise():
    figure = draw(score_frame(TWO))
    shades = [trace for trace in figure.data if trace.type == "barpolar"]
    step = 360 / 13
    assert [shade.theta[0] for shade in shades] == pytest.approx([step, 7.5 * step])
    assert [shade.width[0] for shade in shades] == pytest.approx([3 * step, 4 * step])
    source = figure.layout.annotations[0].text.replace("<br>", " ")
    places = [source.index(area.label) for area in CAPABILITIES.areas]
    assert places == sorted(places)


def test_an_instrument_without_areas_has_no_shades():
    figure = draw(score_frame(TWO, instrument=GENERATIONS), instrument=GENERATIONS)
    assert {trace.type for trace in figure.data} == {"scatterpolar"}
    assert "Med klokka" not in figure.layout.annotations[0].text


def test_invented_data_carry_the_word():
    assert "Eksempeldata" in json.dumps(draw(score_frame(TWO), invented=True).to_dict())
    assert "Eksempeldata" not in json.dumps(draw(score_frame(TWO)).to_dict())
