"""Results in by the browser: for staff alone, and for anybody where all answers are invented."""

import streamlit as st

from maturity.language import _
from maturity.ui.importing import importer
from maturity.ui.intake_files import files
from maturity.ui.intake_steps import step_by_step
from maturity.ui.links import FILES

HELP = ":material/help:"
st.title(_("Les inn svar"), anchor=False)
who = importer()
st.text(
    _(
        "Slipp filene fra kartleggingen her. Hver fil kontrolleres, og du ser hva som skjer, før "
        "noe lagres. Ingenting er lest inn før du trykker på knappen nederst."
    ),
    width=760,
)
line = st.container(horizontal=True)
line.page_link(
    FILES["innlesing-hjelp"], label=_("Hvordan får vi inn svar?"), icon=":material/help:"
)
line.page_link(FILES["innlesinger"], label=_("Hva er lest inn?"), icon=":material/inventory_2:")
for file in files():
    with st.container(border=True):
        step_by_step(file, who=who, key=f"intake-{file.number}")
