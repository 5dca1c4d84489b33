"""What sums leave open of each score on the scale: enough, or they are too many."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from maturity.intervals import LEAST, ROOM, Ends, narrowed


def ends(count: int) -> Ends:
    return Ends(rows=np.eye(count), lows=np.full(count, 1.0), highs=np.full(count, 5.0))


def tight(told: list[list[float]], values: list[float]) -> bool:
    count = len(values)
    rows = np.array(told, dtype=float).reshape(-1, count)
    return narrowed(rows, np.eye(count), values=np.array(values), ends=ends(count))


def test_what_is_told_leaves_more_than_the_room_and_so_does_that_it_is_not() -> None:
    assert LEAST > 2 * ROOM


@pytest.mark.parametrize(
    ("mean", "is_tight"),
    [(1.1, True), (1.2, True), (1.3, False), (3, False), (4.7, False), (4.8, True)],
)
def test_a_sum_near_an_end_leaves_little(mean: float, is_tight: bool) -> None:
    assert tight([[1, 1, 1]], [mean] * 3) == is_tight


def test_nothing_told_leaves_everything() -> None:
    assert not tight([], [1.0, 5.0])


def test_a_score_that_is_told_has_no_room() -> None:
    assert tight([[1, 0]], [3.0, 3.0])


def test_several_sums_narrow_what_none_does_alone() -> None:
    sums = [[1, 1, 1, 0], [0, 1, 1, 1]]  # a and d are nearly as far apart as can be
    values = [1.2, 3.0, 3.0, 4.9]
    assert not any(tight([one], values) for one in sums)
    assert tight(sums, values)


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.sampled_from([1.0, 1.1, 1.4, 3.0, 4.6, 4.9, 5.0]), min_size=4, max_size=6),
    seed=st.integers(0, 1000),
)
def test_it_is_the_linear_program_that_decides(values: list[float], seed: int) -> None:
    chance = np.random.default_rng(seed)
    told = (chance.random((int(chance.integers(1, 4)), len(values))) < 0.6).astype(float)
    told = told[told.any(axis=1)]
    room = []
    for one in np.eye(len(values)) if len(told) else ():
        found = [
            linprog(sign * one, A_eq=told, b_eq=told @ values, bounds=(1, 5)).fun
            for sign in (1, -1)
        ]
        room.append(-sum(found))
    if all(abs(it - LEAST) > 1e-6 for it in room):
        assert tight(told.tolist(), values) == any(it <= LEAST for it in room)


def test_one_sum_more_never_leaves_more_room() -> None:
    chance = np.random.default_rng(3)
    values = list(chance.uniform(1, 5, 6))
    sums = [list((chance.random(6) < 0.5).astype(float)) for _ in range(6)]
    found = [tight(sums[:count], values) for count in range(len(sums) + 1)]
    assert all(later >= earlier for earlier, later in pairwise(found))
