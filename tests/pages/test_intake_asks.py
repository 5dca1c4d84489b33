"""What a file does not say is asked on /innlesing, suggested at most, and known the next time."""

from pathlib import Path

from maturity.intake.store import Store
from tests.pages.bringing_files import (
    HEADINGS,
    SEVEN,
    asked,
    belongs,
    bring,
    edit,
    go_on,
    keys,
    opened,
    row,
    said,
    table,
    take,
)


def test_numbered_columns_are_taken_only_once_their_order_is_agreed_to(own: Path):
    test = bring(opened(), "surveyxact-variables.csv")
    assert "s_1 til s_72 er bare numre" in said(test)
    assert "intake-0-module" not in keys(test)
    test.checkbox(key="intake-0-in-order").check().run()
    belongs(test, "ledelse")
    assert "Kan leses inn" in said(test)


def test_the_phase_is_asked_as_the_module_is(own: Path):
    test = bring(opened(), "svar.csv", table(*[row("Bodø", it) for it in range(4)]))
    test.selectbox(key="intake-0-module").set_value("ledelse").run()
    assert test.selectbox(key="intake-0-phase").value is None
    assert "Kan leses inn" not in said(test)
    told = bring(opened(), "ledelse etterarbeid.csv", table(*[row("Bodø", it) for it in range(4)]))
    assert told.selectbox(key="intake-0-phase").value == "etterarbeid", "the file's name says it"
    assert "Modulen er foreslått, for filnavnet sier det." in said(told)
    assert "Fasen er foreslått, for filnavnet sier det." in said(told)


def test_a_name_that_is_turned_round_is_asked_with_its_signs(own: Path):
    test = go_on(bring(opened(), "svar.csv", table(*[row("\u202eødoB", it) for it in range(4)])))
    assert "«[U+202E]ødoB» i 4 rader" in asked(test)


def test_kommuner_are_asked_about_and_known_the_next_time(own: Path):
    rows = [row(it, who) for who, it in enumerate(["Bodoe by", "Bodoe by", "972 418 013", "Nrvik"])]
    test = go_on(bring(opened(), "svar.csv", table(*rows)))
    assert "2 navn er ikke kommuner i Nordland" in said(test)
    names = asked(test)
    narvik = test.selectbox(key=names["«Nrvik» i én rad"])
    assert narvik.value == "1806", "near, and so suggested"
    test.selectbox(key=names["«Bodoe by» i 2 rader"]).set_value("1804")
    test.button(key="intake-0-places").click().run()
    assert "Kan leses inn: 4 rader, 2 kommuner" in said(test)
    take(test)
    assert "Oppsettet er tatt vare på" in said(test)
    (entry,) = Store(own).history()
    assert entry.kommuner == ("1804", "1806")
    again = go_on(bring(opened(), "flere.csv", table(*rows, row("Nrvik", 9))))
    assert "oppsettet laget av «svar.csv»" in said(again)
    assert "Kan leses inn: 5 rader" in said(again)
    assert "Erstatter svarene fra Bodø og Narvik" in said(again)


def test_answers_are_asked_about_and_never_guessed(own: Path):
    rows = [row("Bodø", it, "Helt einig", "Tja", 3) for it in range(4)]
    test = go_on(bring(opened(), "svar.csv", table(*rows)))
    assert "2 svar står ikke på skalaen" in said(test)
    names = asked(test)
    assert test.selectbox(key=names["«Tja» i 4 rader"]).value is None
    assert test.selectbox(key=names["«Helt einig» i 4 rader"]).value == "5"
    test.selectbox(key=names["«Tja» i 4 rader"]).set_value("3")
    test.button(key="intake-0-labels").click().run()
    assert "Kan leses inn" in said(test)


def test_another_scale_is_asked_about_once(own: Path):
    rows = [row("Bodø", it, 7, 1, 4) for it in range(4)]
    test = go_on(bring(opened(), "svar.csv", table(*rows)))
    assert "Filen har andre tall enn 1 til 5" in said(test)
    test.radio(key="intake-0-scale").set_value(SEVEN).run()
    assert "1 blir 1, 7 blir 5" in said(test)
    assert "Kan leses inn: 4 rader" in said(test)


def test_columns_are_matched_by_hand_and_the_layout_is_found_again(own: Path):
    statement = "Innbyggerne kan betjene seg selv digitalt på de vanligste tjenestene vare"
    odd = ["Når", "Sted", "Hvem", statement, "gen1-2", "Ymse"]
    content = table(*[[*row("Bodø", it, 3, 4), "x"] for it in range(4)], headings=odd)
    test = bring(opened(), "rart.csv", content)
    assert "ikke overskrifter som vi kjenner igjen" in said(test)
    assert "4 koblinger er forslag" in said(test)
    (editor,) = test.data_editor
    shown = editor.value
    assert list(shown["means"][:5]) == [
        "answered_at",
        "kommune",
        "respondent",
        "modenhet-5gen/gen1/gen1-1/now",
        "modenhet-5gen/gen1/gen1-2/now",
    ]
    assert shown["how"][1] == "forslag: det som står i kolonnen"
    assert "ligner" in shown["how"][3]
    assert not any("x.example" in it for it in shown["examples"]), "addresses are no examples"
    edit(test, "intake-0-mapping", {5: {"means": "role"}}, press="intake-0-map")
    assert "Leses slik du har bestemt" in said(test)
    go_on(test)
    assert "Kan leses inn: 4 rader, 1 kommune" in said(test)
    take(test)
    (layout,) = (own.parent / "answers.layouts").iterdir()
    assert "x.example" not in layout.read_text("utf-8")
    assert "oppsettet laget av «rart.csv»" in said(bring(opened(), "neste.csv", content + b"\n"))


def test_without_a_kommune_the_matching_is_refused_and_can_be_mended(own: Path):
    content = table(*[row("Bodø", it) for it in range(4)], headings=["A1", "B", "C", *HEADINGS[3:]])
    test = bring(opened(), "rart.csv", content)
    edit(test, "intake-0-mapping", {1: {"means": "-"}}, press="intake-0-map")
    assert "Velg hvilken kolonne som er kommunen" in said(test)
    assert test.data_editor


def test_a_number_off_the_scale_may_be_a_fault(own: Path):
    rows = [row("Bodø", it, 3, 9 if it == 3 else 4, 4) for it in range(4)]
    test = go_on(bring(opened(), "svar.csv", table(*rows)))
    assert "Filen har andre tall enn 1 til 5: 9" in said(test)
    scale = test.radio(key="intake-0-scale")
    scale.set_value(len(scale.options) - 1).run()
    assert "Filen har én feil" in said(test)
    test.button(key="intake-0-leave").click().run()
    assert "Kan leses inn: 3 rader" in said(test)


def test_a_kommune_from_elsewhere_is_a_fault(own: Path):
    rows = [row("Bodø", it) for it in range(3)] + [row("Tromsø", 4)]
    test = go_on(bring(opened(), "svar.csv", table(*rows)))
    test.selectbox(key=asked(test)["«Tromsø» i én rad"]).set_value("-")
    test.button(key="intake-0-places").click().run()
    assert "Filen har én feil" in said(test)
