"""Spread: from the lowest kommune to the highest, on the instrument's scale."""

import pandas as pd
import pytest
from scores_frame import CAPABILITIES, WORDS

from maturity.charts.spread import spread

FIRST, SECOND, THIRD = list(CAPABILITIES.by_key)[:3]
ENDS = ["lowest", "q1", "median", "q3", "highest"]


def frame():
    nothing = [float("nan")] * 5
    values = [[2.5, 2.6, 2.7, 2.8, 2.9], [1.5, 2.0, 3.0, 3.5, 4.5], nothing]
    rows = pd.DataFrame(values, columns=ENDS)
    rows["dimension"], rows["k"] = [SECOND, FIRST, THIRD], pd.array([7, 9, None], "Int64")
    return rows


def draw(rows=None, *, aspect="now", dark=False):
    rows = frame() if rows is None else rows
    return spread(rows, instrument=CAPABILITIES, aspect=aspect, dark=dark, **WORDS)


@pytest.mark.parametrize("dark", [False, True])
def test_lines_go_from_end_to_end_and_the_middle_is_a_point(dark):
    ends, middle, points = draw(dark=dark).data
    assert list(ends["x"]) == [1.5, 4.5, None, 2.5, 2.9, None]
    assert list(middle["x"]) == [2.0, 3.5, None, 2.6, 2.8, None]
    assert list(points["x"]) == [3.0, 2.7]
    assert middle["line"]["width"] > ends["line"]["width"]  # told apart without colour


def test_rows_come_in_the_framework_s_order():
    _ends, _middle, points = draw().data
    assert list(points["y"]) == sorted(points["y"])


def test_what_is_withheld_is_nowhere():
    _ends, _middle, points = draw().data
    assert len(points["x"]) == len(points["hovertext"]) == 2
    assert not any(CAPABILITIES.by_key[THIRD].label in words for words in points["hovertext"])


def test_words_over_a_point_say_all_of_it():
    _ends, _middle, points = draw().data
    said = points["hovertext"][0]
    for words in ("1,5", "4,5", "2,0", "3,5", "3,0", "9 kommuner"):
        assert words in said


def test_the_scale_is_the_framework_s():
    narrow = frame()
    narrow[ENDS] = 3.0
    assert draw(narrow).layout.xaxis.range == draw().layout.xaxis.range
    low, high = draw().layout.xaxis.range
    assert low <= 1
    assert high >= 5


def test_all_withheld_leaves_no_point():
    _ends, _middle, points = draw(frame().iloc[2:]).data
    assert len(points["x"]) == 0
