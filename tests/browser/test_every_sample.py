"""In a real browser every sample goes in, its radar is seen, and it is undone."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from maturity.intake.store import Store
from tests.browser.bringing import LONG, SAMPLES, bring, choose
from tests.browser.test_intake import opened, own, served, undone  # noqa: F401  # fixtures
from tests.browser.visits import RADAR, drawn

pytestmark = [pytest.mark.browser, pytest.mark.deep, pytest.mark.xdist_group("intake")]
SCALES = {
    "reversed.csv": "5 er «Helt uenig»",
    "one-to-seven.csv": "7 er «Helt enig»",
    "percent.csv": "100 er «Helt enig»",
}


@pytest.mark.parametrize("name", sorted(it.name for it in SAMPLES.iterdir()))
def test_it_goes_in_by_what_is_asked_and_is_undone(opened: Page, own: Path, name: str):  # noqa: F811
    shutil.rmtree(
        own.with_name(f"{own.name}.layouts"), ignore_errors=True
    )  # the next would be asked about it
    bring(opened, name)
    if name.startswith("surveyxact-variables"):
        opened.get_by_text("Ja, påstandene ble stilt i denne rekkefølgen").click()
        drawn(opened)
    if name in SCALES:
        choose(opened, "Hva betyr tallene", SCALES[name])
    choose(opened, "Hvilken modul", "Modul 1")
    choose(opened, "Hvilken fase", "Etterarbeid")
    take = opened.get_by_role("button", name=f"Les inn {name}")
    expect(take).to_be_visible(timeout=LONG)
    take.click()
    expect(opened.get_by_text("Lest inn som versjon")).to_be_visible(timeout=LONG)
    opened.wait_for_selector(RADAR)
    undone(opened, own, Store(own).history()[-1])
