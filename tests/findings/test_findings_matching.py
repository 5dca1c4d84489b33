"""Why a kommune is worth calling: likeness is what is alike, and what is not is told as that."""

from dataclasses import replace

import pandas as pd
import pytest

from maturity.findings.matching import (
    differences,
    likeness_words,
    likenesses,
    partners_finding,
    reason,
)
from maturity.matching import Partner
from maturity.reference import reference

KOMMUNER = reference().kommuner
BODO, RANA, BEIARN = (KOMMUNER[code] for code in ("1804", "1833", "1839"))
INSTRUMENT = reference().instruments["evner-10+3"]
KEY = next(iter(INSTRUMENT.by_key))


def partner(likeness, strength):
    return Partner(kommune=BEIARN.kommune, likeness=likeness, strength=strength, dimensions=(KEY,))


def said(one, asker=BODO, other=BEIARN, distance=31.0):
    scores = {
        aspect: pd.DataFrame({KEY: [own, theirs]}, index=[asker.kommune, other.kommune])
        for aspect, own, theirs in (("now", 2.0, 4.0), ("target", 4.0, 5.0))
    }
    called = replace(one, kommune=other.kommune)
    return reason(
        called, asker=asker, other=other, distance=distance, instrument=INSTRUMENT, **scores
    )


def test_what_is_not_alike_is_told_as_a_difference_with_both_sizes():
    text = said(partner(0.8, 0.8))
    assert "Slik ligner de: samme region (Salten), 31 km unna." in text
    assert "Men: 1\N{NO-BREAK SPACE}062 innbyggere mot 53\N{NO-BREAK SPACE}712" in text
    assert "svakt" not in text


def test_where_nothing_is_alike_nothing_is_told_as_likeness():
    far = KOMMUNER["1871"]  # Andøy
    text = said(partner(0.8, 0.8), asker=BEIARN, other=BODO, distance=150.0)
    assert "150 km" in text.partition("Men:")[2]
    unlike = replace_region(far)
    text = said(partner(0.8, 0.8), asker=BODO, other=unlike, distance=200.0)
    assert "Slik ligner de" not in text
    assert "De ligner lite på hverandre:" in text


def replace_region(one):
    return one.model_copy(
        update={"region": "Lofoten", "kostra_group": "1", "centrality": 6, "population": 900}
    )


def test_about_the_same_size_is_not_twice_as_many():
    near = BEIARN.model_copy(update={"population": round(BEIARN.population * 1.3)})
    assert any("store" in it for it in likenesses(asker=BEIARN, other=near, distance=1.0))
    twice = BEIARN.model_copy(update={"population": BEIARN.population * 2})
    assert any("innbyggere" in it for it in differences(asker=BEIARN, other=twice, distance=1.0))
    assert not any("store" in it for it in likenesses(asker=BEIARN, other=twice, distance=1.0))
    three = BEIARN.model_copy(update={"population": BEIARN.population * 3})
    assert any("innbyggere" in it for it in differences(asker=BEIARN, other=three, distance=1.0))
    assert not any("store" in it for it in likenesses(asker=BEIARN, other=three, distance=1.0))


@pytest.mark.parametrize("distance", [0.0, 99.0, 101.0, 400.0])
@pytest.mark.parametrize("other", [RANA, BEIARN])
def test_nothing_is_both_alike_and_not(other, distance):
    where = {"asker": BODO, "other": other, "distance": distance}
    assert not set(likenesses(**where)) & set(differences(**where))


def test_a_weak_match_is_told_as_weak():
    assert "Treffet er svakt: 9 av 100." in said(partner(0.3, 0.3))
    names = {code: it.name for code, it in KOMMUNER.items()}
    weak = partners_finding([partner(0.3, 0.3)], asker=BODO, names=names)
    assert weak == "Bodø kan ringe Beiarn, men ingen er et godt treff (9 av 100 på det meste)."
    good = partners_finding([partner(0.8, 0.8)], asker=BODO, names=names)
    assert good == "Bodø kan ringe Beiarn."


def test_likeness_is_said_of_a_hundred():
    assert likeness_words(0.724) == "72 av 100"
