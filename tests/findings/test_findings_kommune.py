"""The three sentences: levels always, nothing weak that is high, ties told, silence explained."""

import pandas as pd
import pytest

from maturity.findings.kommune import three_sentences
from maturity.reference import reference

CAPABILITIES = reference().instruments["evner-10+3"]
KEYS = list(CAPABILITIES.by_key)
FIRST, SECOND = (CAPABILITIES.by_key[key].label for key in KEYS[:2])


def say(now=(3.0,), target=(4.0,), sd=None, *, of=None, why="only_means", withheld=None):
    """The sentences, of levels given in the instrument's order; the last one is repeated."""
    columns = {
        "now": [*now, *[now[-1]] * (len(KEYS) - len(now))],
        "target": [*target, *[target[-1]] * (len(KEYS) - len(target))],
    }
    rows = pd.DataFrame({"dimension": KEYS, **columns}).astype({"now": float, "target": float})
    rows = rows.assign(gap=rows["target"] - rows["now"], n_now=7, n_target=7, withheld=withheld)
    spread = None
    if sd is not None:
        spread = pd.DataFrame({"dimension": KEYS, "sd": [*sd, *[sd[-1]] * (len(KEYS) - len(sd))]})
    found = three_sentences(
        rows,
        instrument=CAPABILITIES,
        kommune="Bodø",
        spread=spread,
        spread_of=of,
        no_spread=why,
    )
    assert [it.about for it in found] == ["gap", "level", "agreement"]
    return {it.about: it.text for it in found}


def test_the_largest_gap_has_both_levels():
    assert say(now=(2.0, 3.0), target=(4.2, 4.0))["gap"] == (
        f"Lengst er veien til målet på {FIRST}: fra 2,0 i dag til 4,2 av 5."
    )


def test_the_strongest_and_the_lowest_have_their_levels():
    assert say(now=(4.1, 2.3, 3.0))["level"] == (
        f"Bodø er sterkest på {FIRST} (4,1 av 5) og lavest på {SECOND} (2,3 av 5)."
    )


@pytest.mark.parametrize(("lowest", "high"), [(3.5, True), (3.46, True), (3.44, False)])
def test_what_is_high_on_the_scale_is_not_called_low_without_saying_so(lowest, high):
    text = say(now=(4.5, lowest, 4.0))["level"]
    assert ("lavest, men fortsatt høyt, på" in text) is high


def test_what_is_low_on_the_scale_is_not_called_strong():
    assert say(now=(3.0, 1.5, 2.0))["level"].startswith(f"Bodø er høyest på {FIRST} (3,0 av 5)")
    assert say(now=(3.1, 1.5, 2.0))["level"].startswith(f"Bodø er sterkest på {FIRST} (3,1 av 5)")


def test_shared_places_are_all_told():
    text = say(now=(4.04, 4.0, 2.0))["level"]
    assert f"sterkest på «{FIRST}» og «{SECOND}» (4,0 av 5)" in text
    assert text.endswith("og 9 til (2,0 av 5).")
    assert say(now=(3.0,))["level"] == "Bodø står likt på alle evnene: 3,0 av 5."


def test_the_widest_spread_is_where_they_disagree_most():
    assert say(sd=(0.5, 1.24, 0.6))["agreement"] == (
        f"Ledergruppen er mest uenig om {SECOND}: svarene ligger typisk 1,2 poeng fra snittet."
    )


def test_an_earlier_round_is_named():
    text = say(sd=(1.0, 0.9), of="Modul 3: Strategi, 3. mars 2024")["agreement"]
    assert text == (
        f"I Modul 3: Strategi, 3. mars 2024 var ledergruppen mest uenig om {FIRST}: svarene lå "
        "typisk 1,0 poeng fra snittet."
    )


def test_a_group_that_agrees_is_not_said_to_disagree():
    assert say(sd=(0.4, 0.2))["agreement"] == (
        f"Ledergruppen er samstemt: mest spriker svarene på {FIRST}, typisk 0,4 poeng fra snittet."
    )
    earlier = say(sd=(0.4, 0.2), of="Modul 1")["agreement"]
    assert earlier.startswith("I Modul 1 var ledergruppen samstemt: mest sprikte")


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("only_means", "kilden har bare gjennomsnitt"),
        ("min_respondents_detail", "færre enn 5 svar"),
    ],
)
def test_agreement_that_cannot_be_shown_says_why(why, words):
    text = say(why=why)["agreement"]
    assert text == f"Hvor enig ledergruppen er, kan ikke vises: {words}."


def test_a_spread_that_is_missing_throughout_is_no_agreement():
    assert "kan ikke vises: færre enn 5 svar" in say(sd=(float("nan"),))["agreement"]


def test_scores_that_are_withheld_give_no_number():
    texts = say(now=(None,), target=(None,), withheld="min_respondents")
    assert texts["gap"] == "Veien til målet kan ikke vises: færre enn 3 svar."
    assert texts["level"] == "Evnene kan ikke vises: færre enn 3 svar."


def test_targets_that_were_not_asked_leave_the_levels():
    texts = say(now=(4.0, 2.0), target=(None,), withheld="not_asked")
    assert texts["gap"] == "Veien til målet kan ikke vises: ikke spurt om."
    assert "sterkest" in texts["level"]
