"""Kommunen: the sentences and figures are the raw answers', and nothing withheld is in the page."""

import html
import re
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from maturity import queries
from maturity.groups import groups
from maturity.reference import reference
from maturity.views import kommune_charts
from tests.pages.reading import Open, bodies, everything, figures, named, opened
from tests.raw_scores import comma, raw_group, raw_scores

VEVELSTAD, VEFSN, NARVIK = "1816", "1824", "1806"  # n = 2; skipped a module; never answered
CAPABILITIES, GENERATIONS = "evner-10+3", "modenhet-5gen"
STAIRS, RADAR, GAPS = 0, 1, 2  # the figures' places on the page
LABELS = {key: it.label for key, it in reference().instruments[CAPABILITIES].by_key.items()}

# Worked out by hand from the exports: where the gap is largest, the highest and the lowest level,
# and the widest spread in the newest survey round of people, five of them or more.
SAID = {
    "1804": [
        "Lengst er veien til målet på Endringsledelse: fra 3,8 i dag til 4,9 av 5.",
        "Bodø er sterkest på Mot og nysgjerrighet (4,6 av 5) og lavest på Datadrevet (2,3 av 5).",
        "I Modul 3: Strategi, 3. mars 2024 var ledergruppen mest uenig om «Fleksibel arkitektur» "
        "og «Digitalt tankesett»: svarene lå typisk 0,8 poeng fra snittet.",
    ],
    "1841": [
        "Lengst er veien til målet på Innovativ praksis: fra 2,3 i dag til 4,2 av 5.",
        "Fauske er høyest på Mot og nysgjerrighet (3,0 av 5) og lavest på Kompetansebygging "
        "(1,5 av 5).",
        "I Modul 2: Ledelse, 24. desember 2023 var ledergruppen mest uenig om Fleksibel "
        "arkitektur: svarene lå typisk 0,9 poeng fra snittet.",
    ],
    "1833": [
        "Lengst er veien til målet på Digitalt tankesett: fra 1,8 i dag til 3,5 av 5.",
        "Rana er høyest på «Datadrevet», «Fleksibel arkitektur» og 1 til (2,7 av 5) og lavest på "
        "Kompetansebygging (1,5 av 5).",
        "I Modul 3: Strategi, 3. mars 2024 var ledergruppen mest uenig om Økosystem-tankesett: "
        "svarene lå typisk 0,9 poeng fra snittet.",
    ],
}
SPREAD_FROM = {"1804": "strategi", "1841": "ledelse", "1833": "strategi"}


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/kommune.py")


def said(page: AppTest) -> list[str]:
    """The sentences on top, as they are read: three, and the question for the next meeting."""
    (body,) = [body for body in bodies(page) if '<nav class="said"' in body]
    links = re.findall(r'<a href="#\w+">(.*?)&nbsp;<span', body)
    return [html.unescape(link) for link in links]


def table(page: AppTest, place: int) -> list[list[str]]:
    """A figure's table: each row's cells, the first of which heads it."""
    body = [body for body in bodies(page) if "<table>" in body][place]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', body)
    return [[html.unescape(head), *re.findall(r"<td>(.*?)</td>", rest)] for head, rest in rows]


def own(answers: Path, kommune: str, *, survey_round: str, instrument: str) -> pd.DataFrame:
    """A kommune's raw scores: one row per dimension, one column per aspect."""
    scores = raw_scores(answers, survey_round=survey_round, instrument=instrument)
    rows = scores[scores["kommune"] == kommune]
    told = rows.assign(mean=rows["mean"].where(rows["at_an_end"] == 0))
    wide = told.pivot(index="dimension", columns="aspect", values="mean")
    return wide.reindex(reference().instruments[instrument].by_key)


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


def test_the_question_names_the_kommune_and_a_first_visit_leaves_the_address(visit: Open):
    page = visit()
    assert page.title[0].value == "Hvor står Bodø, og hvor vil den?"
    assert page.query_params == {}
    assert page.selectbox(key="k").value == "1804"
    assert page.selectbox(key="kartlegging").value == "teknologi-forarbeid"


def test_the_group_beside_is_one_that_can_be_shown_and_is_not_nordland(visit: Open):
    page = visit(k="1804")
    assert page.selectbox(key="gruppe").value == "region:Salten", "alone of its kind and size"
    assert "Nordland" not in page.selectbox(key="gruppe").options
    assert visit(k="1841").selectbox(key="gruppe").value == "kostra:2"


