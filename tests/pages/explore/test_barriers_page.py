"""Barrierer: counted over those who may be shown, and comments as plain text from nobody."""

import json
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from deltalake import DeltaTable
from streamlit.testing.v1 import AppTest

from maturity import queries
from maturity.reference import reference
from maturity.settings import ROOT
from tests.made_answers import people, row, take
from tests.pages.reading import Open, everything, figures, opened

VEVELSTAD = "1816"  # two people answered


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/barriers.py")


@pytest.fixture(scope="module")
def wrote(answers: Path) -> pd.DataFrame:
    """One row per person and comment of those kommuner where five or more answered the round."""
    connection = duckdb.connect()
    files = DeltaTable(str(answers)).file_uris()
    rows = connection.execute("from read_parquet(?)", [files]).df()
    n = (
        rows[rows["respondent"].notna()]
        .groupby(["survey_round", "kommune"])["respondent"]
        .nunique()
    )
    rows = rows[rows["kind"] != "score"].join(n.rename("people"), on=["survey_round", "kommune"])
    return rows[rows["people"] >= 5]


def comments(page: AppTest) -> str:
    (found,) = [h.proto.body for h in page.get("html") if "ul.comments" in h.proto.body]
    return found


def themes_of(wrote: pd.DataFrame) -> pd.DataFrame:
    own = wrote[wrote["kind"] == "barrier"]
    return own.explode("themes").dropna(subset=["themes"])


def sharing(wrote: pd.DataFrame) -> dict[str, set[str]]:
    """By theme, the kommuner in which every third or more of a round's people named it."""
    found: dict[str, set[str]] = {}
    for (theme, kommune, _round), own in themes_of(wrote).groupby(
        ["themes", "kommune", "survey_round"]
    ):
        if own["respondent"].nunique() * 3 >= own["people"].iloc[0]:
            found.setdefault(theme, set()).add(kommune)
    return found


@pytest.mark.parametrize("code", ["alle", "ledelse-forarbeid"])
def test_the_bars_are_the_kommuner_that_share_a_theme(visit: Open, wrote: pd.DataFrame, code: str):
    page = visit(kartlegging=code)
    figure = figures(page)[0]
    (bars,) = figure["data"]
    here = wrote if code == "alle" else wrote[wrote["survey_round"] == code]
    named = themes_of(here)
    shared = {theme: len(own) for theme, own in sharing(here).items()}
    themes = [name.replace("<br>", " ") for name in figure["layout"]["yaxis"]["ticktext"]]
    assert dict(zip(themes, bars["x"], strict=True)) == {
        theme: shared.get(theme, 0) for theme in named["themes"].unique()
    }
    k = named["kommune"].nunique()
    assert bars["text"] == [f"{count} av {k}" for count in bars["x"]]
    assert VEVELSTAD not in set(named["kommune"])
    most = max(shared.values())
    assert any(
        f"Flest deler «{themes[0]}» ({most} av {k} kommuner)" in it.value for it in page.text
    )


def test_it_is_the_same_count_as_on_the_page_of_collaboration(visit: Open, wrote: pd.DataFrame):
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    page.query_params["kartlegging"] = "ledelse-forarbeid"
    page.switch_page("pages/explore/collaboration.py").run()
    listed = " ".join(it.proto.body for it in page.get("html"))
    for theme, own in sharing(wrote[wrote["survey_round"] == "ledelse-forarbeid"]).items():
        if len(own) >= 3:
            assert f"<dt>{escape(theme)} ({len(own)} kommuner)</dt>" in listed


def test_a_round_without_themes_is_named_as_left_out(visit: Open):
    page = visit()
    said = "Modul 3: Strategi er ikke talt med: kommentarene der har ingen temaer."
    assert any(said in text.value for text in page.text)
    notes = [note["text"] for note in figures(page)[0]["layout"]["annotations"]]
    assert "Modul 3: Strategi er ikke talt med" in " ".join(notes).replace("<br>", " ")


