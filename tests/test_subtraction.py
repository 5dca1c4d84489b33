"""A sum is told unless, with those told before, it gives away one or two of what is behind it."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.subtraction import Unknown

CELLS = list("abcdefgh")
EACH = [[{cell: 1.0} for cell in CELLS]]


def told(*sums: str) -> list[bool]:
    unknown = Unknown(CELLS, secrets=EACH)
    return [unknown.told(dict.fromkeys(one, 1.0)) for one in sums]


def test_a_sum_of_one_or_two_is_not_told():
    assert told("a", "ab", "abc") == [False, False, True]


def test_what_would_follow_by_subtraction_is_not_told():
    assert told("abcdefgh", "abcdefg") == [True, False]
    assert told("abcdefgh", "abcdef") == [True, False]
    assert told("abcdefgh", "abcde") == [True, True]
    assert told("abcde", "abcdefgh") == [True, True]


def test_three_sums_can_tell_what_no_two_of_them_do():
    # (abc + ade − bcde) / 2 is a.
    assert told("abc", "ade", "bcde") == [True, True, False]


def test_what_follows_from_those_told_costs_nothing():
    assert told("abcd", "efgh", "abcdefgh") == [True, True, True]


def test_a_weighted_pair_is_a_secret_too():
    unknown = Unknown(CELLS, secrets=EACH)
    assert unknown.told({"a": 1.0, "b": 2.0, "c": 1.0, "d": 1.0})
    assert not unknown.told({"c": 1.0, "d": 1.0, "a": 3.0})


def test_a_change_is_a_secret_besides_the_two_scores():
    cells = [(when, it) for when in ("before", "now") for it in "abc"]
    change = [{("now", it): 1.0, ("before", it): -1.0} for it in "abc"]
    unknown = Unknown(cells, secrets=[change])
    everyone = {cell: 1.0 if cell[0] == "now" else -1.0 for cell in cells}
    assert unknown.told(everyone)
    assert not unknown.told({("now", "a"): 1.0, ("before", "a"): -1.0})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sets(st.sampled_from(CELLS), min_size=1), max_size=12))
def test_whatever_is_asked_no_one_and_no_two_are_determined(asked):
    unknown = Unknown(CELLS, secrets=EACH)
    sums = [one for one in asked if unknown.told(dict.fromkeys(one, 1.0))]
    system = np.array([[float(cell in one) for cell in CELLS] for one in sums]).reshape(-1, 8)
    rank = np.linalg.matrix_rank(system) if len(system) else 0
    for some in [*combinations(range(8), 1), *combinations(range(8), 2)]:
        # Known is a weighted sum of these alone if the others' columns span less than all do.
        others = np.delete(system, some, axis=1)
        assert len(system) == 0 or np.linalg.matrix_rank(others) == rank
