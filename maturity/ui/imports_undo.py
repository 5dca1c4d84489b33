"""Undoing an import: what it will do is said first, and asked once more."""

from collections.abc import Sequence

import streamlit as st

from maturity.intake.imports import Import
from maturity.intake.standing import in_force, undoing
from maturity.intake.store import Store
from maturity.intake.taking import undo
from maturity.intake.telling import undone
from maturity.intake.telling_effects import of_undoing
from maturity.language import _
from maturity.settings import answers_path
from maturity.ui.imports_history import label
from maturity.ui.looking import Looker
from maturity.ui.staff import name_of

DONE, ASKED = "undo-done", "undo-asked"


def undo_one(history: Sequence[Import], looker: Looker | None) -> None:
    """Let the reader choose an import in force, see what undoing it does, and confirm it."""
    if done := st.session_state.pop(DONE, None):
        st.success(_("Gjort."))
        st.text(done)
    taken = {it.version: it for it in reversed(in_force(history))}
    version = st.selectbox(
        _("Innlesing"),
        list(taken),
        index=None,
        format_func=lambda it: label(taken[it]),
        placeholder=_("Velg innlesingen som skal angres"),
        key="undo-version",
        on_change=_forget,
        width=760,
    )
    if version is None:
        return
    wanted = taken[version]
    st.text("\n".join(of_undoing(undoing(history, wanted), wanted)), width=760)
    if st.session_state.get(ASKED) != version:
        st.button(
            _("Angre versjon {version} …").format(version=version),
            key="undo-ask",
            on_click=_ask,
            args=(version,),
        )
        return
    st.warning(
        _(
            "Dette endrer hva alle ser. Filen kan leses inn igjen senere, og den som angrer, står "
            "i loggen."
        )
    )
    line = st.container(horizontal=True)
    if line.button(
        _("Ja, angre versjon {version}").format(version=version), key="undo-do", type="primary"
    ):
        gone = undo(Store(answers_path()), version=version, who=name_of(looker))
        st.session_state[DONE] = undone(gone)
        _forget()
        st.rerun()
    line.button(_("Nei, behold den"), key="undo-keep", on_click=_forget)


def _ask(version: int) -> None:
    st.session_state[ASKED] = version


def _forget() -> None:
    st.session_state.pop(ASKED, None)