def test_a_round_without_themes_has_a_finding_and_no_empty_part(visit: Open, wrote: pd.DataFrame):
    page = visit(kartlegging="strategi-forarbeid")
    own = wrote[(wrote["survey_round"] == "strategi-forarbeid") & (wrote["kind"] == "barrier")]
    k = own["kommune"].nunique()
    said = f"Modul 3: Strategi har ingen temaer å telle. Kommentarer fra {k} kommuner"
    assert any(said in text.value for text in page.text)
    assert [radio.key for radio in page.radio] == ["type"]
    assert [box.key for box in page.selectbox] == ["kartlegging", "k"]
    assert "Hvor nevnes hva?" not in [header.value for header in page.header]


@pytest.mark.parametrize(
    ("grid", "column"), [("modul", "survey_round"), ("region", "region"), ("kommune", "kommune")]
)
def test_the_grid_counts_part_by_part(visit: Open, wrote: pd.DataFrame, grid: str, column: str):
    (cells,) = figures(visit(inndeling=grid))[1]["data"]
    known = reference().kommuner
    named = themes_of(wrote).assign(region=lambda it: it["kommune"].map(lambda k: known[k].region))
    found = {
        tuple(hover.split("<br>")[:2]): text
        for hover, text in zip(cells["hovertext"], cells["text"], strict=True)
    }
    names = {
        "organisasjon-forarbeid": "Modul 1: Organisasjon",
        "ledelse-forarbeid": "Modul 2: Ledelse",
    }
    for (theme, part), own in named.groupby(["themes", column]):
        label = names.get(part) or (known[part].name if part in known else part)
        kommuner = named.loc[named[column] == part, "kommune"].nunique()
        if grid == "kommune":
            count = len(own.drop_duplicates(["survey_round", "respondent"]))
            of = named[named[column] == part].drop_duplicates("survey_round")["people"].sum()
        else:
            count, of = own["kommune"].nunique(), kommuner
        expected = "få" if grid != "kommune" and kommuner < 3 else f"{count}/{of}"
        assert found[f"<b>{theme}</b>", label] == expected


def test_comments_are_those_of_kommuner_with_five_or_more(visit: Open, wrote: pd.DataFrame):
    page = visit()
    texts = wrote[(wrote["kind"] == "barrier") & wrote["text"].notna()]
    assert any(f"{len(texts)} kommentarer" in text.value for text in page.text)
    assert "Vevelstad" not in comments(page)
    assert comments(page).count("<li>") == 30
    (more,) = [it for it in page.button if it.label == "Vis flere"]
    more.click().run()
    assert comments(page).count("<li>") == 60


def test_a_search_finds_all_its_words_and_stays_out_of_the_address(
    visit: Open, wrote: pd.DataFrame
):
    page = visit(kartlegging="strategi-forarbeid")
    page.text_input(key="sok").set_value("regelverket DELING").run()
    own = wrote[(wrote["kind"] == "barrier") & (wrote["survey_round"] == "strategi-forarbeid")]
    lower = own["text"].fillna("").str.lower()
    count = (lower.str.contains("regelverket") & lower.str.contains("deling")).sum()
    assert count
    assert comments(page).count("<li>") == count
    assert "deling" not in str(dict(page.query_params)).lower()
    page.text_input(key="sok").set_value("finnes ikke noe sted").run()
    assert any("Prøv færre" in text.value for text in page.text)


def test_a_kommune_of_two_shows_no_comment_and_says_why(visit: Open):
    page = visit(k=VEVELSTAD)
    assert any("færre enn 5 har svart" in text.value for text in page.text)
    assert "<li>" not in everything(page)


def test_opportunities_without_themes_say_so_and_show_the_words(visit: Open):
    page = visit(type="opportunity")
    assert any("ingen temaer å telle" in text.value for text in page.text)
    assert "<li>" in comments(page)


def test_neither_person_nor_role_nor_time_is_sent(visit: Open, wrote: pd.DataFrame):
    sent = everything(visit())
    for column in ("respondent", "role"):
        for value in wrote[column].dropna().unique():
            assert str(value) not in sent


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """The page over three kommuner of five people, with one comment."""
    given = {"kind": "barrier", "instrument": None, "dimension": None, "item": None, "aspect": None}

    def come(text: str, *, themes: list[str] | None = None, **address: str) -> AppTest:
        answers = tmp_path / "answers"
        rows = []
        for code in ("1804", "1833", "1841"):
            rows += people("ledelse-forarbeid", code, [1, 2, 3, 4, 5])
            who = {"respondent": f"{code}-0", "score": None}
            rows.append(row("ledelse-forarbeid", code, text=text, themes=themes, **who, **given))
        take(answers, rows)
        monkeypatch.setenv("MATURITY_ANSWERS", str(answers))
        page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
        for key, value in address.items():
            page.query_params[key] = value
        page.switch_page("pages/explore/barriers.py").run()
        assert not page.exception
        return page

    return come


