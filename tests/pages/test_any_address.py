"""Whatever an address says, a page answers with words or figures, never with an exception."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from maturity.settings import ROOT

PAGES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "pages").rglob("*.py"))
KEYS = (
    "k", "kommune", "gruppe", "rammeverk", "kartlegging", "aspekt", "visning", "sortering",
    "dimensjon", "fra", "til", "inndeling", "tema", "type", "omrade", "vekt", "lang", "f", "figur",
    "utvalg", "navn",
)  # fmt: skip
# What another page, another version or a hand could have written there.
VALUES = [
    "", "1804", "1816", "1824", "1806", "0301", "9999", "nordland", "region:Ofoten", "kostra:11",
    "region:", "evner-10+3", "modenhet-5gen", "modenhet-6gen", "organisasjon-forarbeid",
    "ledelse-forarbeid", "strategi-forarbeid", "teknologi-forarbeid", "now", "target", "gap",
    "radar", "profil", "tabell", "region", "navn", "gen1", "gen6", "datadrevet", "alle", "Økonomi",
    "-1", "1e400", "nan", "100", "<script>alert(1)</script>", "![](http://x.invalid/)",
    "12-bkfz-sttp-dhrv", "evner?k=1804", "' or 1=1 --", "en", "nn", "\x00", "𝕏" * 50,
    "kommune", "modul", "egen",
]  # fmt: skip
ADDRESSES = st.dictionaries(
    st.sampled_from(KEYS),
    st.lists(st.sampled_from(VALUES) | st.text(max_size=12), min_size=1, max_size=4),
    max_size=6,
)


@pytest.mark.parametrize("page", PAGES)
@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # to make a failing address smaller takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(address=ADDRESSES)
def test_no_address_is_an_exception(
    answers: Path, page: str, address: dict[str, list[str]]
) -> None:
    shown = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    for key, values in address.items():
        shown.query_params[key] = values
    shown.switch_page(page).run()
    assert not shown.exception, address
    assert len(shown.title) == 1
    shown.run()
    assert not shown.exception, address
