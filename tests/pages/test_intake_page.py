"""Files are brought, looked over and taken in on /innlesing, step by step."""

import datetime
import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from maturity import audit
from maturity.intake import elsewhere
from maturity.intake.store import Store
from maturity.settings import ROOT
from tests.pages.somebody import shown

SAMPLES = ROOT / "tests" / "samples" / "formats"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for the answers, where none are yet."""
    path = tmp_path / "data" / "answers"
    monkeypatch.setenv("MATURITY_ANSWERS", str(path))
    return path


def opened() -> AppTest:
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    test.session_state["arrived"] = True
    test.run()
    return test.switch_page("pages/admin/intake.py").run()


def bring(test: AppTest, name: str, content: bytes | None = None) -> AppTest:
    content = (SAMPLES / name).read_bytes() if content is None else content
    test.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    assert not test.exception
    return test


def said(test: AppTest) -> str:
    kinds = ("text", "title", "header", "subheader", "error", "warning", "success")
    texts = [it.value for kind in kinds for it in test.get(kind)]
    return "\n".join([*map(plain, texts), *(it.proto.body for it in test.get("html"))])


def plain(text: str) -> str:
    """What a reader sees of a text whose signs were kept from meaning anything."""
    return re.sub(r"\\([^\w\s])", r"\1", text)


def keys(test: AppTest) -> set[str]:
    return {it.key for kind in ("button", "selectbox", "checkbox") for it in test.get(kind)}


def left(path: Path) -> list[str]:
    return sorted(it.name for it in path.parent.iterdir()) if path.parent.exists() else []


@pytest.fixture(params=["small", "large"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether files are taken in here, or count as large and are in a process of its own."""
    if request.param == "large":
        monkeypatch.setattr(elsewhere, "LARGE", 0)


@pytest.mark.usefixtures("size")
def test_a_known_export_goes_in_and_its_radar_is_the_proof(own: Path):
    test = bring(opened(), "forms-nb.xlsx")
    assert "en Excel-arbeidsbok (.xlsx)" in said(test)
    assert "Kjent igjen som Microsoft Forms" in said(test)
    belongs(test, "organisasjon")
    preview = said(test)
    assert "Kan leses inn: 16 rader, 3 kommuner" in preview
    assert "disse radene telles ikke: 2" in preview
    assert "Bodø" in preview
    assert left(own) == [], "the preview leaves nothing behind"
    take(test)
    assert not test.exception
    assert "Lest inn som versjon" in said(test)
    assert len(test.get("plotly_chart")) == 1
    (entry,) = Store(own).history()
    assert (entry.file, entry.invented, entry.module) == ("forms-nb.xlsx", True, "organisasjon")
    assert "høyest på" in said(test)


def test_staff_bring_real_answers_in_their_own_name(own: Path):
    test = bring(shown("innlesing", see="own", role="staff"), "forms-nb.xlsx")
    belongs(test, "organisasjon")
    now = datetime.datetime.now(tz=datetime.UTC)
    hour = datetime.timedelta(hours=1)
    noted = audit.read(audit.Wanted(since=now - hour, until=now + hour, what="view"))
    assert {"1804", "1824", "1875"} <= {code for it in noted for code in it.kommuner}
    assert {it.page for it in noted} == {"innlesing"}
    take(test)
    assert not test.exception
    (entry,) = Store(own).history()
    assert (entry.who, entry.invented) == ("a@x.example", False)


@pytest.mark.parametrize("role", ["presenter", "executive", None])
def test_others_cannot_bring_anything(answers: Path, role: str | None):
    test = shown("innlesing", see="named", role=role)
    assert not test.exception
    assert not test.file_uploader
    if role:
        assert "ansatt i DigiNordland" in test.error[0].value


def test_taken_away_a_file_is_gone(own: Path):
    test = bring(opened(), "table.tsv")
    (file,) = test.session_state["intake-files"]
    assert file.path.exists()
    test.button(key="intake-0-away").click().run()
    assert not file.path.exists()
    assert "table.tsv" not in said(test)
    assert left(own) == []


def test_numbered_columns_are_taken_only_once_their_order_is_agreed_to(own: Path):
    test = bring(opened(), "surveyxact-variables.csv")
    assert "s_1 til s_72 er bare numre" in said(test)
    assert "intake-0-module" not in keys(test)
    test.checkbox(key="intake-0-in-order").check().run()
    belongs(test, "ledelse")
    assert "Kan leses inn" in said(test)


def test_what_is_no_spreadsheet_is_refused_and_the_page_goes_on(own: Path):
    test = bring(opened(), "svar.pdf", b"%PDF-1.7 ...")
    assert "er av typen PDF, ikke et regneark" in plain(test.error[0].value)
    assert test.file_uploader
    bring(test, "table.tsv")
    assert "Kjent igjen som Egen tabell" in said(test)


