"""A group's score as it is told to who does not see all: rounded, and written as it is in full."""

import duckdb
import pytest

from maturity.charts.scores import as_shown
from maturity.settings import ROOT


@pytest.fixture(scope="module")
def told():
    """Told of some scores, of so many kommuner."""
    connection = duckdb.connect()
    connection.execute((ROOT / "queries" / "_schema.sql").read_text("utf-8"))

    def ask(scores: list[float], *, k: int, exact: bool = False, offered: bool = True):
        sql = "select told(score, $k, $exact, $offered) from (select unnest($scores) as score)"
        asked = {"scores": scores, "k": k, "exact": exact, "offered": offered}
        return [value for (value,) in connection.execute(sql, asked).fetchall()]

    return ask


FRACTIONS = [
    sign * a / b for b in (1, 3, 7, 20, 22, 40, 1000) for a in range(5 * b) for sign in (1, -1)
]


@pytest.mark.parametrize(("k", "offered", "digits"), [(29, True, 1), (40, False, 1), (30, True, 2)])
def test_to_few_decimals_and_written_as_in_full(told, k, offered, digits) -> None:
    found = told(FRACTIONS, k=k, offered=offered)
    assert found == pytest.approx([round(it, digits) for it in found], abs=1e-12)
    assert [as_shown(it) for it in found] == [as_shown(it) for it in FRACTIONS]
    assert all(abs(a - b) <= 0.5 / 10**digits * 2 for a, b in zip(found, FRACTIONS, strict=True))


def test_in_full_to_who_sees_all(told) -> None:
    assert told(FRACTIONS, k=3, exact=True) == pytest.approx(FRACTIONS, abs=1e-12)
