"""Samarbeid: every match is that of the raw answers and the reference table."""

import csv
import math
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from maturity import queries
from maturity.reference import reference
from maturity.settings import ROOT
from tests.pages.reading import Open, everything, figures, opened
from tests.raw_scores import FEW, raw_scores

BODO, VEVELSTAD, VEFSN, NARVIK = "1804", "1816", "1824", "1806"
PEOPLE, MEANS = "ledelse-forarbeid", "teknologi-forarbeid"
WEIGHTS = dict.fromkeys(("size", "centrality", "kostra", "region", "distance"), 2)


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/collaboration.py")


def written() -> dict[str, dict[str, str]]:
    """The reference table as it is written, row by row."""
    with (ROOT / "data/reference/kommuner.csv").open(encoding="utf-8") as file:
        return {row["kommune"]: row for row in csv.DictReader(file)}


def kilometres(one: dict[str, str], other: dict[str, str]) -> float:
    """By the spherical law of cosines; the product uses the haversine."""
    a, b = (math.radians(float(it["lat"])) for it in (one, other))
    apart = math.radians(float(one["lon"]) - float(other["lon"]))
    inner = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(apart)
    return 6371 * math.acos(min(1.0, inner))


def alike(one: dict[str, str], other: dict[str, str], weights: dict[str, int]) -> float:
    sizes = [math.log10(float(it["population"])) for it in (one, other)]
    parts = {
        "size": max(0, 1 - abs(sizes[0] - sizes[1])),
        "centrality": 1 - abs(int(one["centrality"]) - int(other["centrality"])) / 5,
        "kostra": float(one["kostra_group"] == other["kostra_group"]),
        "region": float(one["region"] == other["region"]),
        "distance": max(0, 1 - kilometres(one, other) / 300),
    }
    return sum(weights[key] * part for key, part in parts.items()) / sum(weights.values())


def expected(answers: Path, code: str, weights: dict[str, int]) -> dict[tuple[str, str], float]:
    """Every pair with something to give, and its match, from the raw rows."""
    raw = raw_scores(answers, survey_round=code, instrument="evner-10+3")
    raw = raw[(raw["n"] >= FEW) & (raw["at_an_end"] == 0)]
    scores = {
        aspect: own.set_index(["kommune", "dimension"])["mean"].to_dict()
        for aspect, own in raw.groupby("aspect")
    }
    known = written()
    order = {key: at for at, key in enumerate(reference().instruments["evner-10+3"].by_key)}
    kommuner = sorted({kommune for kommune, _key in scores["now"]})
    found = {}
    for asker in kommuner:
        ways = {key: gap for (it, key), gap in scores["gap"].items() if it == asker}
        largest = sorted(ways, key=lambda key: (-round(ways[key], 9), order[key]))[:5]
        wants = [key for key in largest if round(ways[key], 9) >= 0.5]
        for partner in kommuner:
            given = 0.0
            for key in wants:
                ahead = scores["now"].get((partner, key), math.nan) - scores["now"][asker, key]
                if round(ahead, 9) >= 0.75:
                    given += min(1.0, ahead / ways[key])
            if given:
                like = alike(known[asker], known[partner], weights)
                found[asker, partner] = like * given / len(wants)
    return found


def matrix(page: AppTest) -> dict[tuple[str, str], str]:
    figure = figures(page)[1]
    (cells,) = figure["data"]
    rows = [round(base + 0.45) for base in cells["base"]]
    names = {it.name: code for code, it in reference().kommuner.items()}
    codes = [names[name] for name in figure["layout"]["xaxis"]["ticktext"]]
    return {
        (codes[row], codes[column]): text
        for row, column, text in zip(rows, cells["x"], cells["text"], strict=True)
    }


@pytest.mark.parametrize("code", [PEOPLE, MEANS])
def test_every_match_is_that_of_the_raw_answers(visit: Open, answers: Path, code: str):
    shown = matrix(visit(k=BODO, kartlegging=code))
    wanted = {pair: score for pair, score in expected(answers, code, WEIGHTS).items() if score > 0}
    assert len(wanted) > 10
    assert set(shown) == set(wanted)
    for pair, text in shown.items():
        assert float(text) == pytest.approx(100 * wanted[pair], abs=0.5 + 1e-6)


