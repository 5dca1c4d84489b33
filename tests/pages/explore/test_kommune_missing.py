"""Kommunen: nothing withheld is sent, and what is missing is said with a way on."""

from functools import partial
from pathlib import Path

import pytest

from tests.pages.explore.kommune_page import CAPABILITIES, said
from tests.pages.reading import Open, bodies, everything, figures, opened
from tests.raw_scores import raw_scores

VEVELSTAD, VEFSN, NARVIK = "1816", "1824", "1806"  # n = 2; skipped a module; never answered


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/kommune.py")


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


def test_an_older_round_says_why_it_is_not_the_newest(visit: Open):
    said = "Vefsn har ikke svart på Modul 4: Teknologi. Siden viser Modul 3: Strategi"
    assert any(text.value.startswith(said) for text in visit(k="1824").text)
    chosen = visit(k="1804", kartlegging="strategi-forarbeid")
    assert not any("Siden viser" in text.value for text in chosen.text)
