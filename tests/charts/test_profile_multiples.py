"""Small profiles: one per kommune, all on one scale, a gap where there is no score."""

import pandas as pd
import pytest
from scores_frame import CAPABILITIES, WORDS

from maturity.charts.profile_multiples import COLUMNS, GAP, profile_multiples

KEYS = list(CAPABILITIES.by_key)
NAMES = ["Bodø", "Fauske", "Gildeskål", "Hamarøy", "Rana"]


def frame(*, mean=3.0):
    return pd.DataFrame(
        {
            "kommune": f"18{at:02}",
            "name": name,
            "dimension": key,
            "mean": float("nan") if (name, key) == ("Fauske", KEYS[2]) else mean,
        }
        for at, name in enumerate(NAMES)
        for key in KEYS
    )


def draw(rows=None, *, aspect="now", dark=False):
    return profile_multiples(
        frame() if rows is None else rows,
        instrument=CAPABILITIES,
        aspect=aspect,
        group=dict.fromkeys(KEYS, 2.0),
        group_label="Nordland",
        dark=dark,
        **WORDS,
    )


def profiles(trace):
    """The trace's lines, one list for each kommune."""
    size = len(KEYS) + 1
    return [list(trace["x"][at : at + len(KEYS)]) for at in range(0, len(trace["x"]), size)]


@pytest.mark.parametrize("dark", [False, True])
def test_each_kommune_has_its_own_line_beside_the_group_s(dark):
    _frames, beside, lines = draw(dark=dark).data
    lefts = [at % COLUMNS * (1 + GAP) for at in range(len(NAMES))]
    assert [own[0] for own in profiles(lines)] == pytest.approx([left + 0.5 for left in lefts])
    assert [own[0] for own in profiles(beside)] == pytest.approx([left + 0.25 for left in lefts])
    assert (beside["line"]["dash"], beside["mode"]) != (lines["line"]["dash"], lines["mode"])


def test_a_missing_score_is_a_gap_in_the_line():
    _frames, _beside, lines = draw().data
    fauske = profiles(lines)[1]
    assert fauske[2] is None
    assert None not in fauske[:2] + fauske[3:]


@pytest.mark.parametrize(("mean", "place"), [(1.0, 0.0), (5.0, 1.0)])
def test_ends_are_the_scale_s(mean, place):
    _frames, _beside, lines = draw(frame(mean=mean)).data
    assert profiles(lines)[0][0] == place


def test_every_profile_has_its_kommune_s_name_over_it():
    marks = [mark.text for mark in draw().layout.annotations]
    assert [name for name in NAMES if name in marks] == NAMES


def test_a_row_more_makes_the_drawing_taller():
    one, two = draw(frame().iloc[: 4 * len(KEYS)]), draw()
    assert two.layout.height > one.layout.height


def test_nobody_gives_an_empty_drawing():
    assert all(len(trace["x"]) == 0 for trace in draw(frame().iloc[:0]).data)


def test_a_point_says_what_it_is_and_each_profile_where_the_scale_ends():
    figure = draw()
    lines = figure.data[2]
    assert len(lines["text"]) == len(lines["x"])
    assert lines["text"][0] == f"{CAPABILITIES.by_key[KEYS[0]].label}: 3,0"
    said = [it.text for it in figure.layout.annotations]
    assert said.count("1") == said.count("5") == len(NAMES)
