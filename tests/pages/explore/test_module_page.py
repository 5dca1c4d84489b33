"""Modul: every number is that of the raw answers, in an order that is no total."""

import json
import re
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from maturity import queries
from maturity.alphabet import alphabetic
from maturity.reference import reference
from tests.pages.reading import Open, figures, opened
from tests.raw_scores import FEW, comma, raw_scores

VEVELSTAD, VEFSN = "1816", "1824"
ROUNDS = ("organisasjon-forarbeid", "teknologi-forarbeid")


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/module.py")


def cells(figure: dict) -> dict[tuple[str, str], str]:
    (bars,) = figure["data"]
    return dict(zip(map(tuple, bars["customdata"]), bars["text"], strict=True))


def number(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))


@pytest.mark.parametrize("aspect", ["now", "target", "gap"])
@pytest.mark.parametrize("instrument", ["evner-10+3", "modenhet-5gen"])
@pytest.mark.parametrize("code", ROUNDS)
def test_every_cell_is_the_score_of_the_raw_answers(
    visit: Open, answers: Path, code: str, instrument: str, aspect: str
):
    page = visit(kartlegging=code, rammeverk=instrument, aspekt=aspect)
    raw = raw_scores(answers, survey_round=code, instrument=instrument)
    raw = raw[raw["aspect"] == aspect]
    found = cells(figures(page)[1])
    given = set(zip(raw["kommune"], raw["dimension"], strict=True))
    few = set(raw.loc[raw["n"] < FEW, "kommune"])
    asked = set(raw["dimension"])
    assert set(found) == given | {(kommune, key) for kommune in few for key in asked}
    assert {found[it] for it in set(found) - given} <= {"få"}, "tells what so few left out"
    for row in raw.to_dict("records"):
        text = found[row["kommune"], row["dimension"]]
        if row["n"] < FEW:
            assert text == "få"
        elif row["at_an_end"]:
            assert text == "–"
        else:
            assert number(text) == pytest.approx(row["mean"], abs=0.05 + 1e-9)
            assert text.startswith("+") == (aspect == "gap" and number(text) > 0)


def test_the_spread_is_between_the_kommuner_that_are_shown(visit: Open, answers: Path):
    figure = figures(visit(kartlegging=ROUNDS[0], rammeverk="evner-10+3"))[0]
    raw = raw_scores(answers, survey_round=ROUNDS[0], instrument="evner-10+3")
    means = raw[(raw["aspect"] == "now") & (raw["n"] >= FEW)].groupby("dimension")["mean"]
    ends, middle, points = figure["data"]
    order = list(reference().instruments["evner-10+3"].by_key)
    for at, key in enumerate(order):
        low, high = ends["x"][3 * at : 3 * at + 2]
        q1, q3 = middle["x"][3 * at : 3 * at + 2]
        own = means.get_group(key)
        assert (low, high) == pytest.approx((own.min(), own.max()))
        assert (q1, q3) == pytest.approx(tuple(own.quantile([0.25, 0.75])))
        assert points["x"][at] == pytest.approx(own.median())
    text = next(t.value for t in visit(kartlegging=ROUNDS[0]).text if "mest ulike" in t.value)
    ways = {key: round(own.max(), 1) - round(own.min(), 1) for key, own in means}
    far = max(order, key=lambda key: round(ways[key], 6))
    label = reference().instruments["evner-10+3"].by_key[far].label
    low, high = comma(means.get_group(far).min()), comma(means.get_group(far).max())
    assert f"mest ulike på {label}: fra {low} til {high}" in text


def test_participation_counts_phases_and_only_what_is_shown(visit: Open, answers: Path):
    page = visit(kartlegging=ROUNDS[0])
    (table,) = [h.proto.body for h in page.get("html") if "Deltakelse i" in h.proto.body]
    rows = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', table)
    found = {name: re.findall(r"<td>(.*?)</td>", rest) for name, rest in rows}
    parts = [
        raw_scores(answers, survey_round=ROUNDS[0], instrument=instrument)
        for instrument in ("evner-10+3", "modenhet-5gen")
    ]
    n = pd.concat(parts).query("aspect != 'gap'").groupby("kommune")["n"].max()
    shown = n[n >= FEW]
    assert found["Forarbeid"] == [
        f"{len(n)} kommuner",
        str(int(shown.sum())),
        f"{len(n) - len(shown)} kommune",
    ]
    assert found["Dagssamling"][0] == "ingen kartlegging"


