"""The sentences on change: always with both levels, never a change that is only in the rounding."""

import pandas as pd

from maturity.findings.change import change_finding
from maturity.reference import reference

INSTRUMENT = reference().instruments["modenhet-5gen"]
KEYS = list(INSTRUMENT.by_key)


def say(earlier, later, *, k=22, withheld=None):
    rows = pd.DataFrame(
        {"dimension": KEYS, "earlier": earlier, "later": later, "k": k, "withheld": withheld}
    ).astype({"earlier": float, "later": float, "k": "Int64"})
    return change_finding(rows, instrument=INSTRUMENT, earlier="Modul 3", later="Modul 4")


def test_the_largest_rise_and_fall_are_said_with_their_levels():
    assert say((3.0, 2.0, 4.0, 1.0, 2.5), (3.2, 1.9, 4.0, 1.6, 2.5)) == (
        "Modul 3 → Modul 4, 22 kommuner som kan vises begge ganger. "
        "Størst økning: Forretningsperspektiv og økosystemer, fra 1,0 til 1,6. "
        "Størst nedgang: Effektivitet og standardisering, fra 2,0 til 1,9."
    )


def test_shared_extremes_are_two_and_a_count():
    text = say((3.0,) * 5, (3.2,) * 5)
    assert text.endswith("Effektivitet og standardisering, fra 3,0 til 3,2; og 3 til.")
    assert "nedgang" not in text


def test_what_is_equal_as_shown_is_no_change():
    assert say((3.01,) * 5, (3.04,) * 5).endswith("Ingen endring på noen av dem.")


def test_an_uneven_count_is_a_range():
    assert "20–22 kommuner" in say((3.0,) * 5, (3.2,) * 5, k=[20, 22, 22, 22, 22])


def test_what_is_withheld_is_said_with_its_reason_and_no_number():
    text = say((None,) * 5, (None,) * 5, k=pd.NA, withheld="min_kommuner")
    assert text == "Endringen vises ikke: færre enn 3 kommuner."


def test_a_dimension_that_is_missing_is_not_taken_for_zero():
    assert "0,0" not in say((3.0, 2.0, 4.0, 1.0, None), (3.2, 1.9, 4.0, 1.6, 2.5))
