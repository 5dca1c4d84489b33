"""Utvikling: every number is the one worked out in pandas, and what may not be shown is nowhere."""

import json
from functools import partial
from itertools import pairwise
from math import sqrt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from maturity import queries
from maturity.reference import reference
from tests.pages.development_scores import (
    FIRST,
    ROUNDS,
    both,
    people,
    said,
    scores,
    signed,
    stepped,
    tells,
    ways,
)
from tests.pages.reading import Open, figures, html, named, opened, sentences, table

BODO, VEFSN = "1804", "1824"
CAPABILITIES = reference().instruments["evner-10+3"]


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/development.py")


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
        gone = [own[~own.index.isin(same.index)] for own in (a, b)]
        if {left, joined} & {1, 2} or any(
            tells(same.iloc[:, at], gone[at]) for at in (0, 1) if len(gone[at])
        ):
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
    parts = {key: [own["a"], own["b"]] for key, own in same}
    for at, own in enumerate((a, b)):
        for key, each_own in own.groupby(keys[:2]):
            stay = parts[key][at] if key in parts else each_own
            gone = each_own[~each_own.index.isin(stay.index)]
            if len(gone) and tells(stay, gone):
                found = found.drop(key)
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
        assert row[4] == str(int(moves.groupby("dimension").size().max()))
    words = sentences(page)
    assert "sier ikke hva som er årsaken" in words
    assert "tatt før modulens samling" in words
    assert "prosjektets egen antakelse" in words


def test_generations_have_no_areas_and_the_page_says_so(visit: Open):
    page = visit(rammeverk="modenhet-5gen")
    assert "er ikke delt i områder" in sentences(page)
    assert "Evner i modulens område" not in html(page)


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
