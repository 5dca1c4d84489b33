"""Lines between survey rounds: where they lie and stop, and how the chosen ones stand out."""

import pandas as pd
import pytest
from scores_frame import GENERATIONS, WORDS

from maturity.charts import theme
from maturity.charts.colours import contrast
from maturity.charts.slope import slope

ROUNDS = {"r1": "Modul 1: Organisasjon", "r2": "Modul 2: Ledelse", "r3": "Modul 3: Strategi"}
COLUMNS = ["series", "series_kind", "start", "end", "earlier", "later", "n_earlier", "n_later", "k"]
STEPS = [
    ("Bodø", "kommune", "r1", "r2", 2.0, 3.0, 5, 6, None),
    ("Bodø", "kommune", "r2", "r3", 3.0, 4.0, 6, 7, None),
    ("Salten", "group", "r1", "r2", 2.5, 2.6, None, None, 5),
    ("Salten", "group", "r2", "r3", 2.7, 2.8, None, None, 4),
    ("Rana", "other", "r1", "r2", 1.0, 1.5, 5, 5, None),
    ("Fauske", "other", "r2", "r3", 4.0, 5.0, 5, 5, None),
]


def frame(steps=STEPS):
    return pd.DataFrame(steps, columns=COLUMNS).astype(object)


def draw(rows=None, *, dark=False, rounds=ROUNDS):
    words = {**WORDS, "instrument": GENERATIONS, "rounds": rounds, "dark": dark}
    return slope(frame() if rows is None else rows, **words)


def named(figure):
    return {trace.name: trace for trace in figure.data}


def test_a_kommunes_steps_are_one_line():
    line = named(draw())["Bodø"]
    assert (list(line.x), list(line.y)) == ([0, 1, 2], [2.0, 3.0, 4.0])
    assert line.hovertext[1] == "<b>Bodø</b><br>Modul 2: Ledelse<br>3,0 av 5<br>6 svar"


def test_a_group_begins_anew_where_other_kommuner_are_behind_it():
    line = named(draw())["Salten"]
    assert list(line.y) == [2.5, 2.6, None, 2.7, 2.8]
    assert "5 kommuner" in line.hovertext[1]
    assert "4 kommuner" in line.hovertext[3]


def test_no_line_leads_from_one_kommune_to_the_next():
    line = named(draw())["Andre kommuner"]
    assert list(line.y) == [4.0, 5.0, None, 1.0, 1.5]


def test_a_kommune_that_skipped_a_round_has_no_line_across_it():
    four = {**ROUNDS, "r4": "Modul 4"}
    steps = [STEPS[0], ("Bodø", "kommune", "r3", "r4", 3.0, 4.0, 6, 7, None)]
    line = named(draw(frame(steps), rounds=four))["Bodø"]
    assert list(line.x) == [0, 1, None, 2, 3]


def test_a_missing_score_draws_nothing():
    steps = [("Bodø", "kommune", "r1", "r2", None, None, None, None, None), *STEPS[4:]]
    figure = draw(frame(steps))
    assert "Bodø" not in named(figure)
    assert "Bodø" not in figure.to_json()


def test_nobody_at_all_is_an_empty_figure_with_its_scale():
    figure = draw(frame([]))
    assert [list(trace.x) for trace in figure.data] == [[]]
    assert next(iter(figure.layout.xaxis.ticktext)).startswith("Modul 1:")


@pytest.mark.parametrize("dark", [False, True])
def test_the_chosen_ones_differ_in_more_than_colour(dark):
    lines = named(draw(dark=dark))
    looks = {
        (it.line.color, it.line.width, it.line.dash, it.marker.symbol) for it in lines.values()
    }
    for parts in zip(*looks, strict=True):
        assert len(set(parts)) >= 2
    assert lines["Bodø"].line.width > 3 * lines["Andre kommuner"].line.width
    assert lines["Bodø"].marker.symbol != lines["Salten"].marker.symbol
    paper = theme.palette(dark=dark).background
    thin = lines["Andre kommuner"]
    mixed = "#" + "".join(
        f"{round(thin.opacity * int(one[at : at + 2], 16) + (1 - thin.opacity) * back):02x}"
        for one in [thin.line.color]
        for at, back in [(i, int(paper[i : i + 2], 16)) for i in (1, 3, 5)]
    )
    assert contrast(mixed, paper) >= 3


def test_the_chosen_ones_are_named_where_they_end_the_higher_one_above():
    labels = {
        note["text"]: note["yshift"] for note in draw().to_dict()["layout"]["annotations"][1:]
    }
    assert labels == {"<b>Bodø 4,0</b>": 17, "<b>Salten 2,8</b>": -17}


@pytest.mark.parametrize("rows", [frame(), frame(STEPS[4:5]), frame([])])
def test_the_scale_is_the_instruments_whatever_the_data(rows):
    assert tuple(draw(rows).layout.yaxis.range) == pytest.approx((0.84, 5.16))