def test_a_choice_stands_in_the_address_and_draws_another_kommune(visit: Open):
    page = visit(k="1804")
    page.selectbox(key="k").set_value("1833").run()
    assert page.title[0].value == "Hvor står Rana, og hvor vil den?"
    assert page.query_params["k"] in ("1833", ["1833"])
    assert said(page)[:3] == SAID["1833"]


def test_the_newest_round_that_a_kommune_answered_is_shown(visit: Open):
    page = visit(k=VEFSN)
    assert page.selectbox(key="kartlegging").value == "strategi-forarbeid"
    assert len(figures(page)) >= 3


def test_a_module_that_was_skipped_is_said_and_the_last_answered_is_offered(visit: Open):
    page = visit(k=VEFSN, kartlegging="teknologi-forarbeid")
    assert page.info[0].value == "Vefsn har ikke svart på Modul 4: Teknologi, 14. mai 2024."
    assert not figures(page)
    (way,) = [it for it in page.button if "Se svarene fra Modul 3: Strategi" in it.label]
    way.click().run()
    assert page.query_params["kartlegging"] in ("strategi-forarbeid", ["strategi-forarbeid"])
    assert page.title[0].value.startswith("Hvor står Vefsn")
    assert len(figures(page)) >= 3


def test_who_never_answered_is_met_kindly_and_led_on(visit: Open):
    page = visit(k=NARVIK)
    assert page.info[0].value.startswith("Narvik har ikke svart på noen kartlegging ennå.")
    labels = [it.proto.label for it in page.get("page_link")]
    assert "Se hvem som har svart, og hvor Nordland står" in labels
    assert "Modul 4: Teknologi, 14. mai 2024: 22 kommuner" in labels
    assert "Modul 1: Organisasjon, 15. oktober 2023: 23 kommuner" in labels
    assert not figures(page)


@pytest.mark.parametrize("survey_round", ["", "organisasjon-forarbeid", "teknologi-forarbeid"])
def test_what_is_withheld_is_in_nothing_that_is_sent(visit: Open, answers: Path, survey_round: str):
    page = visit(k=VEVELSTAD, **({"kartlegging": survey_round} if survey_round else {}))
    assert "holdes tilbake: færre enn 3 svar" in page.info[0].value
    assert "Svarer minst 3" in page.info[0].value
    sent = everything(page)
    scores = raw_scores(
        answers, survey_round=survey_round or "teknologi-forarbeid", instrument=CAPABILITIES
    )
    own_scores = scores[(scores["kommune"] == VEVELSTAD) & (scores["aspect"] != "gap")]
    telling = {f"{mean:.8f}"[:6] for mean in own_scores["mean"]}
    telling = {text for text in telling if not text.endswith(("00", "50"))}
    assert len(telling) >= 4
    assert not figures(page)
    assert "<table" not in sent
    for text in telling:
        assert text not in sent
        assert text.replace(".", ",") not in sent


def test_four_people_have_their_scores_but_not_their_spread(visit: Open, answers: Path):
    survey_round = "organisasjon-forarbeid"
    page = visit(k=VEFSN, kartlegging=survey_round)
    assert said(page)[2] == "Hvor enig ledergruppen er, kan ikke vises: færre enn 5 svar."
    scores = raw_scores(answers, survey_round=survey_round, instrument=CAPABILITIES)
    rows = scores[(scores["kommune"] == VEFSN) & (scores["aspect"] != "gap")]
    assert set(rows["n"]) == {3.0, 4.0}
    sent = everything(page)
    for sd in rows["sd"]:
        assert f"{sd:.6f}" not in sent


def test_means_alone_are_shown_and_their_lack_of_spread_is_explained(visit: Open):
    page = visit(k="1804", kartlegging="teknologi-forarbeid")
    panels = " ".join(body for body in bodies(page) if 'class="panel"' in body)
    assert "ingen spredning, kilden har bare gjennomsnitt" in panels
    assert "om det er tilfeldig, kan ikke sies: kilden har bare gjennomsnitt" in panels
    people = visit(k="1804", kartlegging="strategi-forarbeid")
    panels = " ".join(body for body in bodies(people) if 'class="panel"' in body)
    assert "enn det tilfeldigheter kan gi (±" in panels
    assert "De samme påstandene som i Modul 2: Ledelse." in panels