def test_the_reader_s_weights_count(visit: Open, answers: Path):
    only_region = dict.fromkeys(WEIGHTS, 0) | {"region": 2}
    address = {
        "vekt-storrelse": "0",
        "vekt-sentralitet": "0",
        "vekt-kostra": "0",
        "vekt-avstand": "0",
    }
    shown = matrix(visit(k=BODO, kartlegging=PEOPLE, **address))
    for pair, score in expected(answers, PEOPLE, only_region).items():
        assert float(shown.get(pair, 0)) == pytest.approx(100 * score, abs=0.5 + 1e-6)


def test_the_three_to_call_are_the_best_matches(visit: Open, answers: Path):
    page = visit(k=BODO, kartlegging=PEOPLE)
    own = {
        other: round(score, 9)
        for (asker, other), score in expected(answers, PEOPLE, WEIGHTS).items()
        if asker == BODO
    }
    best = sorted(own, key=lambda code: (-own[code], code))[:3]
    assert best
    (bars,) = figures(page)[0]["data"]
    called = [
        own_data[0]
        for own_data, text in zip(bars["customdata"], bars["text"], strict=True)
        if "☎" in text
    ]
    assert set(called) == set(best)


@pytest.mark.parametrize("kommune", [VEVELSTAD, VEFSN, NARVIK])
def test_who_has_no_scores_here_gets_a_sentence_and_nobody_to_call(visit: Open, kommune: str):
    page = visit(k=kommune, kartlegging=MEANS)
    (bars,) = figures(page)[0]["data"]
    assert not any("☎" in text for text in bars["text"])
    name = reference().kommuner[kommune].name
    assert any(name in element.value for element in page.markdown)


def test_what_is_withheld_is_in_no_pair(visit: Open, answers: Path):
    page = visit(k=BODO, kartlegging=PEOPLE)
    assert not any(VEVELSTAD in pair for pair in matrix(page))
    raw = raw_scores(answers, survey_round=PEOPLE, instrument="evner-10+3")
    own = raw[raw["kommune"] == VEVELSTAD]
    assert (own["n"] < FEW).all()
    sent = everything(page)
    for mean in own["mean"]:
        assert pd.isna(mean) or len(repr(float(mean))) < 8 or repr(float(mean)) not in sent


@pytest.mark.parametrize(
    "address",
    [
        {"k": "9999"},
        {"k": "<script>alert(1)</script>"},
        {"rammeverk": "finnes-ikke", "kartlegging": "heller-ikke"},
        {"k": BODO, "vekt-region": "1000"},
        dict.fromkeys((f"vekt-{it}" for it in ("storrelse", "region", "kostra")), "0"),
    ],
)
def test_an_odd_address_still_gives_the_page(visit: Open, address: dict[str, str]):
    assert len(figures(visit(**address))) == 2


def test_the_same_choices_again_ask_nothing(visit: Open, monkeypatch: pytest.MonkeyPatch):
    page = visit(k=BODO, kartlegging=PEOPLE)
    monkeypatch.setattr(queries.Data, "run", lambda *_, **__: pytest.fail("asked again"))
    page.run()
    assert not page.exception


def links(page: AppTest) -> dict[str, str]:
    return {it.proto.label: it.proto.query_string for it in page.get("page_link")}


def test_the_way_on_from_a_partner_keeps_ones_own_kommune_first(visit: Open):
    found = links(visit(k=BODO, kartlegging=PEOPLE))
    beside = [query for label, query in found.items() if label.endswith("ved siden av Bodø")]
    assert len(beside) == 3
    assert all(query.startswith(f"kommune={BODO}&kommune=") for query in beside)
    assert not any("Ring" in label for label in found)


def test_a_round_without_comments_says_so_and_shows_the_newest_that_has_themes(visit: Open):
    said = " ".join(text.value for text in visit(k=BODO, kartlegging=MEANS).text)
    assert "Modul 4: Teknologi har ingen kommentarer om barrierer." in said
    assert "Dette er fra Modul 2: Ledelse" in said
    without = " ".join(text.value for text in visit(kartlegging="strategi-forarbeid").text)
    assert "Kommentarene i Modul 3: Strategi har ingen temaer." in without
    own = " ".join(text.value for text in visit(kartlegging=PEOPLE).text)
    assert "Dette er fra" not in own
    assert "minst hver tredje av dem som svarte" in own


def test_who_has_nobody_to_call_gets_ways_on(visit: Open):
    page = visit(k=VEFSN, kartlegging=MEANS)
    assert any("Se svarene fra Modul 3" in button.label for button in page.button)
    assert "Se siden til Vefsn" in links(page)
    (note,) = [it for it in figures(page)[0]["layout"]["annotations"] if "●" in it["text"]]
    assert "☎" not in note["text"]
