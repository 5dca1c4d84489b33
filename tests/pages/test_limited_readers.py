"""What presenters and kommuner see of all: the numbers are the raw ones, and nobody is named."""

import html
import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from maturity.access import viewer_of
from maturity.claims import Person
from maturity.groups import groups
from maturity.reference import reference
from tests.pages.somebody import shown
from tests.pages.test_every_role import said
from tests.raw_scores import FEW, comma, raw_group, raw_scores

EVNER = "evner-10+3"
LABELS = {key: it.label for key, it in reference().instruments[EVNER].by_key.items()}
ROUNDS = ("organisasjon", "ledelse", "strategi", "teknologi")
BODO, FAUSKE = "1804", "1841"
PROTECTED = ("tallet ville røpet", "snittet ville røpet")  # by a rule that the sums decide


def cells(test, title: str) -> dict[str, list[str]]:
    """The rows of the table with a title, by their heads."""
    (table,) = {it.proto.body for it in test.get("html") if f"<b>{title}" in it.proto.body}
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', table)
    return {
        html.unescape(head): [html.unescape(it) for it in re.findall(r"<td>(.*?)</td>", own)]
        for head, own in rows
    }


def counting(answers: Path) -> dict[str, set[str]]:
    """The kommuner with a score that counts, by survey round."""
    found = {}
    for module in ROUNDS:
        code = f"{module}-forarbeid"
        every = [
            raw_scores(answers, survey_round=code, instrument=it) for it in (EVNER, "modenhet-5gen")
        ]
        rows = pd.concat(every)
        found[code] = set(rows.loc[(rows["n"] >= FEW) & (rows["aspect"] != "gap"), "kommune"])
    return found


def test_who_answered_is_counted_by_region(answers):
    table = cells(shown("", see="own", role="presenter"), "Hvor mange kommuner har svart")
    regions = pd.Series({code: it.region for code, it in reference().kommuner.items()})
    there = counting(answers)
    for region, members in regions.groupby(regions):
        own = [len(there[f"{it}-forarbeid"] & set(members.index)) for it in ROUNDS]
        assert table[str(region)] == [f"{k} av {len(members)} kommuner" for k in own]
    assert table["Nordland"] == [f"{len(there[f'{it}-forarbeid'])} av 41 kommuner" for it in ROUNDS]


def tenths(mean: float) -> float:
    """A group's mean as it is told to who does not see all: changes are the difference of these."""
    return float(np.round(np.round(mean, 9), 1))


def test_a_change_that_would_give_one_away_is_told_of_all_who_answered_each_time(answers):
    test = shown("utvikling", see="own", role="presenter")
    before, after = (
        raw_group(
            raw_scores(answers, survey_round=f"{it}-forarbeid", instrument=EVNER),
            frozenset(reference().kommuner),
            aspect="now",
        )
        for it in ROUNDS[2:]
    )
    table = cells(test, "Endring i Nordland")
    for key, label in LABELS.items():
        change = comma(tenths(after[key]) - tenths(before[key]))
        signed = change if change == "0,0" or change[0] == "−" else f"+{change}"
        assert table[label] == [
            comma(before[key]), comma(after[key]), signed, "23 → 22 kommuner",
        ], label  # fmt: skip
    assert "ikke helt de samme" in said(test)


@pytest.mark.parametrize("role", ["presenter", "executive"])
def test_groups_have_the_raw_means_where_they_are_told(answers, role):
    test = shown("samarbeid", see="own", role=role)
    raw = raw_scores(answers, survey_round="teknologi-forarbeid", instrument=EVNER)
    table = cells(test, "Gruppe for gruppe")
    by_label = {it.label: it for it in groups(reference()).values()}
    own = raw[(raw["kommune"] == BODO) & (raw["aspect"] == "gap")].set_index("dimension")
    assert ("Bodø" in table) == (role == "executive")
    for name, row in table.items():
        means = own["mean"] if name == "Bodø" else raw_group(
            raw, by_label[name].members, aspect="gap"
        )  # fmt: skip
        for key, cell in zip(LABELS, row, strict=True):
            if key not in means:
                assert cell == "færre enn 3 kommuner", (name, key)
            elif not cell.startswith(PROTECTED):
                assert cell.startswith(f"+{comma(means[key])} ("), (name, key)
    told = [cell for cell in table["Nordland"] if not cell.startswith(PROTECTED)]
    assert len(told) > len(LABELS) / 2
    assert len(table) > 5


@pytest.mark.parametrize("page", ["kommune", "barrierer"])
def test_a_page_that_is_empty_says_why_and_leads_on(answers, page):
    test = shown(page, see="own", role="presenter")
    assert "åpne" in test.info[0].value
    assert test.get("page_link")
    assert "a@x.example (innleder)" in [it.value for it in test.text], "the way out is gone"


def test_an_opened_profile_shows_means_and_never_people(answers):
    test = shown("kommune", see="named", role="executive", k=FAUSKE)
    assert test.title[0].value == "Hvor står Fauske, og hvor vil den?"
    raw = raw_scores(answers, survey_round="teknologi-forarbeid", instrument=EVNER)
    own = raw[(raw["kommune"] == FAUSKE) & (raw["aspect"] == "now")].set_index("dimension")
    table = cells(test, "Fauske: veien fra i dag til målet")
    for key, label in LABELS.items():
        assert table[label][0] == comma(own["mean"][key])
    sent = said(test)
    assert "Hvor enig ledergruppen er, kan ikke vises: ikke åpnet for deg." in sent
    assert 'class=\\"comments\\"' not in sent
    assert "sd " not in sent
    assert "kilden har bare gjennomsnitt; " not in sent
    assert "ledermøte" not in sent, "what to ask next is the kommune's own"


def test_the_own_kommune_stands_first_whatever_is_opened(answers):
    test = shown("kommune", see="named", role="executive of a silent kommune")
    assert test.selectbox(key="k").value == "1816"
    assert len(test.selectbox(key="k").options) == 41


def test_others_without_names_are_the_raw_scores_by_size(answers):
    test = shown("kommune", see="anonymous", role="executive")
    specs = [json.loads(it.proto.spec) for it in test.get("plotly_chart")]
    (strip,) = [it for it in specs if "blant kommunene" in it["layout"]["title"]["text"]]
    raw = raw_scores(answers, survey_round="teknologi-forarbeid", instrument=EVNER)
    others = raw[(raw["aspect"] == "now") & (raw["n"] >= FEW) & (raw["kommune"] != BODO)]
    assert (others.groupby("dimension").size() == 21).all()
    found = sorted(strip["data"][0]["x"])
    assert found == pytest.approx(sorted(round(mean, 1) for mean in others["mean"]), abs=0.051)
    assert len(found) == len(others)
    for kommune in reference().kommuner.values():
        if kommune.kommune != BODO:
            assert not re.search(rf"\b{kommune.name}\b", said(test)), kommune.name


def test_rights_that_are_parted_by_framework_never_make_silence():
    person = Person(name="a", role="executive", own=frozenset({BODO}), signed_in_at=None)
    viewer = viewer_of(
        person,
        see="own",
        kommuner=frozenset(reference().kommuner),
        instruments=reference().instruments,
        shared=frozenset({(FAUSKE, "modenhet-5gen")}),
    )
    assert viewer.knows("modenhet-5gen") == {BODO, FAUSKE}
    assert not viewer.knows_all([EVNER])