@pytest.mark.parametrize("odd", ["modul-9", "'; drop table"])
def test_an_odd_choice_is_told_with_what_is_shown_instead(visit: Open, odd: str):
    page = visit(k="1804", kartlegging=odd)
    said = f"«Kartlegging» har ikke valget «{odd}»; siden viser Modul 4: Teknologi"
    assert said in page.text[0].value
    assert page.title[0].value == "Hvor står Bodø, og hvor vil den?"
    assert len(figures(page)) >= 3


def test_nordland_is_there_anyway_and_no_fault(visit: Open):
    page = visit(k="1804", gruppe="nordland")
    assert not any("har ikke valget" in text.value for text in page.text)
    assert "har ikke valget «kostra:99»" in visit(k="1804", gruppe="kostra:99").text[0].value


@pytest.mark.parametrize("odd", ["9999", "<b>Bodø</b>", "**1804**", "1804,1806", "0301"])
def test_an_unknown_kommune_gets_a_sentence_a_box_and_nobody_elses_page(visit: Open, odd: str):
    page = visit(k=odd)
    assert f"Vi finner ingen kommune med nummer «{odd}» her." in page.text[0].value
    assert page.title[0].value == "Hvor står kommunen, og hvor vil den?"
    assert not figures(page)
    assert page.selectbox(key="k").value is None
    assert page.get("page_link")


def test_from_an_unknown_kommune_the_box_leads_on(visit: Open):
    for code in ("1804", "1841"):  # the one that stands there by default too
        page = visit(k="9999")
        page.selectbox(key="k").set_value(code).run()
        assert page.query_params["k"] == code
        assert len(figures(page)) >= 3
        page.run()
        assert page.selectbox(key="k").value == code


def test_a_name_instead_of_a_number_is_understood(visit: Open):
    page = visit(k="bodo")
    next(it for it in page.button if it.label == "Gå til Bodø").click().run()
    assert page.title[0].value == "Hvor står Bodø, og hvor vil den?"


def test_what_nobody_chose_follows_the_kommune_and_what_was_chosen_stays(visit: Open):
    page = visit(k="1833")
    first = page.selectbox(key="gruppe").value
    assert first == "region:Helgeland"
    page.selectbox(key="k").set_value("1841").run()
    fresh = visit(k="1841").selectbox(key="gruppe").value
    assert page.selectbox(key="gruppe").value == fresh != first
    assert page.query_params["gruppe"] == fresh
    page.run()
    assert page.selectbox(key="gruppe").value == fresh
    page.selectbox(key="gruppe").set_value(first).run()
    page.selectbox(key="k").set_value("1804").run()
    assert page.selectbox(key="gruppe").value == first, "chosen by the reader"
    told = visit(k="1833", gruppe="region:Helgeland")
    told.selectbox(key="k").set_value("1841").run()
    assert told.selectbox(key="gruppe").value == "region:Helgeland", "chosen by the address"


def test_every_figure_has_its_sentence_its_table_and_its_panel(visit: Open):
    page = visit(k="1804")
    texts = [text.value for text in page.text]
    charts = [chart.proto for chart in page.get("plotly_chart")][:3]
    for chart in charts:
        assert chart.alt
        assert chart.alt in texts
        assert "Eksempeldata" in chart.spec
    labels = [it.label for it in page.expander]
    assert labels.count("Vis som tabell") >= 3
    assert labels.count("Hva sier tallene, og hva sier de ikke?") >= 3
    assert all("Dataversjon" in body for body in bodies(page) if 'class="panel"' in body)


def test_the_same_choices_again_ask_nothing_and_draw_nothing(
    visit: Open, monkeypatch: pytest.MonkeyPatch
):
    work = []
    ask = queries.Data.run
    monkeypatch.setattr(queries.Data, "run", lambda *a, **k: work.append("query") or ask(*a, **k))
    for name in ("staircase", "radar", "dumbbell"):
        draw = getattr(kommune_charts, name)
        monkeypatch.setattr(
            kommune_charts, name, lambda *a, _draw=draw, **k: work.append("d") or _draw(*a, **k)
        )
    page = visit(k="1845", gruppe="region:Lofoten")
    assert work.count("d") == 3
    work.clear()
    page.run()
    visit(k="1845", gruppe="region:Lofoten")
    assert work == []


def test_an_older_round_says_why_it_is_not_the_newest(visit: Open):
    said = "Vefsn har ikke svart på Modul 4: Teknologi. Siden viser Modul 3: Strategi"
    assert any(text.value.startswith(said) for text in visit(k="1824").text)
    chosen = visit(k="1804", kartlegging="strategi-forarbeid")
    assert not any("Siden viser" in text.value for text in chosen.text)
