"""The latest submission of each person counts."""

from datetime import datetime

import pytest

from maturity.intake.latest import Latest

EARLY, LATE = datetime(2024, 3, 1, 10), datetime(2024, 3, 1, 10, 0, 0, 1)
A, B = "0" * 15 + "a", "f" * 16


@pytest.mark.parametrize(
    ("submitted", "counting"),
    [
        ([], []),
        ([(A, EARLY, 2)], [2]),
        ([(A, EARLY, 2), (A, LATE, 3)], [3]),
        ([(A, LATE, 2), (A, EARLY, 3)], [2]),
        ([(A, EARLY, 2), (A, EARLY, 3)], [3]),
        ([(A, None, 2), (A, EARLY, 3), (A, None, 4)], [3]),
        ([(A, None, 2), (A, None, 9)], [9]),
        ([(A, EARLY, 2), (B, EARLY, 3), (A, EARLY, 4)], [3, 4]),
    ],
)
def test_latest_counts_and_of_two_at_once_the_one_further_down(submitted, counting: list[int]):
    latest = Latest()
    for who, when, row in submitted:
        latest.add(who, when, row)
    assert [row for row, counts in enumerate(latest.counts()) if counts] == counting
    assert len(latest) == len(submitted)
