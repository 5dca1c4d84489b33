"""Work that takes more than a moment is shown while it goes on, and what comes of it returned."""

import pytest
from streamlit.testing.v1 import AppTest

from maturity.ui import working


def page() -> None:
    import time

    import streamlit as st

    from maturity.ui.working import watched

    def work(watch):
        rows = 0
        for _row in watch(((number, ()) for number in range(60)), "Leser", 60):
            rows += 1
            time.sleep(0.01)
        return rows

    st.text(f"gjort: {watched(work, stop=lambda: None, key='stop')}")


def test_what_comes_of_it_is_returned_and_the_bar_is_gone(monkeypatch: pytest.MonkeyPatch):
    shown = []
    monkeypatch.setattr(working, "PATIENCE", 0)
    text = working._Seen.text
    monkeypatch.setattr(
        working._Seen, "text", property(lambda it: shown.append(text.fget(it)) or shown[-1])
    )
    test = AppTest.from_function(page, default_timeout=30).run()
    assert not test.exception
    assert [it.value for it in test.text] == ["gjort: 60"]
    assert not test.get("progress")
    assert not test.button
    assert any("av 60 rader" in it for it in shown), shown
