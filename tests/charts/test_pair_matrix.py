"""Pair matrix: who asks in rows, who could help in columns, the match in the cell."""

import pandas as pd
import pytest
from scores_frame import WORDS

from maturity.charts.pair_matrix import LEVELS, pair_matrix

NAMES = {"1804": "Bodø", "1845": "Sørfold", "1841": "Fauske"}
FRAME = pd.DataFrame(
    {
        "asker": ["1804", "1841", "9999"],
        "partner": ["1845", "1804", "1804"],
        "score": [0.624, 0.1, 0.9],
        "label": ["Bodø spør Sørfold", "Fauske spør Bodø", "ukjent"],
    }
)


def draw(frame=FRAME, **changes):
    return pair_matrix(frame, names=NAMES, **{**WORDS, "dark": False, **changes})


@pytest.mark.parametrize("dark", [False, True])
def test_a_pair_stands_where_its_row_and_column_meet(dark):
    figure = draw(dark=dark)
    (cells,) = figure.data
    rows = [base + 0.45 for base in cells["base"]]
    assert rows == pytest.approx([0, 2])
    assert list(cells["x"]) == [1, 0]
    assert (
        list(figure.layout.xaxis.ticktext)
        == list(figure.layout.yaxis.ticktext)
        == [*NAMES.values()]
    )


def test_the_match_is_written_and_not_only_coloured():
    (cells,) = draw().data
    assert list(cells["text"]) == ["62", "10"]
    assert len(set(cells["marker"]["color"])) == 2


def test_a_pair_with_somebody_who_has_no_row_is_nowhere():
    assert "ukjent" not in draw().to_json()


def test_shades_follow_fixed_levels():
    frame = pd.DataFrame({"asker": "1804", "partner": "1845", "score": list(LEVELS), "label": "x"})
    (cells,) = draw(frame).data
    assert len(set(cells["marker"]["color"])) == len(LEVELS)


def test_no_pairs_leave_the_names():
    figure = draw(FRAME.iloc[:0])
    assert len(figure.data[0]["x"]) == 0
    assert list(figure.layout.xaxis.ticktext) == [*NAMES.values()]
