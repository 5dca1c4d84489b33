"""Results in by the browser: for staff alone, and for anybody where all answers are invented."""

import streamlit as st

from maturity.language import _
from maturity.ui.importing import importer
from maturity.ui.intake_files import files
from maturity.ui.intake_steps import step_by_step

st.title(_("Les inn svar"), anchor=False)
who = importer()
st.text(
    _(
        "Slipp filene fra kartleggingen her. Hver fil kontrolleres, og du ser hva som skjer, før "
        "noe lagres. Ingenting er lest inn før du trykker på knappen nederst."
    ),
    width=760,
)
for file in files():
    with st.container(border=True):
        step_by_step(file, who=who, key=f"intake-{file.number}")
