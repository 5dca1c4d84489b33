"""Every view, made from its address: for whoever answered in full, too few, not at all."""

import contextlib
import io
from urllib.parse import urlencode

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from maturity import queries
from maturity.access import demo_viewer
from maturity.errors import UserError
from maturity.exports.columns import INTERNAL, headings
from maturity.exports.formats import FORMATS
from maturity.exports.taken import taken
from maturity.reference import reference
from maturity.views.registry import VIEWS, view

BODØ, VEVELSTAD, VEFSN, NARVIK = "1804", "1816", "1824", "1806"
OF_KOMMUNE = [name for name, kind in VIEWS.items() if kind.page == "kommune"]
CASES = {  # all answered; two answered; skipped the module; never answered; only means are known
    "full": {"k": BODØ, "kartlegging": "strategi-forarbeid"},
    "few": {"k": VEVELSTAD, "kartlegging": "organisasjon-forarbeid"},
    "skipped": {"k": VEFSN, "kartlegging": "organisasjon-forarbeid"},
    "never": {"k": NARVIK},
    "means": {"k": BODØ},
}


@pytest.fixture(scope="module")
def make(answers):
    """Make a view of the demo for somebody who sees all of it."""
    data = queries.newest(answers)
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=data.all_invented)
    return lambda address: view(address, data=data, viewer=viewer)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", OF_KOMMUNE)
def test_every_view_of_a_kommune_is_made_and_drawn(make, name, case):
    if name == "flyttet" and case in ("few", "skipped", "never"):
        with pytest.raises(UserError, match="ingen tidligere"):
            make(f"{name}?{urlencode(CASES[case])}")
        return
    own = make(f"{name}?{urlencode(CASES[case])}")
    figure = own.draw(dark=False)
    assert figure is own.draw(dark=False)  # drawn once
    assert own.finding
    assert own.table.rows
    assert all(len(row) == len(own.table.heads) for row in own.table.rows if row != str(row))
    assert own.title.split(" ")[0] in figure.layout.title.text
    assert make(own.address) is own  # the address says everything


def test_what_is_withheld_is_not_in_the_view(make):
    for name in set(OF_KOMMUNE) - {"flyttet"}:
        own = make(f"{name}?{urlencode(CASES['few'])}")
        if name not in ("trapp", "evner", "plass"):  # in which groups are shown
            assert own.frame.select_dtypes("number").isna().all().all()
        assert "2 svar" not in str(own.table) + str(own.panel) + own.finding


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_is_made_of_its_name_alone_and_taken_in_every_format(make, name):
    own = make(name)
    assert make(own.address) is own
    assert own.draw(dark=True).data
    assert own.finding
    assert own.panel
    assert set(own.frame) <= set(headings({})) | INTERNAL, "a column that no file would have"
    for form in FORMATS.values():
        assert form.write([own])


def test_the_numbers_of_every_view_are_in_its_workbook_and_its_parquet_file(make):
    for name in VIEWS:
        own, table = make(name), taken(make(name))
        read = pq.read_table(io.BytesIO(FORMATS["parquet"].write([own]))).to_pandas()
        cells = [
            cell.value
            for row in load_workbook(io.BytesIO(FORMATS["xlsx"].write([own]))).worksheets[0].rows
            for cell in row
        ]
        found = {round(it, 9) for it in cells if isinstance(it, float | int)}
        for column in table.select_dtypes("number"):
            shown = table[column].dropna().astype(float)
            assert read[column].dropna().astype(float).tolist() == shown.tolist()
            assert set(shown.round(9)) <= found


@pytest.mark.parametrize(
    "address",
    [
        "",
        "finnesikke?k=1804",
        "evner?k=9999",
        "evner?k=1804&k=1841",
        "evner?k=1804&fremmed=1",
        "evner?kartlegging=../../etc/passwd",
        "evner?k=<script>alert(1)</script>",
        "evner?" + "k=1804&" * 100,
        "evner?k=" + "1" * 5000,
    ],
)
def test_an_odd_address_is_told_in_a_sentence(make, address):
    with pytest.raises(UserError) as refusal:
        make(address)
    assert len(refusal.value.message) < 600


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from([*VIEWS, "x"]), query=st.text(max_size=60))
def test_no_address_makes_a_trace(make, name, query):
    with contextlib.suppress(UserError):
        make(f"{name}?{query}")
