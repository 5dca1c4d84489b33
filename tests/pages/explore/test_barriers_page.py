"""Barrierer: counted over those who may be shown, and every address met with a page."""

from functools import partial
from html import escape
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from maturity import queries
from maturity.reference import reference
from maturity.settings import ROOT
from tests.pages.explore.barriers_page import VEVELSTAD, comments, written_by_five
from tests.pages.reading import Open, figures, opened


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/barriers.py")


@pytest.fixture(scope="module")
def wrote(answers: Path) -> pd.DataFrame:
    return written_by_five(answers)


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


def test_opportunities_without_themes_say_so_and_show_the_words(visit: Open):
    page = visit(type="opportunity")
    assert any("ingen temaer å telle" in text.value for text in page.text)
    assert "<li>" in comments(page)


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


def test_the_same_choices_again_ask_nothing(visit: Open, monkeypatch: pytest.MonkeyPatch):
    work: list[str] = []
    run = queries.Data.run
    monkeypatch.setattr(queries.Data, "run", lambda *a, **k: work.append("query") or run(*a, **k))
    page = visit(inndeling="kommune", type="barrier", tema="Kompetanse")
    assert work
    work.clear()
    page.run()
    assert not work
