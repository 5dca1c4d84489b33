"""Make the pictures of how a file gets in: by `make screenshot`, after the other one."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect

from tests.browser.bringing import LONG, bring, choose
from tests.browser.serving import ROOT, serve, take_demo_in
from tests.browser.visits import RADAR, Faults, chromium, drawn, go, new_tab

NAME = "surveyxact-variables.csv"
AGREED = "Ja, påstandene ble stilt i denne rekkefølgen"


def main() -> None:
    """Bring a file whose headings are bare numbers, as somebody new would, and save each step."""
    with TemporaryDirectory() as folder:
        answers = Path(folder) / "answers"
        take_demo_in(answers)
        with serve(answers, log=Path(folder) / "log") as address, chromium() as browser:
            page = go(new_tab(browser, faults=Faults()), f"{address}/innlesing", height=760)
            bring(page, NAME)
            _picture(page, 1)
            page.get_by_text(AGREED).click()
            drawn(page)
            choose(page, "Hvilken modul", "Modul 2")
            choose(page, "Hvilken fase", "Forarbeid")
            take = page.get_by_role("button", name=f"Les inn {NAME}")
            expect(take).to_be_visible(timeout=LONG)
            take.scroll_into_view_if_needed()
            _picture(page, 2)
            take.click()
            expect(page.get_by_text("Lest inn som versjon")).to_be_visible(timeout=LONG)
            page.wait_for_selector(RADAR)
            drawn(page)
            page.set_viewport_size({"width": 1280, "height": 1080})
            drawn(page)
            heading = page.get_by_role("heading", name=NAME)
            heading.evaluate("it => it.scrollIntoView({block: 'center'})")
            _picture(page, 3)
            page.context.close()


def _picture(page: Page, number: int) -> None:
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)  # what was pressed glows for a moment
    page.screenshot(path=ROOT / "docs" / f"innlesing-{number}.png")


if __name__ == "__main__":
    main()
