"""What the numbers of a file mean is asked of each file, whatever a layout says of the last."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from maturity.settings import layouts_path
from tests.pages.bringing_files import bring, go_on, keys, opened, row, said, table, take

CHANGED = "intake-0-numbers-None"
KEPT = "intake-0-numbers-(1.0, 7.0)"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "data" / "answers"))


def numbered(*scores: int, people: int = 4) -> bytes:
    return table(*[row("Bodø", it, *scores) for it in range(people)])


def choose(test: AppTest, key: str, words: str) -> AppTest:
    box = test.selectbox(key=key)
    (option,) = [it for it in box.options if it.startswith(words)]
    return box.select(option).run()


def taken_on_seven() -> None:
    test = choose(bring(opened(), "sju.csv", numbered(7, 1, 4)), CHANGED, "1 er «Helt uenig», 7 er")
    assert "1 blir 1, 7 blir 5" in said(test)
    take(go_on(test))
    assert "Oppsettet er tatt vare på" in said(test)


def test_the_scale_of_a_layout_is_agreed_to_anew_and_can_be_changed():
    taken_on_seven()
    again = bring(opened(), "fem.csv", numbered(3, 3, 3))
    assert "Er det slik i denne filen også?" in said(again)
    assert "intake-0-module" not in keys(again), "nothing goes on before it is said"
    choose(again, KEPT, "1 er «Helt uenig», 5 er")
    again.button(key="intake-0-numbers-agreed").click().run()
    assert "blir 1" not in said(again)
    go_on(again)
    assert "Kan leses inn" in said(again)


def test_the_scale_of_a_layout_is_what_is_suggested():
    taken_on_seven()
    again = bring(opened(), "sju til.csv", numbered(7, 1, 1))
    again.button(key="intake-0-numbers-agreed").click().run()
    assert "1 blir 1, 7 blir 5" in said(go_on(again))
    assert "Kan leses inn" in said(again)


def test_a_layout_is_forgotten():
    taken_on_seven()
    again = bring(opened(), "fem.csv", numbered(3, 3, 3))
    again.button(key="intake-0-forget").click().run()
    assert not list(layouts_path().iterdir())
    assert "blir 1" not in said(go_on(again))
    assert "intake-0-forget" not in keys(again)


def test_a_reversed_scale_can_be_told():
    test = bring(opened(), "omvendt.csv", numbered(1, 5, 2))
    assert test.selectbox(key=CHANGED).value == 0, "as in the questionnaire, until it is changed"
    choose(test, CHANGED, "5 er «Helt uenig»")
    assert "5 blir 1, 1 blir 5" in said(test)


def test_words_are_not_asked_for_their_numbers():
    test = bring(opened(), "ord.csv", table(*[row("Bodø", 1, *["Helt enig"] * 3)]))
    assert CHANGED not in keys(test)
