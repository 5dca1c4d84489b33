"""A presentation in a real Chromium: begun, shown on a hall's screen and a telephone, by keys."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from maturity.deck import Deck, Slide, to_file
from maturity.names_found import names_found
from tests.browser.legible import CLASHING, SMALLEST
from tests.browser.visits import LIMIT, Faults, go

pytestmark = pytest.mark.browser

COMPARED = "sammenlign?kommune=1804&kommune=1841&gruppe=nordland&rammeverk=evner-10%2B3&aspekt="
SLIDES = (
    Slide(address=f"{COMPARED}now", notes="Si fra om Bodø"),
    Slide(address=f"{COMPARED}target"),
    Slide(address="trapp?k=1804"),
    Slide(address="veien?k=1804"),
    Slide(address="enighet?k=1804"),
    Slide(address="modul?rammeverk=evner-10%2B3"),
    Slide(address="profiler?rammeverk=evner-10%2B3"),
    Slide(address="grupper", title="Hva som er langt fra målet, gruppe for gruppe. " * 3),
    Slide(address="spredning"),
    Slide(address="deltakelse"),
    Slide(address="svar"),
)
DECK = Deck(title="Bodøs vei", slides=SLIDES)
INSIDE = """() => [...document.querySelectorAll('main > *, .sheet')].every(it => {
  const box = it.getBoundingClientRect();
  return box.left >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
})"""
# What is said to who listens, while something is fetched and after it.
LISTEN = """() => {
  window.said = [];
  const told = document.getElementById('told');
  new MutationObserver(() => window.said.push(told.textContent))
    .observe(told, { childList: true });
}"""
READY = "() => document.body.dataset.ready !== undefined"


@pytest.fixture(scope="module")
def faults():
    seen = Faults()
    yield seen
    assert seen.seen == []


@pytest.fixture(scope="module")
def context(browser, faults):
    """One presenter with their windows; afterwards no console may have complained."""
    own = browser.new_context(locale="nb-NO", reduced_motion="reduce")
    own.set_default_timeout(30_000)
    faults.watch(own)
    yield own
    own.close()


@pytest.fixture(scope="module")
def sent(context) -> list[str]:
    """All that the server sends to the presenter, as text: answers, and messages of the page."""
    texts: list[str] = []

    def listen(page: Page) -> None:
        page.on(
            "websocket",
            lambda it: it.on(
                "framereceived",
                lambda data: texts.append(
                    data.decode("utf-8", "replace") if isinstance(data, bytes) else data
                ),
            ),
        )

    context.on("page", listen)
    return texts


@pytest.fixture(scope="module")
def begun(context: BrowserContext, sent: list[str], server, tmp_path_factory) -> str:
    """The address of the stage of a presentation that was opened from a file, on its page."""
    file = tmp_path_factory.mktemp("deck") / "presentasjon.json"
    file.write_bytes(to_file(DECK))
    page = go(context.new_page(), f"{server}/presentasjon")
    page.set_input_files("input[name=fil]", file)
    sent.clear()  # what stood to be chosen among
    page.get_by_role("button", name="Åpne filen").click()
    start = page.get_by_role("link", name="Start visningen")
    expect(start).to_be_visible()
    expect(page.get_by_text("3. Kommune A")).to_be_visible()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    with context.expect_page() as opened:
        start.click()
    stage = opened.value
    stage.wait_for_function(READY)
    page.close()
    stage.close()
    return stage.url


@pytest.fixture
def stage(context: BrowserContext, begun: str):
    pages = []

    def at(width: int, height: int) -> Page:
        page = context.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(begun)
        page.wait_for_function(READY)
        return page

    yield at
    for page in pages:
        page.close()


def place(page: Page) -> int:
    return int(page.locator("#count").text_content().split(" / ")[0])


def views(page: Page) -> int:
    return int(page.locator("#count").text_content().split(" / ")[1])


def test_the_keyboard_walks_on_a_halls_screen_and_all_is_read_from_behind(stage):
    page = stage(1920, 1080)
    last = views(page)
    assert last > len(SLIDES) + 1  # large tables come in parts
    for key, expected in {
        "End": last,
        "Home": 1,
        "PageDown": 2,
        "ArrowRight": 3,
        "PageUp": 2,
    }.items():
        page.keyboard.press(key)
        assert place(page) == expected
    page.keyboard.press("Home")
    for number in range(1, last + 1):
        if number > 1:
            page.locator(".sheet .main-svg").first.wait_for()
            expect(page.locator(".source")).to_contain_text(re.compile(r"Dataversjon \d+"))
        assert page.locator(".notice").text_content().strip() == "◆ Eksempeldata"
        assert page.evaluate(SMALLEST, "main") >= 24, number
        assert page.evaluate(INSIDE), number
        assert page.locator("main").get_attribute("class") == "front" or not page.evaluate(
            CLASHING, "main"
        ), number
        page.keyboard.press("ArrowRight")
    assert place(page) == last
    for key in ("b", "."):
        page.keyboard.press(key)
        assert page.locator("#black").is_visible()
        page.keyboard.press("ArrowLeft")  # any key brings the view back, and does no more
        assert not page.locator("#black").is_visible()
        assert place(page) == last
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    assert place(page) == 4
    page.keyboard.press("g")
    page.locator("#list a").nth(1).click()
    assert place(page) == 2
    assert page.evaluate("document.activeElement.className") == "message"
    page.keyboard.press("g")
    page.keyboard.press("PageDown")  # of a clicker, which knows of no list
    assert not page.locator("#list").is_visible()
    assert place(page) == 3
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.keyboard.press("Escape")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_on_a_telephone_it_is_led_by_keys_and_thumbs(stage):
    page = stage(390, 844)
    assert views(page) == len(SLIDES) + 1, "each figure once, however tall"
    for number in range(2, views(page) + 1):
        page.keyboard.press("ArrowRight")
        assert place(page) == number
        page.locator(".sheet .main-svg").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Forrige").click()
    assert place(page) == views(page) - 1
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_a_name_is_sent_when_it_is_revealed_and_not_before(stage, sent, context):
    answers: list[str] = []

    def keep(answer) -> None:
        if "/scene/" in answer.url and "/filer/" not in answer.url:
            answers.append(answer.text())

    page = stage(1280, 720)
    context.on("response", keep)
    page.reload()
    page.wait_for_function(READY)
    page.keyboard.press("ArrowRight")
    assert names_found(page.content()) == set()
    with context.expect_page() as opened:
        page.keyboard.press("n")
    speaker = opened.value
    speaker.wait_for_function(READY)
    expect(speaker.locator("#notes")).to_have_text("Si fra om Kommune A")
    expect(speaker.locator("#elapsed")).to_have_text(re.compile(r"00:0\d:\d\d"))
    expect(speaker.get_by_role("button", name="Vis navnet på A")).to_be_visible()
    expect(speaker.locator("#preview .main-svg").first).to_be_visible()
    results = Axe().run(speaker)
    assert results.violations_count == 0, results.generate_report()
    assert names_found("".join(sent) + "".join(answers) + speaker.content()) == set()
    speaker.get_by_role("button", name="Neste").click()
    expect(page.locator("#count")).to_contain_text("3 /")
    page.evaluate(LISTEN)
    page.keyboard.press("v")
    page.keyboard.press("v")  # who has no patience gets no second name
    expect(page.locator("main")).to_contain_text("Bodø", timeout=LIMIT)
    said = page.evaluate("window.said")
    assert said[:2] == ["Henter navnet …", "Kommune A er Bodø"]
    expect(page.locator("main")).not_to_contain_text("Fauske")
    expect(speaker.locator("#told")).to_have_text(re.compile("Kommune A er Bodø|^$"))
    for _moment in range(50):  # the text of an answer may come after what is drawn of it
        if names_found("".join(answers)):
            break
        page.wait_for_timeout(100)
    assert names_found("".join(answers)) == {"1804"}
    speaker.get_by_role("button", name="Vis navnet på B").click()
    expect(page.locator("main")).to_contain_text("Fauske", timeout=LIMIT)
    page.keyboard.press("v")
    expect(page.locator("#told")).to_contain_text("ingen flere navn")
    speaker.close()


def test_the_network_may_go_while_it_is_shown(stage, context, faults):
    page = stage(1280, 720)
    context.set_offline(True)
    page.keyboard.press("End")
    page.locator(".sheet .main-svg").first.wait_for()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("v")
    expect(page.locator("#told")).not_to_be_empty()
    context.set_offline(False)
    faults.seen[:] = [it for it in faults.seen if "ERR_INTERNET_DISCONNECTED" not in it]


def test_the_step_to_the_target_moves_but_not_for_who_prefers_stillness(browser, begun):
    """From today to the target the same lines move; halfway they stand between."""
    seen = []
    for motion in ("no-preference", "reduce"):
        context = browser.new_context(reduced_motion=motion)
        page = context.new_page()
        page.goto(f"{begun.split('#')[0]}#2")
        page.wait_for_function(READY)
        page.evaluate(
            """() => {
              window.drawn = 0;
              const react = Plotly.react;
              Plotly.react = (...given) => { window.drawn += 1; return react(...given); };
            }"""
        )
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => window.drawn > 0")
        page.wait_for_timeout(1200)
        seen.append(page.evaluate("window.drawn"))
        context.close()
    assert seen[0] > 3
    assert seen[1] == 1
