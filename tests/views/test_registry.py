"""Every view, made from its address: for whoever answered in full, too few, not at all."""

import contextlib
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity import queries
from maturity.access import demo_viewer
from maturity.errors import UserError
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
    own = make(f"{name}?{urlencode(CASES[case])}")
    figure = own.draw(dark=False)
    assert figure is own.draw(dark=False)  # drawn once
    assert own.finding
    assert own.table.rows
    assert all(len(row) == len(own.table.heads) for row in own.table.rows if row != str(row))
    assert own.title.split(" ")[0] in figure.layout.title.text
    assert make(own.address) is own  # the address says everything


def test_what_is_withheld_is_not_in_the_view(make):
    for name in OF_KOMMUNE:
        own = make(f"{name}?{urlencode(CASES['few'])}")
        if name not in ("trapp", "evner", "plass"):  # in which groups are shown
            assert own.frame.select_dtypes("number").isna().all().all()
        assert "2 svar" not in str(own.table) + str(own.panel) + own.finding


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


@given(name=st.sampled_from([*VIEWS, "x"]), query=st.text(max_size=60))
def test_no_address_makes_a_trace(make, name, query):
    with contextlib.suppress(UserError):
        make(f"{name}?{query}")
