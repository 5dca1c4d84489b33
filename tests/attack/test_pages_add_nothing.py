"""The numbers of pages and files are those that the attack reaches: there is no other way in."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from maturity import queries
from maturity.exports.formats import FORMATS
from maturity.views.registry import view
from tests.attack.reach import Reached, reach
from tests.attack.somebody import somebody
from tests.attack.truth import truths
from tests.pages.somebody import shown

BODO = "1804"
EXECUTIVE = somebody("executive", BODO)
ROUND = "strategi-forarbeid"


@pytest.fixture(scope="module")
def reached(answers: Path) -> Reached:
    data = queries.newest(answers)
    assert data is not None
    truth = {place: own for place, own in truths(answers).items() if place[1] == ROUND}
    return reach(data, viewer=EXECUTIVE, truth=truth)


def scores(reached: Reached) -> set[float]:
    """Every score that was told: of a kommune, and the mean of a group."""
    return {round(one.said, 6) for sums in reached.sums.values() for one in sums}


def exact(values: list[object]) -> set[float]:
    """The numbers that are no place on a page: those with decimals."""
    numbers = [it for it in values if isinstance(it, float)]
    return {round(it, 6) for it in numbers if abs(it * 2 - round(it * 2)) > 1e-6}


@pytest.mark.parametrize("aspect", ["now", "target", "gap"])
def test_of_a_comparison(answers: Path, reached: Reached, aspect: str) -> None:
    where = {"kartlegging": ROUND, "rammeverk": "evner-10+3", "aspekt": aspect}
    groups = ["nordland", "region:Salten", "kostra:15"]
    page = shown("sammenlign", see="own", role="executive", kommune=BODO, gruppe=groups, **where)
    (figure,) = (json.loads(chart.proto.spec) for chart in page.get("plotly_chart"))
    drawn = exact([value for trace in figure["data"] for value in trace.get("r", [])])
    assert len(drawn) > 10
    assert drawn <= scores(reached)


@pytest.mark.parametrize("aspect", ["now", "target", "gap"])
def test_of_a_file(answers: Path, reached: Reached, aspect: str) -> None:
    data = queries.newest(answers)
    assert data is not None
    address = (
        f"sammenlign?kommune={BODO}&gruppe=nordland&gruppe=region:Salten&rammeverk=evner-10%2B3"
        f"&kartlegging={ROUND}&aspekt={aspect}"
    )
    told = FORMATS["csv"].write([view(address, data=data, viewer=EXECUTIVE)]).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(told), delimiter=";"))
    (head,) = (row for row in rows if "Gjennomsnitt" in row)
    place = head.index("Gjennomsnitt")
    values = [row[place] for row in rows[rows.index(head) + 1 :] if len(row) == len(head)]
    numbers = exact([float(value.replace(",", ".")) for value in values if value])
    assert len(numbers) > 10
    assert numbers <= scores(reached)