def asked(test: AppTest) -> dict[str, str]:
    return {plain(it.label): it.key for it in test.selectbox}


def edit(test: AppTest, key: str, rows: dict[int, dict[str, object]], *, press: str) -> AppTest:
    """Write in the cells of a table and press a button, as the browser would say it."""
    (editor,) = [it for it in test.data_editor if key in it.proto.id]
    test.button(key=press).click()
    states = test._tree.get_widget_states()
    state = states.widgets.add()
    state.id = editor.proto.id
    state.string_value = json.dumps({"edited_rows": rows, "added_rows": [], "deleted_rows": []})
    return test._run(states)


SEVEN = 0  # the first of the scales that fit
HEADINGS = ["Tidspunkt", "Kommune", "E-post", "gen1-1", "gen1-2", "gen2-1"]


def table(*rows: list[object], headings: list[str] = HEADINGS) -> bytes:
    return "\n".join(";".join(map(str, row)) for row in [headings, *rows]).encode()


def row(kommune: str, who: int, *scores: object) -> list[object]:
    return ["2024-03-01 10:00", kommune, f"p{who}@x.example", *(scores or (3, 4, 5))]


def take(test: AppTest) -> AppTest:
    (button,) = [it for it in test.button if str(it.key).startswith("intake-0-take-")]
    return button.click().run()


def go_on(test: AppTest) -> AppTest:
    return belongs(test, "ledelse")


def belongs(test: AppTest, module: str) -> AppTest:
    test.selectbox(key="intake-0-module").set_value(module).run()
    return test.selectbox(key="intake-0-phase").set_value("forarbeid").run()


def test_the_phase_is_asked_as_the_module_is(own: Path):
    test = bring(opened(), "svar.csv", table(*[row("Bodø", it) for it in range(4)]))
    test.selectbox(key="intake-0-module").set_value("ledelse").run()
    assert test.selectbox(key="intake-0-phase").value is None
    assert "Kan leses inn" not in said(test)
    told = bring(opened(), "ledelse etterarbeid.csv", table(*[row("Bodø", it) for it in range(4)]))
    assert told.selectbox(key="intake-0-phase").value == "etterarbeid", "the file's name says it"


def test_a_name_that_is_turned_round_is_asked_with_its_signs(own: Path):
    test = go_on(bring(opened(), "svar.csv", table(*[row("\u202eødoB", it) for it in range(4)])))
    assert "«[U+202E]ødoB» i 4 rader" in asked(test)


def test_an_empty_file_is_told_by_its_name_alone(own: Path):
    test = bring(opened(), "tom.csv", b"")
    assert plain(test.error[0].value) == "«tom.csv» er tom (0 byte). Last den ned på nytt."


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


@pytest.mark.usefixtures("size")
def test_a_row_is_corrected_another_left_out_and_both_are_kept_in_the_history(own: Path):
    rows = [row("Bodø", it) for it in range(4)] + [row("", 5), row("", 6)]
    test = go_on(bring(opened(), "svar.csv", table(*rows)))
    assert "Filen har 2 feil" in said(test)
    edit(
        test,
        "intake-0-problems",
        {0: {"instead": "Narvik"}, 1: {"leave": True}},
        press="intake-0-correct",
    )
    assert "1 celle rettet, 1 rad utelatt" in said(test)
    assert "Kan leses inn: 5 rader, 2 kommuner" in said(test)
    take(test)
    (entry,) = Store(own).history()
    assert (entry.corrected, entry.left_out) == ({"B6": "Narvik"}, (7,))


def test_columns_are_matched_by_hand_and_the_layout_is_found_again(own: Path):
    statement = "Innbyggerne kan betjene seg selv digitalt på de vanligste tjenestene vare"
    odd = ["Når", "Sted", "Hvem", statement, "gen1-2", "Ymse"]
    content = table(*[[*row("Bodø", it, 3, 4), "x"] for it in range(4)], headings=odd)
    test = bring(opened(), "rart.csv", content)
    assert "ikke overskrifter som vi kjenner igjen" in said(test)
    assert "1 koblinger er forslag" in said(test)
    (editor,) = test.data_editor
    shown = editor.value
    assert list(shown["means"][3:5]) == [
        "modenhet-5gen/gen1/gen1-1/now",
        "modenhet-5gen/gen1/gen1-2/now",
    ]
    assert "ligner" in shown["how"][3]
    assert not any("x.example" in it for it in shown["examples"]), "addresses are no examples"
    chosen = {0: "answered_at", 1: "kommune", 2: "respondent"}
    edit(
        test,
        "intake-0-mapping",
        {at: {"means": code} for at, code in chosen.items()},
        press="intake-0-map",
    )
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
    test.button(key="intake-0-map").click().run()
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
