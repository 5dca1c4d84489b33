"""Sentences on the way from today to the target: levels always, ties told, nothing invented."""

import pandas as pd
import pytest

from maturity.findings.beside import beside_finding
from maturity.findings.dumbbell import dumbbell_finding
from maturity.findings.staircase import staircase_finding
from maturity.reference import reference

STEPS = reference().instruments["modenhet-5gen"]
KEYS = list(STEPS.by_key)


def frame(now, target, withheld=None):
    rows = pd.DataFrame({"dimension": KEYS, "now": now, "target": target}).astype(
        {"now": float, "target": float}
    )
    return rows.assign(gap=rows["target"] - rows["now"], n_now=7, n_target=7, withheld=withheld)


def dumbbells(*sides, **how):
    return dumbbell_finding(frame(*sides, **how), instrument=STEPS)


def stairs(*sides, **how):
    return staircase_finding(frame(*sides, **how), instrument=STEPS, kommune="Bodø")


def test_the_longest_and_the_shortest_way_are_said_with_both_levels():
    assert dumbbells((2.0, 3.0, 3.0, 4.0, 1.0), (4.0, 4.0, 4.5, 4.5, 2.0)) == (
        "Lengst er veien til målet på Lokale løsninger og selvbetjening: fra 2,0 i dag til 4,0 "
        "av 5. Kortest er den på Forretningsperspektiv og økosystemer (4,0 → 4,5)."
    )


def test_ways_that_are_equal_are_all_told():
    assert dumbbells((2.0, 2.8, 3.0, 4.0, 1.0), (4.0, 4.8, 5.0, 4.5, 1.5)) == (
        "Lengst er veien til målet på «Lokale løsninger og selvbetjening» (2,0 → 4,0), "
        "«Effektivitet og standardisering» (2,8 → 4,8) og 1 til. Kortest er den på "
        "«Forretningsperspektiv og økosystemer» (4,0 → 4,5) og «Personalisert og proaktiv» "
        "(1,0 → 1,5)."
    )


def test_a_way_that_is_longer_before_rounding_is_the_longest():
    text = dumbbells((3.8125, 3.54, 4.0, 4.0, 4.0), (4.854, 4.498, 4.5, 4.5, 4.5))
    assert text.startswith(
        "Lengst er veien til målet på Lokale løsninger og selvbetjening: fra 3,8"
    )


def test_targets_at_or_below_today_are_no_way():
    text = dumbbells((3.0,) * 5, (3.0, 2.5, 3.0, 3.0, 3.02))
    assert text.startswith("Ingen av målene ligger høyere enn i dag.")


def test_ways_that_are_all_alike_have_no_shortest():
    assert "Kortest" not in dumbbells((3.0,) * 5, (4.0,) * 5)


@pytest.mark.parametrize("say", [dumbbells, stairs])
def test_what_is_withheld_is_said_with_its_reason_and_no_number(say):
    text = say((None,) * 5, (None,) * 5, withheld="min_respondents")
    assert text.endswith("kan ikke vises: færre enn 3 svar.")
    assert ",0" not in text


def test_one_that_is_missing_is_named_and_not_taken_for_zero():
    text = dumbbells(
        (2.0, 3.0, 3.0, 4.0, None), (4.0, 4.0, 4.5, 4.5, None), withheld=[None] * 4 + ["not_asked"]
    )
    assert text.endswith("Mangler på Personalisert og proaktiv: ikke spurt om.")


def test_the_staircase_is_told_as_a_profile_over_the_steps():
    assert stairs((4.0, 3.0, 2.0, 2.0, 1.0), (4.0, 4.0, 4.0, 3.0, 2.0)) == (
        "I dag står Bodø høyest på Lokale løsninger og selvbetjening (4,0 av 5) og lavest på "
        "Personalisert og proaktiv (1,0 av 5). Lengst er veien til målet på Problemløsning og "
        "relevans: fra 2,0 i dag til 4,0 av 5."
    )
    assert stairs((3.0,) * 5, (4.0,) * 5).startswith("Bodø står likt på alle trinnene: 3,0 av 5.")


