"""What a reader sees first, wherever they come in."""

from pathlib import Path

import pytest

from tests.browser.serving import serve
from tests.browser.visits import PAGES, RADAR, Faults, drawn, new_tab

pytestmark = pytest.mark.browser


def test_first_paint_shows_a_radar(visit):
    page = visit("/sammenlign", fresh=True)
    assert page.locator(RADAR).count() >= 1
    assert page.locator(".polarlayer .scatterlayer path.js-line").first.get_attribute("d")


@pytest.mark.parametrize("path", PAGES)
def test_first_request_of_a_server_goes_through_the_frame(visit_at, answers, tmp_path, path):
    log = tmp_path / "log"
    with serve(answers, log=log) as address:
        page = visit_at(address + path, fresh=True)
        links = page.get_by_test_id("stApp").get_by_role("link")
        for name in ("Oversikt", "Sammenlign"):
            assert links.filter(has_text=name).count() >= 1, f"no way to {name}"
        assert page.get_by_test_id("stException").count() == 0
        assert page.get_by_role("dialog").count() == 0, "the platform says there is no such page"
        page.context.close()  # before its server ends, which it would complain of
    assert_quiet(log)


def test_unknown_address_is_said_and_leads_to_the_frame(browser, server):
    faults = Faults()
    page = new_tab(browser, faults=faults)
    assert page.goto(f"{server}/finnes-ikke").status == 404
    assert page.get_by_role("heading", name="Siden finnes ikke").is_visible()
    page.get_by_role("link").click()
    drawn(page)
    assert page.get_by_role("dialog").count() == 0
    page.context.close()
    # The browser writes into the console that there is no such page; that is no fault here.
    assert [seen for seen in faults.seen if "404" not in seen] == []


def assert_quiet(log: Path) -> None:
    """The server's log has no traceback."""
    assert "Traceback" not in log.read_text("utf-8"), log.read_text("utf-8")
