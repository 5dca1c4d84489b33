"""The profile's data: rows in the axes' order, values on the fixed scale."""

import pytest
from scores_frame import CAPABILITIES, GENERATIONS, WORDS, score_frame

from maturity.charts.profile import profile

TWO = {"Bodø": "kommune", "Nordland": "group"}
GONE = (("Bodø", "datadrevet"),)


def draw(frame, *, instrument=CAPABILITIES, aspect="now", **changes):
    words = {**WORDS, "dark": False, **changes}
    return profile(frame, instrument=instrument, aspect=aspect, **words)


def points(figure):
    return {trace.name: trace for trace in figure.data if trace.name}


def test_rows_follow_the_instrument_with_the_first_on_top():
    figure = draw(score_frame(TWO))
    bodo = points(figure)["Bodø"]
    assert list(bodo.customdata) == list(CAPABILITIES.by_key)
    assert list(bodo.y) == sorted(bodo.y)
    bottom, top = figure.layout.yaxis.range
    assert bottom > max(bodo.y) > min(bodo.y) > top


def test_areas_stand_above_their_dimensions():
    axis = draw(score_frame(TWO)).layout.yaxis
    in_order = [text for _at, text in sorted(zip(axis.tickvals, axis.ticktext, strict=True))]
    assert in_order[:2] == ["<b>Strategi</b>", "Digitalt visjonær"]
    assert in_order[4] == "<b>Teknologi</b>"
    assert len(in_order) == 13 + 4


@pytest.mark.parametrize(("aspect", "ends"), [("now", (1, 5)), ("gap", (-4, 4))])
def test_the_scale_is_fixed(aspect, ends):
    low, high = draw(score_frame(TWO, start=1.9), aspect=aspect).layout.xaxis.range
    assert low < ends[0] < ends[1] < high
    assert (low, high) == tuple(draw(score_frame(TWO), aspect=aspect).layout.xaxis.range)


def test_a_missing_score_has_no_point_and_is_explained():
    figure = draw(score_frame(TWO, missing=GONE))
    bodo = points(figure)["Bodø"]
    at = list(CAPABILITIES.by_key).index("datadrevet")
    assert bodo.x[at] is None
    assert bodo.hovertext[at] == ""
    assert "Punkt som mangler" in figure.layout.annotations[0].text


def test_quartiles_are_drawn_for_kommuner_that_have_them():
    figure = draw(score_frame(TWO, missing=GONE))
    spreads = [trace for trace in figure.data if trace.mode == "lines"]
    assert len(spreads) == 1
    assert spreads[0].x.count(None) == 12  # one line each, but none for the missing score
    assert spreads[0].x[:2] == pytest.approx((1.6, 2.4))
    assert "Tynn strek" in figure.layout.annotations[0].text


def test_withheld_quartiles_are_not_drawn_where_the_score_is_missing():
    frame = score_frame(TWO, missing=GONE)
    frame.loc[frame["mean"].isna(), ["q1", "q3"]] = 1.2345
    assert "1.2345" not in draw(frame).to_json()


def test_one_series_has_its_values_written():
    alone = points(draw(score_frame({"Bodø": "kommune"})))["Bodø"]
    assert alone.text[0] == "2,0"
    assert points(draw(score_frame(TWO)))["Bodø"].text is None


def test_points_of_one_row_do_not_hide_each_other():
    drawn = points(draw(score_frame(TWO)))
    assert drawn["Bodø"].y[0] < drawn["Nordland"].y[0]


def test_an_instrument_without_areas_has_only_its_rows():
    frame = score_frame(TWO, instrument=GENERATIONS)
    assert len(draw(frame, instrument=GENERATIONS).layout.yaxis.tickvals) == 5


def test_six_series_are_refused():
    with pytest.raises(ValueError, match="6 series"):
        draw(score_frame({str(place): "kommune" for place in range(6)}))


def test_invented_data_carry_the_word():
    assert "Eksempeldata" in draw(score_frame(TWO), invented=True).layout.title.text
