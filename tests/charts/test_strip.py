"""Strip: one's own place among others that nobody can name."""

import json

import pandas as pd
import plotly.graph_objects as go
import pytest
from scores_frame import CAPABILITIES, WORDS

from maturity.charts.strip import strip
from maturity.findings.strip import strip_finding

FIRST, SECOND, THIRD = list(CAPABILITIES.by_key)[:3]
LABELS = [CAPABILITIES.by_key[key].label for key in (FIRST, SECOND, THIRD)]
NAN = float("nan")
FRAME = pd.DataFrame(
    {
        "dimension": [FIRST, SECOND, THIRD],
        "own": [4.5, 2.0, NAN],
        "n": pd.array([7, 7, None], "Int64"),
        "group": [3.0, 3.25, 3.0],
        "k": pd.array([9, 9, 9], "Int64"),
    }
)
OTHERS = pd.DataFrame(
    {
        "dimension": [SECOND, FIRST, FIRST, FIRST],
        "mean": [2.111, 3.999, 1.234, 2.718],
        "name": ["Røst", "Bodø", "Vega", "Træna"],
    }
)


def draw(*, dark=False):
    return strip(
        FRAME,
        others=OTHERS,
        instrument=CAPABILITIES,
        own="Fauske",
        group="Salten",
        dark=dark,
        **WORDS,
    )


@pytest.mark.parametrize("dark", [False, True])
def test_own_group_and_others_are_told_apart_by_more_than_colour(dark):
    others, group, own = draw(dark=dark).data
    assert [trace["name"] for trace in (others, group, own)] == [
        "Andre kommuner",
        "Salten",
        "Fauske",
    ]
    assert list(own["x"]) == [4.5, 2.0]
    assert list(group["x"]) == [3.0, 3.25, 3.0]
    looks = {(t["marker"]["symbol"], t["marker"]["size"]) for t in (others, group, own)}
    assert len(looks) == 3
    drawn = draw(dark=dark)
    assert go.Figure(drawn.to_dict()).to_dict()["data"] == drawn.to_dict()["data"]


def test_the_others_are_rounded_sorted_and_without_names():
    drawn = draw()
    others = drawn.data[0]
    assert list(others["x"]) == [1.2, 2.7, 4.0, 2.1]
    sent = json.dumps(drawn.to_plotly_json(), ensure_ascii=False, default=str)
    for name in OTHERS["name"]:
        assert name not in sent
    for digits in ("3.999", "1.234", "2.718", "2.111"):
        assert digits not in sent
    assert others["hoverinfo"] == "skip"
    assert others["customdata"] is None


def test_the_scale_is_the_instruments():
    low, high = draw().layout.xaxis.range
    assert low < 1 < 5 < high


def test_the_finding_says_both_ends_with_levels_and_no_rank():
    text = strip_finding(FRAME, instrument=CAPABILITIES, own="Fauske", group="Salten")
    assert text == (
        f"Lengst over Salten ligger Fauske på {LABELS[0]}: 4,5 mot 3,0. "
        f"Lengst under: {LABELS[1]}, 2,0 mot 3,2."
    )
    nothing = FRAME.assign(own=NAN)
    assert "kan ikke vises" in strip_finding(
        nothing, instrument=CAPABILITIES, own="Fauske", group="Salten"
    )
