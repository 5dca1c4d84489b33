"""Utvikling: every number is the one worked out in pandas, and what may not be shown is nowhere."""

import datetime
import json
import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from math import sqrt
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from deltalake import DeltaTable, write_deltalake
from scipy import stats
from streamlit.testing.v1 import AppTest

from maturity import queries
from maturity.reference import reference
from maturity.settings import ROOT
from tests.made_answers import people as answering
from tests.made_answers import take

ROUNDS = [
    "organisasjon-forarbeid",
    "ledelse-forarbeid",
    "strategi-forarbeid",
    "teknologi-forarbeid",
]
FIRST = {"fra": ROUNDS[0], "til": ROUNDS[1]}  # the only two whose people can be followed
CAPABILITIES = reference().instruments["evner-10+3"]
BODO, VEVELSTAD, VEFSN, NARVIK = "1804", "1816", "1824", "1806"
Open = Callable[..., AppTest]


@pytest.fixture
def visit(answers: Path) -> Open:
    """Open the page at an address, as somebody who was sent it."""

    def come(**address: str) -> AppTest:
        page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
        for key, codes in address.items():
            page.query_params[key] = codes
        page.switch_page("pages/explore/development.py").run()
        assert not page.exception
        assert not page.error
        return page

    return come


@cache
def raw(answers: Path) -> pd.DataFrame:
    frame = DeltaTable(str(answers)).to_pandas()
    return frame[frame["kind"] == "score"]


def people(answers: Path, instrument: str, aspect: str = "now") -> pd.DataFrame:
    """One row per person, dimension and survey round with at least half of the items answered."""
    frame = raw(answers)
    own = frame[(frame["instrument"] == instrument) & (frame["aspect"] == aspect)]
    keys = ["survey_round", "kommune", "dimension", "respondent"]
    each = own[own["respondent"].notna()].groupby(keys)["score"].agg(["mean", "count", "size"])
    return each[each["count"] * 2 >= each["size"]]["mean"].rename("score").reset_index()


def scores(answers: Path, instrument: str, aspect: str = "now") -> pd.DataFrame:
    """Mean, n and sd by survey round, kommune and dimension; withheld below three answers."""
    keys = ["survey_round", "kommune", "dimension"]
    each = people(answers, instrument, aspect).groupby(keys)["score"]
    found = each.agg(mean="mean", n="size", sd="std")
    frame = raw(answers)
    own = frame[(frame["instrument"] == instrument) & (frame["aspect"] == aspect)]
    means = own[own["respondent"].isna()].set_index(keys)[["score", "n"]]
    means = means.rename(columns={"score": "mean"}).assign(sd=np.nan)
    return pd.concat([found, means]).astype(float)


def both(
    answers: Path, earlier: str, later: str, instrument: str, aspect: str = "now"
) -> pd.DataFrame:
    """The kommuner with at least three answers both times, by kommune and dimension."""
    found = scores(answers, instrument, aspect)
    found = found[found["n"] >= 3]
    return found.loc[earlier].add_suffix("_a").join(found.loc[later].add_suffix("_b"), how="inner")


def said(value: float, digits: int = 1) -> str:
    return f"{np.round(value, digits) + 0.0:.{digits}f}".replace(".", ",").replace("-", "−")


def signed(value: float, digits: int = 1) -> str:
    text = said(value, digits)
    return f"+{text}" if np.round(value, digits) > 0 else text


def stepped(before: float, after: float) -> str:
    moved = np.round(after - before, 1)
    return f"{said(before)} → {said(after)} ({signed(moved)})"


def ways(moves: pd.DataFrame) -> str:
    moved = np.round((moves["mean_b"] - moves["mean_a"]).round(9), 1)
    return f"{(moved > 0).sum()} opp, {(moved < 0).sum()} ned, {(moved == 0).sum()} uendret"


def figures(page: AppTest) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]


def named(figure: dict) -> dict[str, dict]:
    return {trace["name"]: trace for trace in figure["data"] if "name" in trace}


def everything(page: AppTest) -> str:
    return "\n".join(str(node.proto) for node in page._tree if getattr(node, "proto", None))


def html(page: AppTest) -> str:
    return "\n".join(node.proto.body for node in page.get("html"))


