"""What was taken in: who, when, what it did; earlier versions, compared and opened; undoing."""

import streamlit as st

from maturity.intake.standing import in_force
from maturity.intake.store import Store
from maturity.language import _
from maturity.settings import answers_path
from maturity.ui import (
    frame,
    imports_compare,
    imports_corrections,
    imports_history,
    imports_original,
    imports_undo,
)
from maturity.ui.links import FILES
from maturity.ui.staff import staff

st.title(_("Hva er lest inn?"), anchor=False)
looker = staff()
history = Store(answers_path()).history()
st.text(
    _(
        "Hver innlesing er én versjon av dataene. Ingen versjon slettes: en innlesing kan angres "
        "uten at andres svar går tapt, og en tidligere versjon kan åpnes slik den var."
    ),
    width=760,
)
line = st.container(horizontal=True)
line.page_link(FILES["innlesing"], label=_("Les inn svar"), icon=":material/upload_file:")
line.page_link(
    FILES["innlesing-hjelp"], label=_("Hvordan får vi inn svar?"), icon=":material/help:"
)
st.html(imports_history.table(history))
imports_corrections.corrections(history)
if in_force(history):
    st.header(_("Åpne en tidligere versjon"), anchor=False)
    imports_history.open_one(history, looker)
    st.header(_("Sammenlign to versjoner"), anchor=False)
    imports_compare.compare(history, looker, viewer=frame.opened()[1])
    st.header(_("Angre en innlesing"), anchor=False)
    imports_undo.undo_one(history, looker)
    imports_original.take_original(history)