@pytest.mark.parametrize(
    "nasty",
    [
        "<img src=x onerror=alert(1)>",
        "![](http://x.invalid/y) **fet** [lenke](javascript:alert(1))",
        "# Overskrift",
        "</li></ul><script>alert(1)</script>",
        "å" * 3000,
    ],
    ids=["image", "markdown", "heading", "script", "long"],
)
def test_a_comment_is_never_markup(written: Callable[..., AppTest], nasty: str):
    page = written(nasty)
    assert escape(nasty) in comments(page)
    assert comments(page).count("<li>") == 3
    assert "<img" not in comments(page)
    assert "<script" not in comments(page)
    assert not any(nasty in text.value for text in page.markdown)


def test_a_theme_typed_by_somebody_is_counted_as_another_and_drawn_nowhere(
    written: Callable[..., AppTest],
):
    own = "<a href='http://x.invalid'>Rådmannen selv</a>"
    page = written("Noe", themes=["Kompetanse", own])
    drawn = json.dumps(figures(page), ensure_ascii=False)
    assert "Annet" in drawn
    assert "Rådmannen" not in drawn
    assert "<a href='http" not in everything(page)


def test_themes_are_named_in_the_language_of_the_reader(written: Callable[..., AppTest]):
    page = written("Noe", themes=["Kompetanse"], lang="en")
    assert figures(page)[0]["layout"]["yaxis"]["ticktext"] == ["Competence"]
    assert "Competence" in comments(page)


def test_data_without_opportunities_offers_none(written: Callable[..., AppTest]):
    page = written("Noe", type="opportunity")
    assert page.radio(key="type").options == ["Barrierer"]
    assert any("valget «opportunity»" in text.value for text in page.text)
    assert comments(page).count("<li>") == 3


def test_it_is_said_how_many_kommuner_are_withheld(visit: Open, answers: Path):
    rows = duckdb.connect().execute(
        "from read_parquet(?)", [DeltaTable(str(answers)).file_uris()]
    ).df()  # fmt: skip
    where = ["survey_round", "kommune"]
    n = rows[rows["respondent"].notna()].groupby(where)["respondent"].nunique()
    asked = rows[rows["kind"] == "barrier"].drop_duplicates(where).set_index(where)
    few = asked.join(n.rename("people")).query("people < 5").reset_index()["kommune"].nunique()
    assert few
    assert any(f"Kommentarene fra {few} kommune" in text.value for text in visit().text)


@pytest.mark.parametrize(
    "address",
    [
        {"k": "1806"},  # never answered
        {"k": "1824"},  # skipped a module
        {"kartlegging": "teknologi-forarbeid"},  # only means: nobody wrote
        {"k": "9999", "tema": "<b>x</b>", "type": "![](x)", "inndeling": "7"},
        {"sok": "navn", "kartlegging": "../x"},
    ],
    ids=["never", "skipped", "means", "odd", "search"],
)
def test_every_address_is_met_with_a_page(visit: Open, address: dict[str, str]):
    page = visit(**address)
    assert not page.error
    assert figures(page)
    if address.get("k") == "1806":
        assert any("Ingen kommentarer kan vises" in text.value for text in page.text)
    if "tema" in address:
        assert any("har ikke valget «9999»" in text.value for text in page.text)
        assert not any("<b>x" in text.value for text in page.markdown)


def test_other_choices_begin_with_a_few_comments_again(visit: Open):
    page = visit()
    page.button[0].click().run()
    page.selectbox(key="tema").set_value("Økonomi").run()
    assert comments(page).count("<li>") <= 30


def test_the_same_choices_again_ask_nothing(visit: Open, monkeypatch: pytest.MonkeyPatch):
    work: list[str] = []
    run = queries.Data.run
    monkeypatch.setattr(queries.Data, "run", lambda *a, **k: work.append("query") or run(*a, **k))
    page = visit(inndeling="kommune", type="barrier", tema="Kompetanse")
    assert work
    work.clear()
    page.run()
    assert not work
