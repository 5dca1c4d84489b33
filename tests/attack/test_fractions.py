"""Of sums that tell nothing by themselves, the attack sees what they tell together."""

from tests.attack.fractions import solved
from tests.attack.reach import Reached, Sum
from tests.attack.somebody import everybody
from tests.attack.truth import Truth

PLACE = ("evner-10+3", "r1")
STRANGER = everybody("1804", "1806", opened=(), instruments=(PLACE[0],))["presenter, own"]
SCORES = {  # of how many people; two high, one in the middle, two low
    "1811": (23 / 5, 5), "1812": (32 / 7, 7), "1813": (13 / 4, 4), "1815": (7 / 5, 5),
    "1816": (10 / 7, 7),
}  # fmt: skip
TRUTH = Truth(
    mean={("now", code): mean for code, (mean, _n) in SCORES.items()},
    count={("now", code): n for code, (_mean, n) in SCORES.items()},
    items=dict.fromkeys([("now", code) for code in SCORES], 1),
    at_an_end=frozenset(),
)
HIGH, LOW = ("1811", "1812", "1813"), ("1813", "1815", "1816")


def found(*groups: tuple[str, ...], off: float) -> list[str]:
    """What is left of scores whose sums over groups are told, to so much of each."""
    sums = []
    for codes in groups:
        whole = sum(TRUTH.mean["now", code] for code in codes)
        weights = {("now", code): 1.0 for code in codes}
        between = (whole - off, whole + off)
        sums.append(Sum(weights=weights, value=whole, said=whole / 3, between=between))
    reached = Reached(sums={(PLACE, "a"): sums})
    return solved(reached, viewer=STRANGER, truth={PLACE: {"a": TRUTH}})


def test_two_sums_leave_one_fraction_that_each_leaves_open():
    middle = f"{PLACE[0]} {PLACE[1]} a now of 1813 is one fraction"
    assert middle not in found(HIGH, off=1e-6)
    assert middle not in found(LOW, off=1e-6)
    assert middle in found(HIGH, LOW, off=1e-6)


def test_rounding_leaves_it_among_many():
    assert found(HIGH, LOW, off=0.5) == []
