"""Agreement and place on a kommune's page equal the raw answers, and name nobody else."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from deltalake import DeltaTable
from streamlit.testing.v1 import AppTest

from maturity.reference import reference
from maturity.settings import ROOT
from tests.raw_scores import FEW, raw_group, raw_scores

BODO, FAUSKE = "1804", "1841"
EVNER = "evner-10+3"
KEYS = list(reference().instruments[EVNER].by_key)
Open = Callable[..., AppTest]


@pytest.fixture
def visit(answers: Path) -> Open:
    def come(**address: str) -> AppTest:
        page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
        for key, value in address.items():
            page.query_params[key] = value
        page.switch_page("pages/explore/kommune.py").run()
        assert not page.exception
        return page

    return come


def figure_of(page: AppTest, words: str) -> dict | None:
    specs = [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]
    found = [s for s in specs if words in s["layout"]["title"]["text"].replace("<br>", " ")]
    return found[0] if found else None


def texts(page: AppTest) -> str:
    return "\n".join(text.value for text in page.text)


def test_people_are_counted_at_their_level(visit: Open, answers: Path):
    figure = figure_of(visit(k=BODO, kartlegging="ledelse-forarbeid"), "fordeler seg")
    rows = DeltaTable(answers).to_pandas()
    own = rows[
        (rows["kommune"] == BODO)
        & (rows["survey_round"] == "ledelse-forarbeid")
        & (rows["instrument"] == EVNER)
        & (rows["aspect"] == "now")
    ]
    one = own.groupby(["dimension", "respondent"])["score"].agg(["mean", "count", "size"])
    one = one[one["count"] * 2 >= one["size"]]["mean"]
    level = np.floor(one + 0.5).astype(int)
    for place, trace in enumerate(figure["data"], start=1):
        assert sum(trace["x"]) == (level == place).sum()
        counts = (level == place).groupby("dimension").sum()
        assert sorted(trace["x"]) == sorted(int(c) for c in counts if c)


def test_means_alone_are_shown_by_an_earlier_round_that_is_named(visit: Open):
    page = visit(k=BODO, kartlegging="teknologi-forarbeid")
    assert "her er Modul 3: Strategi" in texts(page)
    assert figure_of(page, "fordeler seg")


def test_four_people_are_too_few_for_a_distribution(visit: Open):
    page = visit(k="1833", kartlegging="ledelse-forarbeid")  # four of them; seven before
    assert "her er Modul 1: Organisasjon" in texts(page)
    alone = visit(k="1838", kartlegging="organisasjon-forarbeid")  # four, and nothing before
    assert "vises ikke: færre enn 5 svar" in texts(alone)
    assert figure_of(alone, "fordeler seg") is None


def test_the_others_are_the_raw_scores_rounded_and_nobodys(visit: Open, answers: Path):
    page = visit(k=FAUSKE, kartlegging="organisasjon-forarbeid", gruppe="region:Salten")
    figure = figure_of(page, "blant kommunene")
    others, group, own = figure["data"]
    raw = raw_scores(answers, survey_round="organisasjon-forarbeid", instrument=EVNER)
    now = raw[(raw["aspect"] == "now") & (raw["n"] >= FEW)]
    expected = now[now["kommune"] != FAUSKE]["mean"]
    assert len(others["x"]) == len(expected)
    assert sum(others["x"]) == pytest.approx(expected.sum(), abs=0.05 * len(expected))
    assert all(round(x, 1) == x for x in others["x"])
    mine = now[now["kommune"] == FAUSKE].set_index("dimension")["mean"]
    assert own["x"] == pytest.approx([mine[key] for key in KEYS])
    salten = frozenset(k.kommune for k in reference().kommuner.values() if k.region == "Salten")
    means = raw_group(raw, salten, aspect="now")
    assert group["x"] == pytest.approx([means[key] for key in KEYS])
    sent = json.dumps(figure, ensure_ascii=False)
    for kommune in reference().kommuner.values():
        if kommune.kommune != FAUSKE:
            assert not re.search(rf"\b{kommune.name}\b", sent), kommune.name
            assert f'"{kommune.kommune}"' not in sent
