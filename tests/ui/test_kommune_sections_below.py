"""The lower half of a kommune's page: what moved, what was written, whom to call, what to ask."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from deltalake import DeltaTable
from streamlit.testing.v1 import AppTest

from maturity.reference import reference
from maturity.settings import ROOT
from tests.raw_scores import FEW, comma, raw_scores

BODO, VEVELSTAD, VEFSN, NARVIK = "1804", "1816", "1824", "1806"
EVNER = "evner-10+3"
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


def figure_of(page: AppTest, words: str) -> dict:
    specs = [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]
    (found,) = [s for s in specs if words in s["layout"]["title"]["text"].replace("<br>", " ")]
    return found


def texts(page: AppTest) -> str:
    return "\n".join(text.value for text in page.text)


@pytest.mark.parametrize(
    ("code", "later", "earlier"),
    [
        (BODO, "ledelse-forarbeid", "organisasjon-forarbeid"),
        (BODO, "teknologi-forarbeid", "strategi-forarbeid"),
        (VEFSN, "strategi-forarbeid", "ledelse-forarbeid"),
    ],
)
def test_what_moved_is_the_difference_of_the_raw_scores(
    visit: Open, answers: Path, code: str, later: str, earlier: str
):
    page = visit(k=code, kartlegging=later)
    figure = figure_of(page, ": endring siden")
    _ways, before, after, _words = figure["data"]
    found = []
    for survey_round in (earlier, later):
        raw = raw_scores(answers, survey_round=survey_round, instrument=EVNER)
        own = raw[(raw["kommune"] == code) & (raw["aspect"] == "now")].set_index("dimension")
        found.append([own["mean"][key] for key in reference().instruments[EVNER].by_key])
    assert before["x"] == pytest.approx(found[0])
    assert after["x"] == pytest.approx(found[1])
    risen = sum(round(round(b - a, 9), 1) > 0 for a, b in zip(*found, strict=True))
    assert f"gikk opp på {risen} av 13" in texts(page)


def test_the_same_people_are_told_from_others(visit: Open, answers: Path):
    page = visit(k=BODO, kartlegging="ledelse-forarbeid")
    (table,) = [h.proto.body for h in page.get("html") if "Hvem har endret svar?" in h.proto.body]
    rows = DeltaTable(answers).to_pandas()
    rows = rows[
        (rows["kommune"] == BODO)
        & (rows["instrument"] == EVNER)
        & (rows["aspect"] == "now")
        & (rows["dimension"] == "datadrevet")
    ]
    one = rows.groupby(["survey_round", "respondent"])["score"].agg(["mean", "count", "size"])
    one = one[one["count"] * 2 >= one["size"]]["mean"]
    then, now = one["organisasjon-forarbeid"], one["ledelse-forarbeid"]
    both = then.index.intersection(now.index)
    same = now[both].mean() - then[both].mean()
    others = now.mean() - then.mean() - same
    label = reference().instruments[EVNER].by_key["datadrevet"].label
    (row,) = re.findall(rf'<th scope="row">{label}</th>(.*?)</tr>', table)
    for part in (same, others):
        assert f"{part:+.2f}".replace(".", ",").replace("-", "−") in row
    assert f"de samme {len(both)}" in row


def test_means_alone_say_that_chance_cannot_be_judged(visit: Open):
    page = visit(k=BODO, kartlegging="teknologi-forarbeid")
    assert "kan ikke sies: en av kildene har bare gjennomsnitt" in texts(page)
    assert texts(page).count("kan ikke sies") == 1


def test_the_first_round_has_nothing_before_it(visit: Open):
    page = visit(k=BODO, kartlegging="organisasjon-forarbeid")
    assert any("ingen tidligere kartlegging" in text.value for text in page.markdown)


def test_themes_are_counted_and_comments_are_the_kommunes_own(visit: Open, answers: Path):
    page = visit(k=BODO, kartlegging="ledelse-forarbeid")
    rows = DeltaTable(answers).to_pandas()
    own = rows[(rows["kommune"] == BODO) & (rows["survey_round"] == "ledelse-forarbeid")]
    barriers = own[own["kind"] == "barrier"]
    n = own[own["kind"] == "score"]["respondent"].nunique()
    counts = barriers.explode("themes").dropna(subset=["themes"])["themes"].value_counts()
    for theme, people in counts.items():
        assert f"{theme} ({people} av {n})" in texts(page)
    lists = [h.proto.body for h in page.get("html") if "ul.comments" in h.proto.body]
    said = re.findall(r"<li>(.*?)(?:<small>.*?</small>)?</li>", lists[0])
    assert said
    assert not any(name in lists[0] for name in ("Bodø ·", "Modul 2: Ledelse")), "said above"
    assert set(said) <= set(barriers["text"].dropna())


@pytest.mark.parametrize("code", [VEVELSTAD, NARVIK])
def test_who_may_not_be_shown_has_no_section(visit: Open, code: str):
    page = visit(k=code)
    assert not any("Hva nå?" in header.value for header in page.header)
    assert not page.get("plotly_chart")


def test_comments_of_too_few_are_withheld_and_it_is_said(visit: Open):
    page = visit(k="1841", kartlegging="strategi-forarbeid")  # four people: scores, no comments
    assert "holdt tilbake, færre enn 5 har svart" in texts(page)
    assert not [
        h for h in page.get("html") if "<li>" in h.proto.body and "comments" in h.proto.body
    ]


def test_whom_to_call_is_ahead_where_the_kommune_wants_to_go(visit: Open, answers: Path):
    page = visit(k=BODO, kartlegging="strategi-forarbeid")
    raw = raw_scores(answers, survey_round="strategi-forarbeid", instrument=EVNER)
    raw = raw[raw["n"] >= FEW].set_index(["kommune", "dimension", "aspect"])["mean"]
    by_label = {d.label: d.key for d in reference().instruments[EVNER].dimensions}
    by_name = {k.name: k.kommune for k in reference().kommuner.values()}
    said = re.findall(
        r"«(.+?)»: (.+?) står på ([\d,]+) av 5 der Bodø har ([\d,]+) og vil til ([\d,]+)",
        texts(page),
    )
    assert 1 <= len(said) <= 3
    for label, name, theirs, ours, target in said:
        key, code = by_label[label], by_name[name]
        assert comma(raw[code, key, "now"]) == theirs
        assert comma(raw[BODO, key, "now"]) == ours
        assert comma(raw[BODO, key, "target"]) == target
        assert raw[code, key, "now"] - raw[BODO, key, "now"] >= 0.75


def test_the_question_is_of_the_kommunes_own_figures(visit: Open, answers: Path):
    page = visit(k=BODO, kartlegging="strategi-forarbeid")
    raw = raw_scores(answers, survey_round="strategi-forarbeid", instrument=EVNER)
    own = raw[raw["kommune"] == BODO].pivot(index="dimension", columns="aspect", values="mean")
    sd = raw[(raw["kommune"] == BODO) & (raw["aspect"] == "now")].set_index("dimension")["sd"]
    assert sd.round(1).max() < 1.0, "else the rule asks about what splits them"
    ways = (own["target"] - own["now"]).round(9)
    keys = [key for key in reference().instruments[EVNER].by_key if ways[key] == ways.max()]
    label = reference().instruments[EVNER].by_key[keys[0]].label
    now, target = comma(own["now"][keys[0]]), comma(own["target"][keys[0]])
    assert f"Vi står på {now} av 5 på «{label}», og vil til {target}." in texts(page)
    assert any("Spørsmålet velges slik" in text.value for text in page.caption)