def table(page: AppTest, title: str) -> list[list[str]]:
    """The rows of the table whose title begins so."""
    (body,) = [
        node.proto.body for node in page.get("html") if f"<caption><b>{title}" in node.proto.body
    ]
    return [
        re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", row)
        for row in re.findall(r"<tr>(.*?)</tr>", body)
    ][1:]


def sentences(page: AppTest) -> str:
    return "\n".join(text.value for text in page.text)


@pytest.mark.parametrize(
    ("address", "earlier", "later", "instrument", "aspect"),
    [
        ({}, ROUNDS[2], ROUNDS[3], "evner-10+3", "now"),
        (
            {**FIRST, "rammeverk": "modenhet-5gen", "aspekt": "target"},
            *ROUNDS[:2],
            "modenhet-5gen",
            "target",
        ),
    ],
)
def test_the_networks_numbers_are_those_worked_out_in_pandas(
    visit: Open, answers: Path, address, earlier, later, instrument, aspect
):
    page = visit(**address)
    moves = both(answers, earlier, later, instrument, aspect)
    known = reference().instruments[instrument]
    means = moves.groupby("dimension")[["mean_a", "mean_b"]].mean().loc[list(known.by_key)]
    points = [trace for trace in figures(page)[0]["data"] if trace["mode"] == "markers"]
    assert points[0]["x"] == pytest.approx(means["mean_a"].tolist())
    assert points[1]["x"] == pytest.approx(means["mean_b"].tolist())
    most = moves.groupby("kommune")[["n_a", "n_b"]].max().sum().astype(int)
    counted = f"<dd>{most['n_a']} svar første gang og {most['n_b']} svar andre gang.</dd>"
    assert counted in html(page)
    shown = {row[0]: row[1:] for row in table(page, "Endring i Nordland")}
    for key, dimension in known.by_key.items():
        own = moves.xs(key, level="dimension")
        before, after = means.loc[key]
        assert shown[dimension.label] == [
            said(before),
            said(after),
            signed(np.round(after - before, 9)),
            f"{len(own)} kommuner: {ways(own)}",
        ]
    moved = np.round((means["mean_b"] - means["mean_a"]).round(9), 1)
    up, down = (moved > 0).sum() or "ingen", (moved < 0).sum() or "ingen"
    whole = html(page)
    assert f"{moves.index.get_level_values('kommune').nunique()} kommuner kan vises begge" in whole
    assert f"Snittet gikk opp på {up} av {len(known.by_key)}" in whole
    assert f"og ned på {down}." in whole
    exact = (means["mean_b"] - means["mean_a"]).abs()
    top = exact.idxmax()
    assert (
        f"Mest endret: {known.by_key[top].label}, fra {said(means.loc[top, 'mean_a'])} til "
        f"{said(means.loc[top, 'mean_b'])} av 5 ({ways(moves.xs(top, level='dimension'))})."
    ) in whole
    assert page.selectbox(key="dimensjon").value == top, "what moved most is drawn first"


def test_lines_go_from_round_to_round_and_never_across_a_gap(visit: Open, answers: Path):
    page = visit(dimensjon="datadrevet", k=VEFSN, gruppe="region:Salten")
    lines = named(figures(page)[1])
    score = scores(answers, "evner-10+3").xs("datadrevet", level="dimension")
    shown = score[score["n"] >= 3]["mean"]
    assert lines["Vefsn"]["x"] == [0, 1, 2]
    assert lines["Vefsn"]["y"] == pytest.approx([shown[code, VEFSN] for code in ROUNDS[:3]])
    salten = {k.kommune for k in reference().kommuner.values() if k.region == "Salten"}
    expected = []
    for earlier, later in pairwise(ROUNDS):
        moves = both(answers, earlier, later, "evner-10+3").xs("datadrevet", level="dimension")
        own = moves[moves.index.isin(salten)]
        expected += [own["mean_a"].mean(), own["mean_b"].mean()]
    drawn = [y for y in lines["Salten"]["y"] if y is not None]
    for mean in expected:
        assert min(abs(mean - y) for y in drawn) < 1e-9
    others = lines["Andre kommuner"]
    texts = {text.split("<br>")[0] for text in others["hovertext"] if text}
    names = {reference().kommuner[code].name for code in shown.loc[ROUNDS[0]].index}
    assert texts == {f"<b>{name}</b>" for name in names - {"Vefsn"}}
    assert "Vevelstad" not in json.dumps(figures(page), ensure_ascii=False)
    assert figures(page)[1]["layout"]["yaxis"]["range"] == pytest.approx([0.84, 5.16])
    rows = {row[0]: row[1:] for row in table(page, "Datadrevet")}
    assert rows["Vefsn"] == [*(said(shown[code, VEFSN]) for code in ROUNDS[:3]), "ikke besvart", ""]
    assert rows["Vevelstad"][0] == "færre enn 3 svar"
    for code, name in ((BODO, "Bodø"), ("1833", "Rana")):
        levels = [shown[one, code] for one in ROUNDS]
        assert rows[name] == [*map(said, levels), stepped(*levels[2:])]


