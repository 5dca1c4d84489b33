"""How far apart the kommuner stand, in words; and why not, where it is not told."""

import pandas as pd
import pytest

from maturity.findings.spread import spread_finding
from maturity.reference import reference

CAPABILITIES = reference().instruments["evner-10+3"]
FIRST, SECOND = list(CAPABILITIES.by_key)[:2]


def said(rows: list[dict[str, object]]) -> str:
    return spread_finding(pd.DataFrame(rows), instrument=CAPABILITIES, aspect="now")


def test_the_furthest_apart_and_the_closest_are_named_with_their_ends():
    near = {"dimension": FIRST, "lowest": 2.9, "highest": 3.1, "k": 7, "withheld": None}
    far = {"dimension": SECOND, "lowest": 1.5, "highest": 4.5, "k": 7, "withheld": None}
    assert said([near, far]) == (
        f"De 7 kommunene er mest ulike på {CAPABILITIES.by_key[SECOND].label}: fra 1,5 til "
        f"4,5. De er likest på {CAPABILITIES.by_key[FIRST].label}: fra 2,9 til 3,1."
    )


@pytest.mark.parametrize(
    ("rule", "why"),
    [("min_kommuner", "færre enn 3 kommuner"), ("not_opened", "ikke åpnet for deg")],
)
def test_the_rule_that_withholds_is_said(rule: str, why: str):
    nothing = {"lowest": float("nan"), "highest": float("nan"), "k": pd.NA, "withheld": rule}
    assert said([{"dimension": FIRST, **nothing}]) == f"Spredningen vises ikke: {why}."
