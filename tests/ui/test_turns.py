"""Few pages at once: who waits, and what gives a turn back."""

import threading
import time
from collections.abc import Iterator
from threading import BoundedSemaphore

import pytest
from streamlit.runtime.scriptrunner import RerunException, StopException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
from streamlit.testing.v1 import AppTest

from maturity.settings import ROOT
from maturity.ui import turns

LIMIT = 10  # seconds that a thread of these tests may take
SOON = 0.2  # seconds: long enough that who is free to run has run


@pytest.fixture(autouse=True)
def two_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_turns", BoundedSemaphore(2))


class Page(threading.Thread):
    """A page that takes as long as the test wants."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.running, self.may_end = threading.Event(), threading.Event()

    def run(self) -> None:
        with turns.taken():
            self.running.set()
            self.may_end.wait(LIMIT)

    def end(self) -> None:
        self.may_end.set()
        self.join(LIMIT)


@pytest.fixture
def pages() -> Iterator[list[Page]]:
    pages = [Page() for _ in range(3)]
    yield pages
    for page in pages:
        if page.is_alive():
            page.end()


def all_are_free() -> bool:
    got = [turns._turns.acquire(blocking=False) for _ in range(2)]
    for _ in range(sum(got)):
        turns._turns.release()
    return all(got)


def test_a_third_page_waits_until_one_of_two_has_ended(pages):
    first, second, third = pages
    first.start()
    second.start()
    assert first.running.wait(LIMIT)
    assert second.running.wait(LIMIT)
    third.start()
    assert not third.running.wait(SOON)
    first.end()
    assert third.running.wait(LIMIT)
    assert second.is_alive()


@pytest.mark.parametrize(
    "ending",
    [ValueError("a fault"), StopException(), RerunException(RerunData()), SystemExit()],
    ids=lambda ending: type(ending).__name__,
)
def test_a_turn_is_given_back_however_a_page_ends(ending):
    with pytest.raises(type(ending)), turns.taken():
        raise ending
    assert all_are_free()


def test_whoever_has_waited_long_goes_ahead(pages, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", SOON)
    for page in pages:
        page.start()
    assert pages[2].running.wait(LIMIT)
    for page in pages:
        page.end()
    assert all_are_free(), "it gives back no more than it got"


@pytest.mark.parametrize("command", ["st.stop()", "st.rerun()", "1 / 0", "st.write('done')"])
def test_streamlits_own_ways_of_ending_a_run_give_the_turn_back(command):
    script = f"""
import streamlit as st
from maturity.settings import ROOT
from maturity.ui import turns
with turns.taken():
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    if st.session_state["runs"] < 3:
        {command}
"""
    AppTest.from_string(script).run(timeout=LIMIT)
    assert all_are_free()


def test_the_pages_of_the_dashboard_take_turns(answers):
    turns._turns.acquire()
    turns._turns.acquire()
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    run = threading.Thread(target=app.run, daemon=True)
    run.start()
    time.sleep(1)
    assert run.is_alive()
    turns._turns.release()
    run.join(LIMIT)
    assert not run.is_alive()
    turns._turns.release()
    assert all_are_free()