def test_two_rounds_alone_are_drawn_where_asked_for(visit: Open):
    page = visit(**FIRST, visning="to", k=BODO)
    figure = figures(page)[1]
    assert len(figure["layout"]["xaxis"]["ticktext"]) == 2
    assert named(figure)["Bodø"]["x"] == [0, 1]


def test_a_kommunes_changes_carry_a_verdict_and_their_two_parts(visit: Open, answers: Path):
    page = visit(**FIRST, k=BODO, dimensjon="datadrevet")
    moves = both(answers, *ROUNDS[:2], "evner-10+3").loc[BODO]
    each = people(answers, "evner-10+3")
    each = each[each["kommune"] == BODO].set_index(["survey_round", "dimension", "respondent"])
    shown = {row[0]: row[1:] for row in table(page, "Endring i Bodø")}
    for key, dimension in CAPABILITIES.by_key.items():
        row = moves.loc[key]
        verdict = chance(row)
        a, b = (each.loc[code].loc[key]["score"] for code in ROUNDS[:2])
        same = pd.concat([a, b], axis=1, join="inner")
        left, joined = len(a) - len(same), len(b) - len(same)
        assert shown[dimension.label][:2] == [stepped(row["mean_a"], row["mean_b"]), verdict]
        if {left, joined} & {1, 2}:
            assert shown[dimension.label][2].startswith("vises ikke: ")
            continue
        own = (same.iloc[:, 1] - same.iloc[:, 0]).mean()
        rest = row["mean_b"] - row["mean_a"] - own
        assert shown[dimension.label][2] == (
            f"de samme {len(same)}: {signed(own, 2)}; at andre har svart: {signed(rest, 2)} "
            f"({left} sluttet, {joined} kom til)"
        )
    first, then = (int(moves[f"n_{it}"].max()) for it in "ab")
    assert f"<dd>{first} svar første gang og {then} svar andre gang.</dd>" in html(page)
    assert f"Datadrevet: {'; '.join(shown['Datadrevet'][:2])}." in sentences(page)


def chance(row: pd.Series) -> str:
    """Welch's margin, from scipy: nobody counts as agreeing by more than a third of a point."""
    parts = [(max(row[f"sd_{it}"], 1 / 3) ** 2 / row[f"n_{it}"], row[f"n_{it}"]) for it in "ab"]
    error = sum(share for share, _n in parts)
    freedom = error**2 / sum(share**2 / (n - 1) for share, n in parts)
    margin = stats.t.ppf(0.975, freedom) * sqrt(error)
    word = "større" if abs(row["mean_b"] - row["mean_a"]) > margin else "mindre"
    return f"forskjellen er {word} enn det tilfeldigheter kan gi (±{said(margin)})"


def test_the_networks_split_is_the_mean_of_those_that_may_be_shown(visit: Open, answers: Path):
    page = visit(**FIRST)
    each = people(answers, "evner-10+3").set_index("survey_round")
    keys = ["kommune", "dimension", "respondent"]
    a, b = (each.loc[code].set_index(keys)["score"] for code in ROUNDS[:2])
    same = pd.concat({"a": a, "b": b}, axis=1, join="inner").groupby(keys[:2])
    found = same.agg(a=("a", "mean"), b=("b", "mean"), n=("a", "size"))
    found = found.join(both(answers, *ROUNDS[:2], "evner-10+3"), how="inner")
    left, joined = found["n_a"] - found["n"], found["n_b"] - found["n"]
    found = found[(found["n"] >= 3) & ~left.isin([1, 2]) & ~joined.isin([1, 2])]
    found["same"] = found["b"] - found["a"]
    found["whole"] = found["mean_b"] - found["mean_a"]
    shown = {row[0]: row[1:] for row in table(page, "Samme personer eller andre")}
    for key, dimension in CAPABILITIES.by_key.items():
        own = found.xs(key, level="dimension")
        assert len(own) >= 3
        whole, by_same = own["whole"].mean(), own["same"].mean()
        assert shown[dimension.label] == [
            signed(whole, 2),
            signed(by_same, 2),
            signed(whole - by_same, 2),
            f"{len(own)} kommuner",
        ]


