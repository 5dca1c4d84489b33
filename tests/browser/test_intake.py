"""A real browser brings files to /innlesing, answers what is asked, and sees the radar of them."""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FileChooser, Page, expect

from maturity.intake.imports import Import
from maturity.intake.store import Store
from tests.browser.bringing import LONG, SAMPLES, bring, choose
from tests.browser.serving import serve
from tests.browser.visits import RADAR, drawn
from tests.intake.small_exports import export, person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("intake")]
# What the control in focus is called; a part of the page that scrolls is none.
FOCUSED = """() => {
  const it = document.activeElement;
  const called = it.getAttribute('aria-label') || it.innerText;
  return (['BUTTON', 'INPUT', 'A'].includes(it.tagName) && called) || '';
}"""

TOOLS = ["Vis og skjul kolonner", "Last ned som CSV", "Søk", "Fullskjerm"]


@pytest.fixture(scope="module")
def own(answers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's answers, to add to."""
    path = tmp_path_factory.mktemp("intake") / "answers"
    shutil.copytree(answers, path)
    return path


@pytest.fixture(scope="module")
def served(own: Path) -> Iterator[str]:
    with serve(own, log=own.parent / "log") as address:
        yield address


@pytest.fixture
def opened(visit_at: Callable, served: str) -> Page:
    return visit_at(f"{served}/innlesing", fresh=True, height=1600)


def nothing_bars(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("surveyxact-variables.csv", "Modul 1"),
        ("forms-da.xlsx", "Modul 2"),
        ("by-hand.xlsx", "Modul 3"),
    ],
)
def test_a_sample_goes_in_and_its_radar_is_seen(opened: Page, own: Path, name: str, module: str):
    bring(opened, name)
    if name.startswith("surveyxact"):
        expect(opened.get_by_text("s_1 til s_72 er bare numre")).to_be_visible()
        expect(opened.get_by_role("combobox", name="Hvilken modul?")).to_have_count(0)
        opened.get_by_text("Ja, påstandene ble stilt i denne rekkefølgen").click()
        drawn(opened)
    choose(opened, "Hvilken modul", module)
    choose(opened, "Hvilken fase", "Forarbeid")
    take = opened.get_by_role("button", name=f"Les inn {name}")
    expect(take).to_be_visible(timeout=LONG)
    opened.get_by_text("Hva kolonnene betyr").click()
    expect(opened.get_by_test_id("stDataFrame")).to_be_visible(timeout=LONG)
    said = opened.get_by_test_id("stElementToolbar").get_by_role("button")
    assert [it.get_attribute("aria-label").split(":")[0] for it in said.all()] == TOOLS
    nothing_bars(opened)
    take.click()
    expect(opened.get_by_text("Lest inn som versjon")).to_be_visible(timeout=LONG)
    opened.wait_for_selector(RADAR)
    drawn(opened)
    nothing_bars(opened)
    taken = Store(own).history()[-1]
    assert taken.file == name
    if name.startswith("by-hand"):
        undone(opened, own, taken)


def undone(page: Page, own: Path, taken: Import) -> None:
    """Take an import back on the page of the history: what that does is said and asked first."""
    page.get_by_role("link", name="Hva er lest inn?").click()
    page.wait_for_url("**/innlesinger*")
    drawn(page)
    choose(page, "^Innlesing", re.compile(f"^{taken.version}: "))
    page.get_by_role("button", name=f"Angre versjon {taken.version}").click()
    expect(page.get_by_text("Dette endrer hva alle ser.")).to_be_visible(timeout=LONG)
    nothing_bars(page)
    page.get_by_role("button", name=f"Ja, angre versjon {taken.version}").click()
    expect(page.get_by_text(f"Angret: {taken.file}")).to_be_visible(timeout=LONG)
    entry = Store(own).history()[-1]
    assert (entry.action, entry.undoes) == ("undo", taken.version)
    assert taken not in Store(own).in_force()


def test_the_keyboard_alone_gets_a_file_in(opened: Page, own: Path):
    def tab_to(text: str) -> None:
        for _press in range(60):
            opened.keyboard.press("Tab")
            if text in opened.evaluate(FOCUSED):
                return
        raise AssertionError(f"the keyboard does not come to «{text}»")

    drawn(opened)
    asked: list[FileChooser] = []
    opened.on("filechooser", lambda it: asked.append(it))  # it wants a function
    for _try in range(3):  # a page that is drawn anew between two keys takes the focus away
        tab_to("Velg fil")
        opened.keyboard.press("Enter")
        opened.wait_for_timeout(2000)
        if asked:
            break
    asked[0].set_files(SAMPLES / "google-forms.csv")
    expect(opened.get_by_role("heading", name="google-forms.csv")).to_be_visible(timeout=LONG)
    drawn(opened)
    tab_to("Hvilken modul")
    opened.keyboard.type("Modul 4")
    opened.keyboard.press("Enter")
    drawn(opened)
    tab_to("Hvilken fase")
    opened.keyboard.type("Forarbeid")
    opened.keyboard.press("Enter")
    take = opened.get_by_role("button", name="Les inn google-forms.csv")
    expect(take).to_be_visible(timeout=LONG)
    drawn(opened)
    tab_to("Les inn google-forms.csv")
    opened.keyboard.press("Enter")
    expect(opened.get_by_text("Lest inn som versjon")).to_be_visible(timeout=LONG)
    assert Store(own).history()[-1].file == "google-forms.csv"


def test_a_large_file_shows_how_far_it_has_come_and_can_be_stopped(opened: Page, own: Path):
    before = Store(own).history()
    rows = [person(who=f"{it}@x.example") for it in range(60_000)]
    export(own.parent / "stor.csv", *rows)
    bring(opened, own.parent / "stor.csv")
    choose(opened, "Hvilken modul", "Modul 4")
    choose(opened, "Hvilken fase", "Forarbeid", wait=False)
    expect(opened.get_by_test_id("stProgress")).to_be_visible(timeout=LONG)
    opened.get_by_role("button", name="Avbryt").click()
    expect(opened.get_by_text("Stoppet. Ingenting er lest inn.")).to_be_visible(timeout=LONG)
    drawn(opened)
    nothing_is_left(own, before)
    opened.get_by_role("button", name="Prøv igjen").click()
    expect(opened.get_by_test_id("stProgress")).to_be_visible(timeout=LONG)
    assert list(own.parent.glob("*.rehearsal-*"))
    opened.close()  # and a browser that is closed in the middle stops it too
    nothing_is_left(own, before)


def nothing_is_left(own: Path, before: list[Import]) -> None:
    """Wait for what was stopped to tidy up behind the page; nothing has come of it."""
    for _moment in range(100):
        copies = list(own.parent.glob("*.rehearsal-*"))
        if not copies:
            break
        time.sleep(0.1)
    assert copies == []
    assert Store(own).history() == before


def test_in_english_too(visit_at: Callable, served: str):
    page = visit_at(f"{served}/innlesing?lang=en", fresh=True)
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(SAMPLES / "table.ods")
    expect(page.get_by_text("Recognised as")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("Which module?")).to_be_visible(timeout=LONG)
    for word in ("Velg", "Kjent", "Hva", "Fjern"):
        expect(page.get_by_text(word, exact=True)).to_have_count(0)