def test_the_order_is_by_region_name_or_one_area_and_never_a_total(visit: Open, answers: Path):
    known = reference()
    page = visit(kartlegging=ROUNDS[0], sortering="omrade:ledelse")
    rows = figures(page)[1]["layout"]["yaxis"]["ticktext"]
    raw = raw_scores(answers, survey_round=ROUNDS[0], instrument="evner-10+3")
    area = [d.key for d in known.instruments["evner-10+3"].dimensions if d.area == "ledelse"]
    own = raw[(raw["aspect"] == "now") & raw["dimension"].isin(area) & (raw["n"] >= FEW)]
    means = own.groupby("kommune")["mean"].mean().round(9).to_dict()
    names = {code: known.kommuner[code].name for code in means}
    order = sorted(means, key=lambda code: (-means[code], alphabetic(names[code])))
    assert rows[: len(means)] == [names[code] for code in order]
    options = page.selectbox(key="sortering").options
    assert len(options) == 6
    assert not any("alle" in text.lower() or "total" in text.lower() for text in options)
    names = figures(visit(sortering="navn"))[1]["layout"]["yaxis"]["ticktext"]
    assert names[0] == "Alstahaug"
    assert names[-1] == "Vågan"


def test_a_framework_without_areas_offers_region_and_name(visit: Open):
    page = visit(rammeverk="modenhet-5gen", sortering="omrade:ledelse")
    assert page.selectbox(key="sortering").options == ["Region", "Navn"]
    assert any(
        "har ikke valget «omrade:ledelse»; siden viser Region." in text.value for text in page.text
    )


@pytest.mark.parametrize("aspect", ["now", "gap"])
def test_what_is_withheld_is_nowhere(visit: Open, aspect: str):
    page = visit(kartlegging=ROUNDS[0], aspekt=aspect)
    (bars,) = figures(page)[1]["data"]
    own = [
        hover
        for (code, _key), hover in zip(bars["customdata"], bars["hovertext"], strict=True)
        if code == VEVELSTAD
    ]
    assert len(own) == 13
    assert all(hover.endswith("<br>færre enn 3 svar") for hover in own)
    tables = [h.proto.body for h in page.get("html") if "Vevelstad" in h.proto.body]
    for table in tables:
        (row,) = re.findall(r'<th scope="row">Vevelstad</th>(.*?)</tr>', table)
        assert set(re.findall(r"<td>(.*?)</td>", row)) == {"færre enn 3 svar"}
    drawn = json.dumps(figures(page)[2], ensure_ascii=False)
    assert "Vevelstad" not in drawn


def test_who_skipped_the_module_has_no_row(visit: Open):
    codes = {code for code, _key in cells(figures(visit(kartlegging=ROUNDS[1]))[1])}
    assert VEFSN not in codes
    assert VEVELSTAD in codes


def test_a_click_leads_to_the_kommune(visit: Open):
    page = visit(kartlegging=ROUNDS[0])
    chart = page.get("plotly_chart")[1]
    assert chart.proto.selection_mode
    (bars,) = figures(page)[1]["data"]
    assert {code for code, _key in bars["customdata"]} <= set(reference().kommuner)


def test_a_framework_that_was_never_asked_is_said_and_passed_over(visit: Open):
    page = visit(rammeverk="modenhet-6gen", kartlegging="finnes-ikke")
    assert any("«Rammeverk» har ikke valget «modenhet-6gen»" in text.value for text in page.text)
    assert figures(page)


def test_the_same_choices_again_ask_nothing(visit: Open, monkeypatch: pytest.MonkeyPatch):
    work: list[str] = []
    run = queries.Data.run
    monkeypatch.setattr(queries.Data, "run", lambda *a, **k: work.append("query") or run(*a, **k))
    page = visit(kartlegging="strategi-forarbeid", aspekt="target", sortering="navn")
    assert work
    work.clear()
    page.run()
    assert not work
