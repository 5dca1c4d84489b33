"""Agreement: a bar of people per dimension, each part with its number."""

import pandas as pd
import plotly.graph_objects as go
import pytest
from scores_frame import CAPABILITIES, WORDS

from maturity.charts.agreement import agreement
from maturity.findings.agreement import agreement_finding

FIRST, SECOND, THIRD = list(CAPABILITIES.by_key)[:3]
LABELS = [CAPABILITIES.by_key[key].label for key in (FIRST, SECOND, THIRD)]


def people(rows):
    frame = pd.DataFrame(rows, columns=["dimension", "level", "people", "n", "withheld"])
    return frame.astype({"level": "Int64", "people": "Int64", "n": "Int64"})


FRAME = people(
    [
        (FIRST, 1, 2, 7, None),
        (FIRST, 5, 5, 7, None),
        (SECOND, 4, 6, 6, None),
        (THIRD, None, None, None, "min_respondents_detail"),
    ]
)


@pytest.mark.parametrize("dark", [False, True])
def test_every_person_stands_in_one_part(dark):
    drawn = agreement(FRAME, instrument=CAPABILITIES, dark=dark, **WORDS)
    assert [trace["name"] for trace in drawn.data] == [f"Nivå {level}" for level in range(1, 6)]
    assert [sum(trace["x"]) for trace in drawn.data] == [2, 0, 0, 6, 5]
    for trace in drawn.data:
        assert list(trace["text"]) == [str(count) for count in trace["x"]]
    assert drawn.layout.barmode == "stack"
    assert drawn.layout.xaxis.range == (0, 7)
    checked = go.Figure(drawn.to_dict())
    assert checked.to_dict()["data"] == drawn.to_dict()["data"]


def test_the_levels_differ_in_more_than_place():
    drawn = agreement(FRAME, instrument=CAPABILITIES, dark=False, **WORDS)
    assert len({trace["marker"]["color"] for trace in drawn.data}) == 5


def test_what_is_withheld_has_no_part():
    drawn = agreement(FRAME, instrument=CAPABILITIES, dark=False, **WORDS)
    places = {y for trace in drawn.data for y in trace["y"]}
    assert len(places) == 2
    assert LABELS[2] not in str([trace["hovertext"] for trace in drawn.data])


def said(frame, **sd):
    spread = pd.DataFrame({"dimension": list(sd), "sd": list(sd.values())})
    return agreement_finding(frame, spread=spread, instrument=CAPABILITIES)


def test_the_finding_says_where_they_differ_most_and_least_by_their_standard_deviation():
    text = said(FRAME, **{FIRST: 1.95, SECOND: 0.3})
    assert text == (
        f"Mest ulike (7 svar) er svarene på {LABELS[0]}: fra nivå 1 til 5, typisk 2,0 "
        "poeng fra snittet. "
        f"Mest samlet er de på {LABELS[1]}: 6 av 6 ligger på nivå 4."
    )
    assert said(FRAME[3:], **{FIRST: 1.95}) == "Fordelingen vises ikke."


def test_the_same_levels_are_told_apart_by_what_lies_behind_them():
    rows = [(key, level, 4, 8, None) for key in (FIRST, SECOND) for level in (2, 4)]
    text = said(people(rows), **{FIRST: 0.8, SECOND: 1.1})
    assert f"er svarene på {LABELS[1]}: fra" in text
    assert f"samlet er de på {LABELS[0]}:" in text


def test_one_capability_is_not_both_most_and_least_alike():
    text = said(FRAME[:2], **{FIRST: 1.95})
    assert "samlet" not in text
