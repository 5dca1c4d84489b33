"""Plotly's own check of every figure, which the product leaves out where speed matters."""

import json

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
import pytest
from scores_frame import CAPABILITIES, GENERATIONS, WORDS, score_frame
from ways_frame import way_frame

from maturity.charts.dumbbell import dumbbell
from maturity.charts.figure import figure
from maturity.charts.profile import profile
from maturity.charts.radar import radar
from maturity.charts.radar_multiples import radar_multiples
from maturity.charts.slope import slope
from maturity.charts.staircase import staircase
from maturity.charts.theme_grid import theme_grid
from maturity.charts.themes import themes

SERIES = {"Bodø": "kommune", "Vefsn": "kommune", "Nordland": "group"}


@pytest.mark.parametrize("shown", [SERIES, {"Bodø": "kommune"}], ids=["three", "alone"])
@pytest.mark.parametrize("aspect", ["now", "gap"])
@pytest.mark.parametrize("instrument", [CAPABILITIES, GENERATIONS], ids=lambda i: i.key)
@pytest.mark.parametrize("draw", [radar, radar_multiples, profile])
def test_every_property_is_one_of_plotlys(draw, instrument, aspect, shown):
    frame = score_frame(shown, instrument=instrument, missing=(("Bodø", "visjonaer"),))
    drawn = draw(frame, instrument=instrument, aspect=aspect, dark=False, **WORDS)
    assert isinstance(drawn, go.Figure)
    checked = go.Figure(drawn.to_dict())
    assert checked.to_dict()["data"] == drawn.to_dict()["data"]


@pytest.mark.parametrize("draw", [staircase, dumbbell])
def test_every_property_of_the_ways_is_one_of_plotlys(draw):
    frame = way_frame(GENERATIONS, now=(2.0, None, 4.0), target=(3.0, 4.0), withheld="not_asked")
    drawn = draw(frame, instrument=GENERATIONS, dark=False, **WORDS)
    assert go.Figure(drawn.to_dict()).to_dict() == go.Figure(drawn).to_dict()
    assert go.Figure(drawn.to_dict()).to_dict()["data"] == drawn.to_dict()["data"]


@pytest.mark.parametrize("kinds", [("kommune", "group", "other"), ("other",), ()], ids=len)
def test_every_property_of_a_slope_is_one_of_plotlys(kinds):
    columns = ["series", "series_kind", "start", "end", "earlier", "later"]
    steps = [(kind, kind, "a", "b", 2.0, 3.0) for kind in kinds]
    frame = pd.DataFrame(steps, columns=columns).assign(n_earlier=5, n_later=5, k=None)
    rounds = {"a": "Modul 1: Organisasjon", "b": "Modul 2: Ledelse"}
    drawn = slope(frame, rounds=rounds, instrument=GENERATIONS, dark=False, **WORDS)
    assert go.Figure(drawn.to_dict()).to_dict()["data"] == drawn.to_dict()["data"]


@pytest.mark.parametrize("dark", [False, True])
def test_every_property_of_the_themes_is_one_of_plotlys(dark):
    counts = {"shared": [2, 0], "kommuner": [3, 0], "people": [7, 0]}
    bars = pd.DataFrame({"theme": ["Tid", "Mot"], **counts})
    cells = [("Tid", "Salten", 3, 4, "3 av 4"), ("Tid", "Ofoten", None, None, "få")]
    grid = pd.DataFrame(cells, columns=["theme", "column", "count", "of", "label"])
    for drawn in (
        themes(bars, k=4, dark=dark, **WORDS),
        theme_grid(grid.astype({"count": "Int64", "of": "Int64"}), dark=dark, **WORDS),
    ):
        assert go.Figure(drawn.to_dict()).to_dict()["data"] == drawn.to_dict()["data"]
        go.Figure(layout=drawn.to_dict()["layout"])


def test_the_check_would_find_a_slip_of_the_pen():
    slip = figure([{"type": "scatterpolar", "r": [1], "lines": {"width": 2}}], {})
    with pytest.raises(ValueError, match="lines"):
        go.Figure(slip.to_dict())


def test_kind_that_the_browser_cannot_draw_is_refused():
    with pytest.raises(ValueError, match="not in KINDS: pie"):
        figure([{"type": "bar"}, {"type": "pie"}], {})


def test_what_is_sent_is_what_plotly_would_send():
    frame = score_frame(SERIES)
    words = {"instrument": CAPABILITIES, "aspect": "now", "dark": False, **WORDS}
    drawn = radar(frame, **words).update_layout(title_text="another")
    assert json.loads(pio.to_json(drawn.to_dict(), validate=False)) == json.loads(
        go.Figure.to_json(drawn)
    )
    assert drawn.to_dict() == go.Figure.to_dict(drawn)


def test_sending_a_figure_leaves_it_as_it_was():
    drawn = radar(score_frame(SERIES), instrument=CAPABILITIES, aspect="now", dark=False, **WORDS)
    before = go.Figure.to_json(drawn)
    sent = drawn.to_dict()
    sent["data"][0].pop("type")
    sent["layout"].clear()
    assert go.Figure.to_json(drawn) == before
