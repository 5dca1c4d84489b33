"""A real browser signs in with a real provider, as each of those who may come."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from authlib import jose
from oidc_provider_mock._app import OpenIDCode
from playwright.sync_api import Browser, Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.browser.oidc import CONTACT, PEOPLE, SECRET, provider, secrets, sign_in
from tests.browser.serving import free_port, serve

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("signing-in")]
COOKIE = "_streamlit_user"
LONG = 30_000


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the server's secrets and log."""
    return tmp_path_factory.mktemp("signing-in")


@pytest.fixture(scope="module")
def served(answers, place: Path) -> Iterator[str]:
    port = free_port()
    with provider() as address:
        file = place / "secrets.toml"
        file.write_text(secrets(address, port=port), "utf-8")
        with serve(answers, log=place / "log", port=port, secrets=file) as ours:
            yield ours


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of somebody who has never been here; afterwards nothing may have been blocked."""
    context = browser.new_context(locale="nb-NO")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert [it for it in complaints if "Content Security Policy" in it] == []


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(text, timeout=LONG)


def enter(page: Page, served: str, name: str, way: str = "/") -> Page:
    page.goto(served + way)
    heading(page, "Logg inn")
    sign_in(page, name)
    return page


def test_a_cold_server_leads_a_deep_link_through_the_sign_in(tab, served):
    """The first of this file: nobody has been on the server before."""
    enter(tab, served, "staff", "/sammenlign?kommune=1841&visning=tabell")
    expect(tab.get_by_text("Fauske").first).to_be_visible(timeout=LONG)
    assert tab.url.startswith(f"{served}/sammenlign?")
    assert "kommune=1841" in tab.url


def test_before_signing_in_nothing_is_told(tab, served):
    frames: list[bytes] = []
    tab.on("websocket", lambda ws: ws.on("framereceived", lambda it: frames.append(it)))
    tab.goto(f"{served}/kommune?k=1804")
    heading(tab, "Logg inn for å se resultatene")
    sent = b"".join(it if isinstance(it, bytes) else it.encode() for it in frames)
    assert sent
    assert b"Bod" not in sent
    styles = b"js-plotly-plot"  # of every page, whether there is a figure or not
    assert b"plotly" not in sent.lower().replace(styles, b"")
    expect(tab.get_by_role("link", name="Oversikt")).to_have_count(0)


def test_staff_see_everybody(tab, served):
    enter(tab, served, "staff")
    heading(tab, "Hvem har svart")
    tab.goto(f"{served}/kommune?k=1841")
    heading(tab, "Fauske")


@pytest.mark.parametrize(("name", "own"), [("bodo", "Bodø"), ("somna", "Sømna")])
def test_an_executive_lands_on_the_own_kommunes_page(tab, served, name, own):
    enter(tab, served, name)
    heading(tab, own)


def test_a_presenter_signs_in_and_sees_groups(tab, served):
    enter(tab, served, "presenter", "/sammenlign")
    heading(tab, "Hvor like er vi")
    expect(tab.get_by_role("button", name="Innlogget")).to_be_visible(timeout=LONG)
    expect(tab.get_by_text("Nordland").first).to_be_visible(timeout=LONG)
    expect(tab.get_by_text("Fauske")).to_have_count(0)
    expect(tab.get_by_text("Presentere")).to_be_visible()
    expect(tab.get_by_text("Administrere")).to_have_count(0)  # nothing of it is a presenter's


def test_a_token_that_another_key_has_signed_is_refused(tab, served, monkeypatch):
    config, other = OpenIDCode.get_jwt_config, jose.RSAKey.generate_key(is_private=True)

    def forged(self, *given, **how):
        return config(self, *given, **how) | {"key": other.as_dict(is_private=True)}

    monkeypatch.setattr(OpenIDCode, "get_jwt_config", forged)
    enter(tab, served, "staff")
    tab.goto(f"{served}/kommune?k=1804")
    heading(tab, "Logg inn for å se resultatene")
    assert not [it for it in tab.context.cookies() if it["name"] == COOKIE and it["value"]]


def test_an_executive_does_not_see_another_kommunes_page(tab, served):
    enter(tab, served, "bodo", "/kommune?k=1812")
    said = "Vi finner ingen kommune med nummer «1812» her."
    expect(tab.get_by_text(said)).to_be_visible(timeout=LONG)
    expect(tab.get_by_text("Sømna")).to_have_count(0)


def test_a_figures_numbers_have_the_door_of_its_page(tab, served):
    def status(kommune):
        return tab.request.get(f"{served}/evner.csv?k={kommune}").status

    assert status("1804") == 401
    enter(tab, served, "bodo")
    heading(tab, "Bodø")
    assert [status("1804"), status("1841")] == [200, 404]
    kept = tab.context.cookies()
    tab.get_by_role("button", name="Innlogget").click()
    tab.get_by_role("button", name="Logg ut").click()
    tab.wait_for_url("**/oauth2/end_session**")
    tab.context.add_cookies([it for it in kept if it["name"] == COOKIE])
    assert status("1804") == 401, "whoever has signed out has done so here too"


@pytest.mark.parametrize("name", ["stranger", "unverified"])
def test_others_are_told_whom_to_ask(tab, served, name):
    enter(tab, served, name, "/kommune?k=1804")
    expect(tab.get_by_text(CONTACT)).to_be_visible(timeout=LONG)
    expect(tab.get_by_text("Bodø")).to_have_count(0)


def cookie(served: str, *, secret: str = SECRET, age: float = 0) -> dict:
    """The cookie of a staff member, signed with a secret some hours ago."""
    told = {
        "email": "ansatt@diginordland.example",
        "email_verified": True,
        "iat": int(time.time() - age * 3600),
        "origin": served,
        "is_logged_in": True,
        "provider": "default",
    }
    value = create_signed_value(secret, COOKIE, json.dumps(told)).decode()
    return {"name": COOKIE, "value": value, "url": served}


def come_with(tab: Page, served: str, **given) -> None:
    """Come back with such a cookie; without a first visit no cookie is believed at all."""
    tab.goto(served)
    heading(tab, "Logg inn")
    tab.context.add_cookies([cookie(served, **given)])
    tab.goto(served)


def test_a_cookie_of_ours_opens_the_door(tab, served):
    come_with(tab, served)
    heading(tab, "Hvem har svart")


def test_a_sign_in_that_has_run_out_does_not(tab, served):
    come_with(tab, served, age=9)
    expect(tab.get_by_text("Innloggingen har gått ut")).to_be_visible(timeout=LONG)


def test_nor_a_forged_one(tab, served):
    come_with(tab, served, secret="another secret, as long as the real one is")
    heading(tab, "Logg inn for å se resultatene")


def test_signing_out_ends_every_tab(tab, served):
    enter(tab, served, "staff")
    heading(tab, "Hvem har svart")
    second = tab.context.new_page()
    second.goto(f"{served}/metode")
    heading(second, "Hvordan")
    stolen = tab.context.cookies()
    tab.get_by_role("button", name="Innlogget").click()
    tab.get_by_role("button", name="Logg ut").click()
    tab.wait_for_url("**/oauth2/end_session**")
    second.get_by_role("link", name="Utvikling").click()
    expect(second.get_by_text("Du har logget ut")).to_be_visible(timeout=LONG)
    tab.context.add_cookies([it for it in stolen if it["name"] == COOKIE])
    tab.goto(served)
    expect(tab.get_by_text("Du har logget ut")).to_be_visible(timeout=LONG)


@pytest.fixture
def second(browser: Browser) -> Iterator[Page]:
    """A tab of another reader, on another machine."""
    context = browser.new_context(locale="nb-NO")
    yield context.new_page()
    context.close()


def test_a_profile_is_opened_seen_by_the_other_and_taken_back(tab, second, served):
    enter(tab, served, "bodo", "/deling")
    choice = tab.get_by_test_id("stMultiSelect").locator("input")
    choice.fill("Sømna")
    choice.press("Enter")
    choice.press("Tab")
    expect(tab.get_by_text("men ikke spredning")).to_contain_text("for Sømna", timeout=LONG)
    tab.get_by_role("button", name="Åpne profilen").click()
    expect(tab.get_by_text("Åpnet for Sømna")).to_be_visible(timeout=LONG)

    enter(second, served, "somna", "/sammenlign?kommune=1804&visning=tabell")
    shown = second.get_by_test_id("stMain").get_by_text("Bodø")
    # The choice stands there before the numbers do, and only these are noted.
    expect(second.get_by_role("rowheader").first).to_be_visible(timeout=LONG)
    expect(shown.first).to_be_visible(timeout=LONG)

    tab.reload()
    looked = tab.get_by_role("region", name="Den nyeste dagen først")
    expect(looked.get_by_role("row").filter(has_text="Sømna")).to_contain_text(
        "Sammenlign", timeout=LONG
    )
    tab.get_by_role("button", name="Ta tilbake fra Sømna").click()
    expect(tab.get_by_text("Tatt tilbake fra Sømna")).to_be_visible(timeout=LONG)
    second.reload()
    heading(second, "Hvor like er vi")
    expect(second.get_by_text("«Kommuner» har ikke valget «1804».")).to_be_visible(timeout=LONG)
    expect(shown).to_have_count(0)


def test_the_cookie_of_a_sign_in_is_out_of_reach_for_scripts(tab, served):
    enter(tab, served, "staff")
    heading(tab, "Hvem har svart")
    (ours,) = [it for it in tab.context.cookies() if it["name"] == COOKIE]
    assert (ours["httpOnly"], ours["sameSite"]) == (True, "Lax")


def test_the_servers_log_names_nobody(tab, served, place):
    enter(tab, served, "staff", "/kommune?k=1841")
    heading(tab, "Fauske")
    written = (place / "log").read_text("utf-8")
    told = [it["email"] for it in PEOPLE.values() if "email" in it]
    assert [it for it in (*told, "964983380", "k=1841", "Fauske") if it in written] == []
