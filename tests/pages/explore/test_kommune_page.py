"""Kommunen: choices stand in the address, and an odd one is met with a sentence."""

from functools import partial
from pathlib import Path

import pytest

from maturity import queries
from maturity.views import kommune_charts
from tests.pages.explore.kommune_page import SAID, said
from tests.pages.reading import Open, bodies, figures, opened


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/kommune.py")


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


@pytest.mark.parametrize("odd", ["modul-9", "'; drop table"])
def test_an_odd_choice_is_told_with_what_is_shown_instead(visit: Open, odd: str):
    page = visit(k="1804", kartlegging=odd)
    said = f"«Kartlegging» har ikke valget «{odd}»; siden viser Modul 4: Teknologi"
    assert said in page.text[0].value
    assert page.title[0].value == "Hvor står Bodø, og hvor vil den?"
    assert len(figures(page)) >= 3


def test_of_two_kommuner_in_the_address_it_is_said_which_is_shown(visit: Open):
    page = visit(k=["1812", "1804"])
    said = "«Kommune» viser én om gangen; av de 2 i adressen vises Sømna"
    assert page.text[0].value.startswith(said)
    assert page.title[0].value == "Hvor står Sømna, og hvor vil den?"
    page.selectbox(key="k").set_value("1833").run()
    assert not any("om gangen" in text.value for text in page.text), "chosen by the reader"
    assert not any("om gangen" in text.value for text in visit(k=["1804", "1804"]).text)


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