def test_the_areas_taught_are_compared_with_the_others_and_warned_about(visit: Open, answers: Path):
    page = visit()
    shown = table(page, "Evner i modulens område")
    for row, (earlier, later) in zip(shown, pairwise(ROUNDS), strict=True):
        moves = both(answers, earlier, later, "evner-10+3")
        change = (moves["mean_b"] - moves["mean_a"]).groupby("dimension").mean()
        area = earlier.partition("-")[0]
        inside = [key for key, one in CAPABILITIES.by_key.items() if one.area == area]
        outside = [key for key in CAPABILITIES.by_key if key not in inside]
        assert row[2] == f"{signed(change[inside].mean(), 2)} ({len(inside)} evner)"
        assert row[3] == f"{signed(change[outside].mean(), 2)} ({len(outside)} evner)"
        assert row[1] == next(one.label for one in CAPABILITIES.areas if one.key == area)
    words = sentences(page)
    assert "sier ikke hva som er årsaken" in words
    assert "tatt før modulens samling" in words
    assert "prosjektets egen antakelse" in words


def test_generations_have_no_areas_and_the_page_says_so(visit: Open):
    page = visit(rammeverk="modenhet-5gen")
    assert "er ikke delt i områder" in sentences(page)
    assert "Evner i modulens område" not in html(page)


def test_means_only_are_marked_and_tell_neither_chance_nor_people(visit: Open):
    page = visit(k=BODO)
    words = sentences(page)
    assert "Kan ikke kontrolleres: en av kildene har bare gjennomsnitt" in words
    assert "om endringene er mer enn tilfeldige, kan ikke sies" in words.lower()
    assert "Det vet vi ikke: en av kildene har bare gjennomsnitt" in words
    rows = table(page, "Endring i Bodø")
    assert {row[2] for row in rows} == {"kan ikke sies: kilden har bare gjennomsnitt"}


@pytest.mark.parametrize(
    ("kommune", "words"),
    [
        (VEVELSTAD, "Vevelstad vises ikke i Modul 3: Strategi: færre enn 3 svar."),
        (VEFSN, "Vefsn har ikke svart i Modul 4: Teknologi. Velg to kartlegginger"),
        (NARVIK, "Narvik har ikke svart i Modul 3: Strategi. Narvik har ikke svart i Modul 4"),
    ],
)
def test_a_kommune_without_both_is_told_why_and_what_to_do(visit: Open, kommune: str, words: str):
    page = visit(k=kommune)
    assert words in sentences(page)
    assert len(figures(page)) == 2, "the others are drawn all the same"


def test_other_answers_of_those_withheld_would_change_nothing_that_is_sent(
    visit: Open, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    table = DeltaTable(str(answers)).to_pyarrow_table()
    theirs = pc.and_(pc.equal(table["kommune"], VEVELSTAD), pc.is_valid(table["score"]))
    other = pc.if_else(theirs, pc.subtract(6.0, table["score"]), table["score"])
    place = table.schema.get_field_index("score")
    turned = table.set_column(place, table.schema.field(place), other.cast(pa.float64()))
    assert turned != table
    sent = []
    for name, rows in (("as-they-are", table), ("turned", turned)):
        write_deltalake(str(tmp_path / name), rows)
        monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / name))
        page = visit(**FIRST, k=VEVELSTAD, gruppe="region:Ofoten")
        assert "Ofoten vises ikke: færre enn 3 kommuner" in sentences(page)
        assert "Vevelstad vises ikke" in sentences(page)
        assert len(figures(page)) == 2
        # A sum differs in its last digits with the order of its parts, and names hang on it.
        text = re.sub(r"\$\$ID-\w+", "", everything(page))
        sent.append(re.sub(r"\d\.\d{10,}", lambda found: f"{float(found[0]):.9f}", text))
    assert sent[0] == sent[1]


