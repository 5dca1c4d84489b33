"""The table and the panel of a comparison: escaped, with scopes, and every gap with its reason."""

import numpy as np
import pandas as pd
import pytest

from maturity import queries
from maturity.access import demo_viewer
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.ui.table import table_html
from maturity.views.compare_panel import about_lines, counted
from maturity.views.rounds import Round
from maturity.views.score_frame import Comparison, score_frame
from maturity.views.score_table import score_table
from tests.charts.scores_frame import CAPABILITIES
from tests.charts.scores_frame import score_frame as invented

KEYS = list(CAPABILITIES.by_key)
ROUND = Round(
    survey_round="x",
    instrument=CAPABILITIES.key,
    label="Modul 4",
    label_with_date="Modul 4, uten dato",
    answered_at=None,
    invented=True,
)


def table(frame, aspect="now"):
    made = score_table(frame, instrument=CAPABILITIES, aspect=aspect, source="S")
    return table_html(made.heads, made.rows, title="T", notes=made.notes)


def panel(frame, aspect="now"):
    lines = about_lines(frame, instrument=CAPABILITIES, aspect=aspect, asked=ROUND, version=3)
    return {question: "\n".join(answers) for question, answers in lines}


def test_table_has_caption_scopes_and_a_cell_for_every_score():
    html = table(invented({"Bodø": "kommune", "Nordland": "group"}))
    assert html.count("<caption>") == 1
    assert html.count('scope="col"') == 3
    assert html.count('scope="row"') == len(KEYS)
    assert html.count('scope="rowgroup"') == 4
    assert html.count("<td") == 2 * len(KEYS)
    assert "<b>2,0</b><small>7 svar, sd 0,5</small><small>1,6 – 2,0 – 2,4</small>" in html
    assert "<small>24 kommuner</small>" in html


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("min_respondents", "holdt tilbake: færre enn 3 svar"),
        ("min_kommuner", "holdt tilbake: færre enn 3 kommuner"),
        ("not_answered", "ikke besvart"),
        ("not_asked", "ikke spurt om"),
    ],
)
def test_each_reason_has_its_own_words(reason, words):
    frame = invented({"Bodø": "kommune"}, missing=(("Bodø", KEYS[0]),))
    frame["withheld"] = frame["withheld"].replace("min_respondents", reason)
    assert f"<td>{words}</td>" in table(frame)
    assert words.removeprefix("holdt tilbake: ") in "\n".join(panel(frame).values()).lower()


def test_a_name_cannot_become_markup():
    html = table(invented({"<img src=x onerror=alert(1)>": "kommune"}))
    assert "<img" not in html


def test_panel_tells_few_answers_from_a_source_of_means_and_from_what_is_not_opened():
    frame = invented({"Bodø": "kommune", "Rana": "kommune", "Vega": "kommune", "Nordland": "group"})
    frame[["sd", "q1", "median", "q3"]] = np.nan
    why = {"Bodø": "only_means", "Rana": "min_respondents_detail", "Vega": "not_opened"}
    frame["no_spread"] = frame["series"].map(why)
    text = panel(frame)["Hvor sikkert?"]
    assert "Bodø: ingen spredning, kilden har bare gjennomsnitt" in text
    assert "Vega: ingen spredning, ikke åpnet for deg" in text
    assert "Rana: ingen spredning, færre enn 5 svar" in text
    assert "Spredning regnes ikke ut for avstand" in panel(frame, "gap")["Hvor sikkert?"]


def test_counts_are_a_range_or_the_reason_for_none():
    rows = invented({"Bodø": "kommune"})
    assert counted(rows) == "7 svar"
    rows.loc[0, "n"] = 5
    assert counted(rows) == "5–7 svar"
    gone = rows.assign(n=pd.NA, mean=np.nan, withheld="min_respondents").astype({"n": "Int64"})
    assert counted(gone) == "færre enn 3 svar"
    told = rows.assign(series_kind="group", k=pd.NA).astype({"k": "Int64"})
    assert counted(told) == "de av de valgte som teller med", "of a pick it is not said how many"


@pytest.fixture
def asked(answers):
    """The demo, and how to ask it for a score frame."""
    data = queries.newest(answers)
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=data.all_invented)

    def ask(**choices):
        comparison = Comparison(
            instrument="evner-10+3",
            survey_round="organisasjon-forarbeid",
            aspect="now",
            **{"kommuner": (), "groups": (), **choices},
        )
        return score_frame(data, viewer=viewer, asked=comparison)

    return ask


def test_frame_tells_the_four_reasons_apart(asked, monkeypatch):
    frame = asked(kommuner=("1804", "1816", "1806"), groups=("region:Ofoten",))
    reasons = {series: set(rows["withheld"].dropna()) for series, rows in frame.groupby("series")}
    assert reasons == {
        "Bodø": set(),
        "Vevelstad": {"min_respondents"},
        "Narvik": {"not_answered"},
        "Ofoten": {"min_kommuner"},
    }
    assert len(frame) == 4 * len(KEYS)
    assert list(frame["dimension"][: len(KEYS)]) == KEYS
    assert frame.loc[frame["withheld"].notna(), ["mean", "n", "k", "sd", "q1"]].isna().all().all()
    assert (frame["n"].dropna() >= thresholds().min_respondents).all()


def test_what_nobody_was_asked_is_not_called_unanswered(asked, monkeypatch):
    monkeypatch.setattr(
        "maturity.views.score_frame.dimensions_asked", lambda *_a, **_k: frozenset(KEYS[1:])
    )
    frame = asked(kommuner=("1806",), groups=("region:Ofoten",))
    assert set(frame.loc[frame["dimension"] == KEYS[0], "withheld"]) == {"not_asked"}
    assert set(frame.loc[frame["dimension"] == KEYS[1], "withheld"]) == {
        "not_answered",
        "min_kommuner",
    }
    assert CAPABILITIES.by_key[KEYS[0]].label in panel(frame)["Samme spørsmål?"]
