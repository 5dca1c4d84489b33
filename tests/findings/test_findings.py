"""The sentences beside the charts: levels and counts, never a number that is withheld."""

import pandas as pd
import pytest

from maturity.charts.scores import series_of
from maturity.findings.scores import (
    aim_finding,
    participation_finding,
    score_finding,
    tile_finding,
    withheld_reason,
)
from maturity.reference import reference

INSTRUMENT = reference().instruments["modenhet-5gen"]
MEANS = {"Bodø": (4.1, 3.5, 3.0, 2.2, 2.0), "Nordland": (3.9, 3.4, 2.9, 3.4, 1.8)}


def frame(means=MEANS, *, reasons=None):
    rows = [
        {
            "series": series,
            "series_kind": "group" if series == "Nordland" else "kommune",
            "dimension": dimension.key,
            "mean": mean,
            "n": pd.NA if series == "Nordland" or mean is None else 7,
            "k": 24 if series == "Nordland" else pd.NA,
            "withheld": (reasons or {}).get(series) if mean is None else None,
        }
        for series, values in means.items()
        for dimension, mean in zip(INSTRUMENT.dimensions, values, strict=True)
    ]
    return pd.DataFrame(rows).astype({"mean": float, "n": "Int64", "k": "Int64"})


def say(rows, aspect="now"):
    return score_finding(rows, instrument=INSTRUMENT, aspect=aspect)


def test_each_series_with_level_and_count_and_the_largest_difference():
    assert say(frame()) == (
        "Bodø (7 svar): høyest på Lokale løsninger og selvbetjening, 4,1 av 5; "
        "lavest på Personalisert og proaktiv, 2,0 av 5. "
        "Nordland (24 kommuner): høyest på Lokale løsninger og selvbetjening, 3,9 av 5; "
        "lavest på Personalisert og proaktiv, 1,8 av 5. "
        "Størst forskjell på Forretningsperspektiv og økosystemer: Bodø 2,2, Nordland 3,4."
    )


def test_today_and_its_target_are_said_without_the_targets_extremes():
    assert aim_finding(frame(), instrument=INSTRUMENT, way="Lengst er veien.") == (
        "Bodø (7 svar): høyest på Lokale løsninger og selvbetjening, 4,1 av 5; "
        "lavest på Personalisert og proaktiv, 2,0 av 5. "
        "Lengst er veien."
    )


def test_a_gap_is_said_with_its_sign():
    text = say(frame({"Bodø": (1.2, 0.4, 0.0, 0.5, -0.3)}), aspect="gap")
    assert "lengst fram til målet på Lokale løsninger og selvbetjening, +1,2" in text
    assert "kortest på Personalisert og proaktiv, −0,3" in text


def test_what_is_withheld_is_said_with_its_reason():
    some = frame({"Bodø": (4.1, 3.5, None, 2.2, 2.0)}, reasons={"Bodø": "min_respondents"})
    assert say(some).endswith("Bodø vises ikke på Problemløsning og relevans: færre enn 3 svar.")
    many = frame({"Bodø": (4.1, None, None, None, 2.0)}, reasons={"Bodø": "not_asked"})
    assert say(many).endswith("Bodø vises ikke på 3 av 5: ikke spurt om.")
    all_gone = frame({"Nordland": (None,) * 5}, reasons={"Nordland": "min_kommuner"})
    assert say(all_gone) == "Nordland vises ikke: færre enn 3 kommuner."


def test_a_withheld_series_has_no_difference_to_the_other():
    rows = frame({**MEANS, "Bodø": (None,) * 5}, reasons={"Bodø": "min_respondents"})
    assert "forskjell" not in say(rows)


def test_shared_extremes_are_all_named_but_never_a_long_list():
    assert "på Lokale løsninger og selvbetjening og Effektivitet og standardisering, 4,0" in say(
        frame({"Bodø": (4.0, 4.0, 3.0, 2.0, 1.0)})
    )
    assert "og flere, 4,0 av 5" in say(frame({"Bodø": (4.0, 4.0, 4.0, 2.0, 1.0)}))
    assert say(frame({"Bodø": (4.0,) * 5})) == "Bodø (7 svar): 4,0 av 5 på alle."


def test_equal_series_have_no_largest_difference():
    assert say(frame({"Bodø": MEANS["Bodø"], "Vefsn": MEANS["Bodø"]})).endswith(
        "Bodø og Vefsn er like på alle."
    )


def test_an_uneven_count_is_a_range():
    rows = frame({"Bodø": MEANS["Bodø"]})
    rows.loc[0, "n"] = 5
    assert say(rows).startswith("Bodø (5–7 svar)")


@pytest.mark.parametrize("word", ["svak", "dårlig"])
def test_no_level_is_called_weak(word):
    assert word not in say(frame()).lower()


def test_a_dimension_without_a_row_is_missing_and_not_left_out():
    rows = frame({"Bodø": MEANS["Bodø"]}).iloc[:4]
    (series,) = series_of(rows, instrument=INSTRUMENT)
    assert series.means[-1] is None
    assert say(rows).endswith("Bodø vises ikke på Personalisert og proaktiv: ikke besvart.")


def test_every_reason_has_its_words_and_no_other():
    for code in ("min_respondents", "min_kommuner", "not_answered", "not_asked"):
        assert withheld_reason(code)
    with pytest.raises(KeyError):
        withheld_reason("because")


def test_participation_counts_kommuner_and_tells_what_is_withheld():
    rows = pd.DataFrame(
        [
            ("1804", "m1", "Modul 1", 9, "shown"),
            ("1804", "m2", "Modul 2", None, "withheld"),
            ("1806", "m1", "Modul 1", 0, "none"),
            ("1806", "m2", "Modul 2", 12, "shown"),
            ("1811", "m1", "Modul 1", 0, "none"),
            ("1811", "m2", "Modul 2", 0, "none"),
        ],
        columns=["kommune", "survey_round", "round_label", "n", "state"],
    ).astype({"n": "Int64"})
    assert participation_finding(rows, ["m1", "m2"]) == (
        "2 av 3 kommuner har svart minst én gang. "
        "Antall kommuner per kartlegging: Modul 1: 1, Modul 2: 2. "
        "Ett tall er holdt tilbake: færre enn 3 svar."
    )


def test_tiles_are_counted_by_all_some_and_none():
    rows = pd.DataFrame({"value": pd.array([4, 4, 1, 0, pd.NA], dtype="Int64")})
    assert tile_finding(rows) == (
        "Av 5 kommuner har 2 svart i alle 4 modulene, 1 i noen og 2 i ingen."
    )
