"""Barrierer: comments are plain text from nobody, of kommuner where five or more answered."""

from functools import partial
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from deltalake import DeltaTable

from tests.pages.explore.barriers_page import VEVELSTAD, comments, written_by_five
from tests.pages.reading import Open, everything, opened


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/barriers.py")


@pytest.fixture(scope="module")
def wrote(answers: Path) -> pd.DataFrame:
    return written_by_five(answers)


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


def test_neither_person_nor_role_nor_time_is_sent(visit: Open, wrote: pd.DataFrame):
    sent = everything(visit())
    for column in ("respondent", "role"):
        for value in wrote[column].dropna().unique():
            assert str(value) not in sent


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


def test_other_choices_begin_with_a_few_comments_again(visit: Open):
    page = visit()
    page.button[0].click().run()
    page.selectbox(key="tema").set_value("Økonomi").run()
    assert comments(page).count("<li>") <= 30