def test_a_reversed_step_is_turned_and_one_round_twice_becomes_a_step(visit: Open):
    turned = visit(fra=ROUNDS[1], til=ROUNDS[0])
    assert "byttet om" in turned.info[0].value
    assert figures(turned) == figures(visit(**FIRST))
    for code in (ROUNDS[0], ROUNDS[3]):
        page = visit(fra=code, til=code)
        assert "samme kartlegging" in page.info[0].value
        assert len(figures(page)) == 2


def test_unknown_codes_are_passed_over_with_a_notice(visit: Open):
    page = visit(
        rammeverk="x",
        fra="<b>",
        til="9",
        k="9999",
        dimensjon="gen1",
        gruppe="kostra:99",
        aspekt="gap",
    )
    for code in ("rammeverk=x", "fra=<b>", "til=9", "k=9999", "dimensjon=gen1", "aspekt=gap"):
        assert code in page.text[0].value
    assert len(figures(page)) == 2


def test_the_same_choices_again_ask_nothing_and_draw_nothing(
    visit: Open, monkeypatch: pytest.MonkeyPatch
):
    asked = []
    ask = queries.Data.run
    monkeypatch.setattr(queries.Data, "run", lambda *a, **k: asked.append(a) or ask(*a, **k))
    page = visit(k="1811", gruppe="region:Lofoten", fra=ROUNDS[0], til=ROUNDS[2])
    assert asked
    asked.clear()
    page.run()
    assert asked == []


def made(instrument: str, code: str, module: str, month: int, items: dict[str, str]) -> list:
    """Five people of each of four kommuner answer one item per dimension."""
    return [
        row
        for place, kommune in enumerate(["1804", "1824", "1833", "1841"])
        for dimension, item in items.items()
        for row in answering(
            code,
            kommune,
            [1.0 + (place + month) % 4, 2.0, 3.0, 3.0, 4.0],
            instrument=instrument,
            module=module,
            dimension=dimension,
            item=item,
            answered_at=datetime.date(2024, month, 1),
        )
    ]


@pytest.fixture
def made_rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rounds of five generations, one statement of which is new; one round of six."""
    older, newer = {"gen1": "gen1-1", "gen2": "gen2-1"}, {"gen1": "gen1-1", "gen2": "gen2-2"}
    take(
        tmp_path / "answers",
        [
            *made("modenhet-5gen", "first", "organisasjon", 1, older),
            *made("modenhet-5gen", "second", "ledelse", 2, newer),
            *made("modenhet-6gen", "third", "strategi", 3, newer),
        ],
    )
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))


def test_other_statements_are_refused_and_named_and_versions_never_joined(visit, made_rounds):
    page = visit(rammeverk="modenhet-5gen", dimensjon="gen2", k=BODO)
    words = sentences(page)
    left_out = reference().instruments["modenhet-5gen"].by_key["gen2"].label
    assert f"Utelatt, fordi påstandene ikke er de samme: {left_out}." in words
    assert f"{left_out} sammenlignes ikke: ikke de samme påstandene." in words
    assert "Digital modenhet (seks generasjoner) er en annen utgave" in words
    network, lines = figures(page)
    assert [len(t["x"]) for t in network["data"] if t["mode"] == "markers"] == [1, 1]
    assert not any(trace["x"] for trace in lines["data"])
    rows = {row[0]: row[1:] for row in table(page, "Endring i Nordland")}
    assert rows[left_out][0] == "ikke de samme påstandene"
    assert {row[0]: row[1:] for row in table(page, "Endring i Bodø")}[left_out][0] == (
        "ikke de samme påstandene"
    )


def test_a_framework_with_one_round_has_no_change_and_says_so(visit, made_rounds):
    page = visit(rammeverk="modenhet-6gen", fra="first", til="second", k=BODO)
    assert "spurt om bare én gang" in page.info[0].value
    assert not figures(page)
    page.selectbox(key="rammeverk").set_value("modenhet-5gen").run()
    assert not page.exception
    assert len(figures(page)) == 2
