"""The areas that a module taught beside the others: two means, and a caution."""

import pandas as pd
import pytest

from maturity.findings.taught import compare_taught, taught_caution, taught_finding
from maturity.reference import reference

INSTRUMENT = reference().instruments["evner-10+3"]


def frame(inside: float, outside: float, *, area: str = "ledelse", missing: tuple = ()):
    rows = [
        {
            "dimension": key,
            "earlier": 2.0,
            "later": None if key in missing else 2.0 + (inside if one.area == area else outside),
            "k": None if key in missing else 20,
        }
        for key, one in INSTRUMENT.by_key.items()
    ]
    return pd.DataFrame(rows).astype({"earlier": float, "later": float, "k": "Int64"})


def test_each_capability_counts_once_on_its_side():
    found = compare_taught(frame(0.5, 0.1), areas={"ledelse"}, instrument=INSTRUMENT)
    assert (found.taught, found.others) == pytest.approx((0.5, 0.1))
    assert (found.inside, found.outside, found.k) == (3, 10, 20)
    assert taught_finding(found, module="Modul 2", later="Modul 3") == (
        "Etter Modul 2, til Modul 3: evnene i modulens eget område endret seg +0,50 i snitt, "
        "de andre evnene +0,10."
    )


def test_what_is_missing_does_not_count():
    gone = next(iter(key for key, one in INSTRUMENT.by_key.items() if one.area == "ledelse"))
    found = compare_taught(
        frame(0.5, 0.1, missing=(gone,)), areas={"ledelse"}, instrument=INSTRUMENT
    )
    assert (found.inside, found.taught) == (2, pytest.approx(0.5))


@pytest.mark.parametrize("areas", [set(), {"ledelse", "strategi", "teknologi", "organisasjon"}])
def test_with_one_side_only_nothing_is_compared(areas):
    assert compare_taught(frame(0.5, 0.1), areas=areas, instrument=INSTRUMENT) is None


def test_a_change_of_nothing_has_no_sign():
    found = compare_taught(frame(-0.001, 0.001), areas={"ledelse"}, instrument=INSTRUMENT)
    assert "−" not in taught_finding(found, module="a", later="b")


def test_the_caution_speaks_of_cause_time_and_assumption():
    text = " ".join(taught_caution())
    for word in ("årsaken", "før modulens samling", "antakelse"):
        assert word in text


def test_every_module_teaches_areas_that_the_capabilities_have():
    known = {area.key for area in INSTRUMENT.areas}
    for module in reference().programme.modules:
        assert module.areas
        assert set(module.areas) <= known