def beside(**series):
    rows = [
        {"series": name, "series_kind": kind, "dimension": key, "mean": mean, "withheld": why}
        for name, (kind, means, why) in series.items()
        for key, mean in zip(KEYS, means, strict=True)
    ]
    return beside_finding(pd.DataFrame(rows).astype({"mean": float}), instrument=STEPS)


def test_a_kommune_is_set_beside_each_group_axis_by_axis():
    text = beside(
        Bodø=("kommune", (4.0, 3.0, 2.04, 2.0, None), "not_asked"),
        Nordland=("group", (3.0, 3.5, 2.0, 1.5, 1.0), None),
        Ofoten=("group", (None,) * 5, "min_kommuner"),
    )
    assert text == (
        "I dag ligger Bodø over Nordland på 2 av 4 og under på 1; størst forskjell på Lokale "
        "løsninger og selvbetjening: 4,0 mot 3,0. Ofoten vises ikke: færre enn 3 kommuner."
    )


def test_a_kommune_that_is_withheld_is_not_set_beside_anybody():
    text = beside(
        Vevelstad=("kommune", (None,) * 5, "min_respondents"),
        Nordland=("group", (3.0,) * 5, None),
    )
    assert text == "Vevelstad vises ikke: færre enn 3 svar."


def test_equal_as_shown_is_equal():
    text = beside(Bodø=("kommune", (3.01,) * 5, None), Nordland=("group", (3.04,) * 5, None))
    assert text == "I dag er Bodø og Nordland like på alle."


def test_above_or_below_throughout_is_said_so():
    nordland = ("group", (3.0,) * 5, None)
    above = beside(Bodø=("kommune", (4.0,) * 5, None), Nordland=nordland)
    below = beside(Rana=("kommune", (2.0, 2.0, 1.0, 2.0, 2.0), None), Nordland=nordland)
    assert above.startswith("I dag ligger Bodø over Nordland på alle 5; størst forskjell på Lokale")
    assert below == (
        "I dag ligger Rana under Nordland på alle 5; størst forskjell på Problemløsning og "
        "relevans: 1,0 mot 3,0."
    )


def of_kommuner(now, target, gap):
    """Nordland, with how many kommuner have today, the target, and both on the second dimension."""
    rows = frame((3.8, 3.4, 3.0, 2.6, 2.2), (4.2, 4.1, 3.8, 3.3, 2.9)).drop(
        columns=["n_now", "n_target"]
    )
    rows = rows.assign(k_now=22, k_target=22, k_gap=22)
    rows.loc[1, ["gap", "k_now", "k_target", "k_gap"]] = [0.87, now, target, gap]
    return rows


def test_a_gap_of_some_kommuner_is_not_said_between_the_levels_of_others():
    longest = "Lengst er veien til målet på Effektivitet og standardisering: "
    says = "+0,9 i snitt for 20 kommuner som har tall for både i dag og mål."
    for now, target in ((22, 20), (21, 21)):
        rows = of_kommuner(now, target, 20)
        assert dumbbell_finding(rows, instrument=STEPS).startswith(longest + says)
        said = staircase_finding(rows, instrument=STEPS, kommune="Nordland")
        assert said.endswith(longest + says)
    both = dumbbell_finding(of_kommuner(20, 20, 20), instrument=STEPS)
    assert both.startswith(longest + "fra 3,4 i dag til 4,1 av 5.")


def test_among_several_names_a_gap_of_some_kommuner_is_said_with_their_number():
    rows = of_kommuner(22, 20, 20)
    rows.loc[1, "gap"] = 0.1
    assert dumbbell_finding(rows, instrument=STEPS).endswith(
        "Kortest er den på Effektivitet og standardisering (+0,1 i 20 kommuner)."
    )
