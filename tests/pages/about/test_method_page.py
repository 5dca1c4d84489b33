"""Metode: the example is worked out from the data shown, and the texts stand without any."""

import re
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from deltalake import DeltaTable
from streamlit.testing.v1 import AppTest

from maturity import queries
from maturity.intake.store import Store
from maturity.reference import reference
from maturity.settings import ROOT, thresholds

pytestmark = pytest.mark.usefixtures("answers")


def visit(**address: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    for key, value in address.items():
        page.query_params[key] = value
    page.switch_page("pages/about/method.py").run()
    assert not page.exception
    return page


def said(page: AppTest) -> str:
    return "\n".join(text.value for text in page.markdown)


def norwegian(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))


@pytest.fixture
def people(answers: Path) -> pd.DataFrame:
    """Each person's mean per dimension today in the newest round of people, worked out here."""
    files = DeltaTable(str(answers)).file_uris()
    rows = (
        duckdb.connect()
        .execute(
            "select kommune, dimension, respondent, score from read_parquet(?) "
            "where kind = 'score' and survey_round = 'strategi-forarbeid' and aspect = 'now' "
            "and instrument = 'evner-10+3'",
            [files],
        )
        .df()
    )
    person = rows.groupby(["kommune", "dimension", "respondent"])["score"].agg(
        ["mean", "count", "size"]
    )
    return person[person["count"] * 2 >= person["size"]]["mean"].reset_index()


def test_the_example_equals_what_pandas_makes_of_the_rows(people: pd.DataFrame):
    text = said(visit())
    name, label = re.search(r"1\. (.+?) i Modul 3: Strategi \(.+?\), «(.+?)» i dag", text).groups()
    (kommune,) = [k.kommune for k in reference().kommuner.values() if k.name == name]
    dimensions = reference().instruments["evner-10+3"].dimensions
    (dimension,) = [d.key for d in dimensions if d.label == label]
    own = people[(people["kommune"] == kommune) & (people["dimension"] == dimension)]["mean"]
    n, mean = re.search(r"de (\d+) personenes tall er ([\d,]+)", text).groups()
    assert int(n) == len(own)
    assert norwegian(mean) == pytest.approx(own.mean(), abs=0.005)
    sd = re.search(r"Standardavviket er ([\d,]+)", text)[1]
    assert norwegian(sd) == pytest.approx(own.std(), abs=0.005)
    by_kommune = people[people["dimension"] == dimension].groupby("kommune")["mean"]
    shown = by_kommune.mean()[by_kommune.size() >= thresholds().min_respondents]
    means, total, whole = re.search(
        r"er ([\d, +]+)\. Til sammen er det ([\d,]+), og delt på \d+ \*\*([\d,]+)", text
    ).groups()
    assert [norwegian(it) for it in means.split(" + ")] == pytest.approx(sorted(shown), abs=0.005)
    assert norwegian(total) == pytest.approx(shown.sum(), abs=0.005)
    assert norwegian(whole) == pytest.approx(shown.mean(), abs=0.005)
    assert f"de {len(shown)} kommunene" in text
    assert "Alt er regnet ut før avrunding." in text, "the rounded parts need not add up"


def test_every_dimension_is_explained_in_a_line():
    text = said(visit())
    for instrument in reference().instruments.values():
        for place, dimension in enumerate(instrument.dimensions, start=1):
            start = f"{place}. **{dimension.label}**"
            line = next(line for line in text.split("\n") if line.startswith(start))
            assert dimension.meaning, dimension.key
            assert line.endswith(f": {dimension.meaning['nb']}")
            assert len(dimension.meaning["nb"]) > 20
            assert ("arbeidstittel" in line) == (dimension.title_status == "working-title")


def test_the_same_visit_again_asks_nothing(monkeypatch: pytest.MonkeyPatch):
    page = visit()
    work: list[str] = []
    for owner, name in ((queries.Data, "run"), (Store, "history")):
        real = getattr(owner, name)
        monkeypatch.setattr(
            owner, name, lambda *a, real=real, **k: work.append("asked") or real(*a, **k)
        )
    page.run()
    assert not page.exception
    assert work == []


def test_the_thresholds_are_those_in_force(monkeypatch: pytest.MonkeyPatch):
    assert "minst 3 svar" in said(visit())
    thresholds.cache_clear()
    monkeypatch.setenv("MATURITY_MIN_RESPONDENTS", "4")
    try:
        assert "minst 4 svar" in said(visit())
    finally:
        monkeypatch.undo()
        thresholds.cache_clear()


def test_the_imports_in_force_are_listed_and_nobody_is_named():
    (table,) = [h.proto.body for h in visit().get("html") if "Dataversjon" in h.proto.body]
    assert "Dataversjon 4" in table
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", table)
    assert len(rows) == 4
    assert "Modul 3: Strategi" in rows[2]
    assert all("oppdiktet" in row for row in rows)
    assert "demo" not in table


def test_without_data_the_rest_of_the_page_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "none"))
    page = visit()
    assert "Kræmmergaard" in said(page)
    assert "Ingen svar er lest inn ennå" in page.error[0].value


def test_english_says_the_same_with_the_other_names():
    assert "Digitally visionary" in said(visit(lang="en"))
