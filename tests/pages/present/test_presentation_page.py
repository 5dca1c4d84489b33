"""The page of a presentation: begun, put in order, kept, and shown by letters."""

import re
import shutil

import pytest
from deltalake import DeltaTable
from streamlit.testing.v1 import AppTest

from maturity import queries
from maturity.deck import from_address, to_address
from maturity.names_found import names_found
from maturity.ui import running
from tests.pages.reading import everything, opened, sentences
from tests.pages.somebody import shown

PAGE = "present/presentation.py"


def sign(page: AppTest) -> str:
    found = page.query_params["p"]
    return found if isinstance(found, str) else found[0]


def deck(page: AppTest):
    return running.deck_of(sign(page), owner=None)


def begun(which: str = "kommune") -> AppTest:
    return opened(PAGE).button(key=f"begin-{which}").click().run()


def kinds(page: AppTest) -> list[str]:
    return [it.address.partition("?")[0] for it in deck(page).slides]


def test_a_ready_presentation_is_put_in_another_order(answers):
    page = begun()
    assert not page.exception
    assert not page.error
    assert kinds(page)[:3] == ["trapp", "evner", "veien"]
    page.button(key="slide-down-0").click().run()
    assert kinds(page)[:3] == ["evner", "trapp", "veien"]
    page.button(key="slide-out-2").click().run()
    assert kinds(page)[:3] == ["evner", "trapp", "enighet"]
    page.button(key="slide-up-1").click().run()
    assert kinds(page)[:2] == ["trapp", "evner"]
    assert not page.exception


@pytest.mark.parametrize("which", ["nordland", "kommune", "modul"])
def test_every_ready_presentation_can_be_begun_and_names_nobody(answers, which):
    page = begun(which)
    assert not page.exception
    assert len(deck(page).slides) >= 3
    assert deck(page).hidden == (which != "nordland" or deck(page).hidden)
    if deck(page).hidden:
        assert names_found(everything(page)) == set()


def test_names_come_back_where_they_are_allowed(answers):
    page = begun()
    assert "Kommune A" in sentences(page)
    page.toggle(key="deck-hidden").set_value(False).run()
    assert "Kommune A" not in sentences(page)
    assert names_found(sentences(page))


def test_it_is_found_again_when_the_page_is_loaded_anew(answers):
    page = begun()
    page.button(key="slide-out-0").click().run()
    again = opened(PAGE, p=sign(page))
    assert kinds(again) == kinds(page)
    assert "ikke åpen lenger" in str(opened(PAGE, p="unknown").info[0].value)


def test_an_address_brings_it_whole(answers):
    page = begun()
    page.text_input(key="deck-title").set_value("Vår vei").run()
    other = opened(PAGE, d=to_address(deck(page)))
    assert deck(other).title == "Vår vei"
    assert deck(other).letters == deck(page).letters
    assert "d" not in other.query_params
    assert from_address(to_address(deck(other))) == deck(other)


def test_another_version_of_the_numbers_waits_until_it_is_wanted(answers, tmp_path, monkeypatch):
    copy = tmp_path / "answers"
    shutil.copytree(answers, copy)
    monkeypatch.setenv("MATURITY_ANSWERS", str(copy))
    page = begun()
    bound = deck(page).version
    DeltaTable(str(copy)).delete("kommune = '1804' and survey_round = 'teknologi-forarbeid'")
    page.run()
    now = queries.newest(copy).version
    assert deck(page).version == bound != now
    assert f"Nå gjelder {now}" in sentences(page)
    assert "→" in sentences(page)
    page.button(key="deck-update").click().run()
    assert deck(page).version == now
    assert "Nå gjelder" not in sentences(page)


def test_where_its_numbers_are_gone_the_deck_is_whole_and_there_is_a_way_on(answers):
    page = begun()
    page.text_input(key="deck-title").set_value("Vår vei").run()
    before = deck(page)
    slides = (*before.slides[:2], before.slides[2].model_copy(update={"notes": "Husk pausen"}))
    lost = before.model_copy(update={"slides": slides, "version": 999})
    page = opened(PAGE, d=to_address(lost))
    assert not page.exception
    assert not page.get("link_button"), "it cannot be shown"
    (said,) = (it.value for it in page.warning)
    assert "dataversjon 999" in said
    assert "notatene blir som de er" in said
    assert len([it for it in page.button if it.key == "deck-update"]) == 1
    page.button(key="deck-update").click().run()
    after = deck(page)
    assert after.version == queries.newest(answers).version
    assert (after.title, after.slides, after.letters) == ("Vår vei", slides, lost.letters)
    assert not page.warning
    assert page.get("link_button")


def test_a_kommune_without_answers_is_told_of_and_the_page_goes_on(answers):
    page = opened(PAGE)
    page.selectbox(key="deck-kommune").set_value("1811").run()
    page.button(key="begin-kommune").click().run()
    assert not page.error
    assert page.info[0].value.startswith("Bindal")
    assert page.button(key="begin-modul")
    taken = opened("present/take_along.py", utvalg="kommune", k="1811")
    assert "Ikke med: Bindal" in everything(taken)


def test_an_address_without_a_deck_leaves_all_else_to_begin_with(answers):
    page = opened(PAGE)
    page.query_params["d"] = "ikke-en-presentasjon"
    page.run()
    assert "ingen presentasjon" in page.error[0].value
    assert page.button(key="begin-nordland")
    page.button(key="begin-nordland").click().run()
    assert deck(page).slides
    assert not page.error


@pytest.mark.parametrize("role", ["staff", "presenter", "executive"])
def test_each_role_begins_with_what_it_may_see(answers, role):
    page = shown("presentasjon", see="own", role=role)
    assert not page.exception
    assert not page.error
    page.button(key="begin-nordland").click().run()
    assert not page.exception
    assert running.deck_of(sign(page), owner="a@x.example").slides


def test_what_moves_a_view_says_which_one(answers):
    """Two frameworks have figures of one title; each button says what it does to which."""
    page = begun("nordland")
    names = [it.label for it in page.button if it.key.startswith("slide-")]
    assert len(names) == len(set(names)) == 3 * len(deck(page).slides)
    assert all(re.match(r"(Flytt|Fjern) «.+»", it) for it in names)
