"""Kommunen: the sentences and figures are the raw answers'."""

from functools import partial
from pathlib import Path

import pytest

from maturity.groups import groups
from maturity.reference import reference
from tests.pages.explore.kommune_page import (
    CAPABILITIES,
    GENERATIONS,
    LABELS,
    SAID,
    SPREAD_FROM,
    own,
    said,
    table,
)
from tests.pages.reading import Open, figures, named, opened
from tests.raw_scores import comma, raw_group, raw_scores

STAIRS, RADAR, GAPS = 0, 1, 2  # the figures' places on the page


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/kommune.py")


@pytest.mark.parametrize("kommune", SAID)
def test_the_three_sentences_are_those_worked_out_by_hand(visit: Open, kommune: str):
    page = visit(k=kommune)
    *three, question = said(page)
    assert three == SAID[kommune]
    assert question.removeprefix("Hva nå? ") in [text.value for text in page.text], "asked below"


@pytest.mark.parametrize("kommune", SAID)
def test_what_was_worked_out_by_hand_is_what_the_raw_rows_say(answers: Path, kommune: str):
    gap, level, agreement = SAID[kommune]
    scores = own(answers, kommune, survey_round="teknologi-forarbeid", instrument=CAPABILITIES)
    furthest = scores[scores["gap"].round(9) == scores["gap"].round(9).max()]
    for key, row in furthest.iterrows():
        assert LABELS[key] in gap
        assert comma(row["now"]) in gap
        assert comma(row["target"]) in gap
    assert len(furthest) == 1 + gap.count("» og «") + gap.count(") og «")
    for end in ("max", "min"):
        value = getattr(scores["now"].round(9).round(1), end)()
        ends = scores.index[scores["now"].round(9).round(1) == value]
        assert f"({comma(value)} av 5)" in level
        assert LABELS[ends[0]] in level
    spread_round = f"{SPREAD_FROM[kommune]}-forarbeid"
    people = raw_scores(answers, survey_round=spread_round, instrument=CAPABILITIES)
    people = people[(people["kommune"] == kommune) & (people["aspect"] == "now")]
    widest = people[people["sd"].round(9).round(1) == people["sd"].round(9).round(1).max()]
    assert (widest["n"] >= 5).all()
    assert f"typisk {comma(people['sd'].max())} poeng" in agreement
    assert all(LABELS[key] in agreement for key in widest["dimension"])


@pytest.mark.parametrize(
    ("kommune", "survey_round"),
    [
        ("1820", "teknologi-forarbeid"),  # none of whose means is withheld
        ("1824", "strategi-forarbeid"),
        ("1841", "ledelse-forarbeid"),
    ],
)
def test_every_number_of_the_figures_is_the_raw_answers(
    visit: Open, answers: Path, kommune: str, survey_round: str
):
    page = visit(k=kommune, kartlegging=survey_round, gruppe="region:Salten")
    name = reference().kommuner[kommune].name
    drawn = figures(page)
    scores = own(answers, kommune, survey_round=survey_round, instrument=CAPABILITIES)
    every = raw_scores(answers, survey_round=survey_round, instrument=CAPABILITIES)
    whole, salten = (groups(reference())[it].members for it in ("nordland", "region:Salten"))
    radar = named(drawn[RADAR])
    expected = {
        f"{name} i dag": scores["now"],
        f"{name} om tre år": scores["target"],
        "Nordland i dag": raw_group(every, whole, aspect="now").reindex(scores.index),
        "Salten i dag": raw_group(every, salten, aspect="now").reindex(scores.index),
    }
    assert set(radar) == set(expected)
    for label, means in expected.items():
        assert radar[label]["r"][:-1] == pytest.approx(means.tolist())
    dumbbells = named(drawn[GAPS])
    assert dumbbells["I dag"]["x"] == pytest.approx(scores["now"].tolist())
    assert dumbbells["Om tre år"]["x"] == pytest.approx(scores["target"].tolist())
    beside = [note["text"] for note in drawn[GAPS]["layout"]["annotations"][1:]]
    assert [text.lstrip("+") for text in beside] == [comma(gap) for gap in scores["gap"]]
    steps = own(answers, kommune, survey_round=survey_round, instrument=GENERATIONS)
    written = [note["text"] for note in drawn[STAIRS]["layout"]["annotations"]]
    for aspect in ("now", "target"):
        assert {comma(mean) for mean in steps[aspect]} <= set(written)
    for place, wide in ((STAIRS, steps), (GAPS, scores)):
        for (_head, *cells), (_key, row) in zip(table(page, place), wide.iterrows(), strict=True):
            assert cells[:2] == [comma(row["now"]), comma(row["target"])]
            assert cells[2].lstrip("+") == comma(row["gap"])
