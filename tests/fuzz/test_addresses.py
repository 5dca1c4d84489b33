"""Whatever an address says, to whomever, a page answers with words or figures."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.reference import reference
from tests.fuzz.hostile import TEXTS, many
from tests.leaks.readers import READERS, REFUSED
from tests.leaks.walk import PAGES, answered, offered

QUICK, DEEP = many(4, 130)
WHO = st.sampled_from([*READERS, *REFUSED])
KEYS = ("k", "kommune", "gruppe", "rammeverk", "kartlegging", "lang", "v", "seed", "embed")


@st.composite
def addresses(draw, offers):
    """Codes that some page offers, kommuner, and hostile texts, under any name."""
    known = sorted({code for codes in offers.values() for code in codes})
    value = st.sampled_from([*known, *reference().kommuner, ""]) | TEXTS
    keys = st.sampled_from([*offers, *KEYS])
    return draw(st.dictionaries(keys, st.lists(value, min_size=1, max_size=4), max_size=6))


@cache
def options(page: str) -> dict[str, list[str]]:
    return offered(READERS["staff"], page)


def asks(page: str, data: st.DataObject) -> None:
    who = data.draw(WHO)
    address = data.draw(addresses(options(page)))
    assert answered({**READERS, **REFUSED}[who], page, address), (who, address)


@pytest.mark.parametrize("page", PAGES)
@QUICK
@given(data=st.data())
def test_no_address_is_an_exception_to_anybody(answers, page, data):
    asks(page, data)


@pytest.mark.deep
@pytest.mark.parametrize("page", PAGES)
@DEEP
@given(data=st.data())
def test_nor_is_any_of_many(answers, page, data):
    asks(page, data)
