"""The sentences on movement: with levels, with how many went which way, with what is left out."""

import pandas as pd

from maturity.findings.slope import (
    directions,
    directions_words,
    most_moved,
    movement_finding,
    same_questions,
    slope_finding,
    step_words,
)
from maturity.reference import reference

INSTRUMENT = reference().instruments["modenhet-5gen"]
KEYS = list(INSTRUMENT.by_key)
LABELS = [dimension.label for dimension in INSTRUMENT.dimensions]


def network(earlier, later, *, k=22, withheld=None):
    return pd.DataFrame(
        {"dimension": KEYS, "earlier": earlier, "later": later, "k": k, "withheld": withheld}
    ).astype({"earlier": float, "later": float, "k": "Int64"})


def test_ways_are_counted_as_they_are_shown():
    moves = pd.DataFrame(
        {
            "dimension": "gen1",
            "earlier": [3.0, 3.01, 3.0, 2.96, float("nan")],
            "later": [3.2, 3.04, 2.9, 3.04, float("nan")],
        }
    )
    counts = directions(moves)
    assert counts == {"gen1": {"up": 2, "down": 1, "same": 1}}
    assert directions_words(counts["gen1"]) == "2 opp, 1 ned, 1 uendret"


def test_movement_says_how_many_where_and_from_what_level():
    frame = network((3.0, 2.0, 4.0, 1.0, 2.5), (3.2, 1.9, 4.0, 1.6, 2.5))
    counts = {"gen4": {"up": 20, "down": 1, "same": 1}}
    assert movement_finding(frame, counts, instrument=INSTRUMENT) == (
        "22 kommuner kan vises begge ganger. Snittet gikk opp på 2 av 5 generasjoner, og ned på 1. "
        "Mest endret: Forretningsperspektiv og økosystemer, fra 1,0 til 1,6 av 5 "
        "(20 opp, 1 ned, 1 uendret)."
    )


def test_a_fall_can_be_what_moved_most():
    frame = network((3.0,) * 5, (3.1, 3.1, 3.1, 3.1, 2.2))
    assert most_moved(frame) == "gen5"
    assert f"Mest endret: {LABELS[4]}, fra 3,0 til 2,2" in movement_finding(
        frame, {}, instrument=INSTRUMENT
    )


def test_what_moved_alike_as_shown_is_told_apart_by_what_is_behind_it():
    assert most_moved(network((3.0,) * 5, (3.06, 3.14, 3.1, 3.0, 3.0))) == "gen2"


def test_no_movement_names_nothing():
    text = movement_finding(network((3.0,) * 5, (3.04,) * 5), {}, instrument=INSTRUMENT)
    assert text.endswith("opp på ingen av 5 generasjoner, og ned på ingen.")


def test_what_is_withheld_is_said_with_its_reason():
    none = network((None,) * 5, (None,) * 5, k=pd.NA, withheld="not_same_items")
    text = movement_finding(none, {}, instrument=INSTRUMENT)
    assert text == "Endringen vises ikke: ikke de samme påstandene."
    assert most_moved(none) is None


def test_lines_are_said_with_both_levels_and_a_change_worked_out_before_rounding():
    text = slope_finding(
        {"up": 1, "down": 0, "same": 2},
        {"Bodø": (3.04, 3.06)},
        dimension="gen1",
        instrument=INSTRUMENT,
        earlier="Modul 1",
        later="Modul 2",
    )
    assert text == (
        f"{LABELS[0]}, Modul 1 → Modul 2: 3 kommuner, 1 opp, 0 ned, 2 uendret. "
        "Bodø: 3,0 → 3,1 (0,0)."
    )
    assert step_words(3.0, 2.8) == "3,0 → 2,8 (−0,2)"


def test_nobody_in_both_is_said():
    text = slope_finding(
        None, {}, dimension="gen1", instrument=INSTRUMENT, earlier="Modul 1", later="Modul 2"
    )
    assert text == f"{LABELS[0]}: ingen kommuner kan vises både i Modul 1 og Modul 2."


def test_the_same_questions_are_told_from_others_and_from_what_nobody_knows():
    same = dict.fromkeys(KEYS)
    assert same_questions(same, instrument=INSTRUMENT) == ["Ja: de samme påstandene begge ganger."]
    mixed = same | {"gen2": "not_same_items", "gen3": "not_asked"}
    assert same_questions(mixed, instrument=INSTRUMENT) == [
        "De samme påstandene begge ganger på 3 av 5.",
        f"Utelatt, fordi påstandene ikke er de samme: {LABELS[1]}.",
        f"Utelatt, fordi det ikke er spurt begge ganger: {LABELS[2]}.",
    ]
    unknown = dict.fromkeys(KEYS, "only_means")
    (line,) = same_questions(unknown, instrument=INSTRUMENT)
    assert line.startswith("Kan ikke kontrolleres")
