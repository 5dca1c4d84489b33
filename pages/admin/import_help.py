"""How to ask, and how to take the answers out of each survey tool; with files to start from."""

import streamlit as st

from maturity.language import _
from maturity.texts import export_guides
from maturity.ui import help_files
from maturity.ui.links import FILES
from maturity.ui.staff import staff

st.title(_("Hvordan får vi inn svar?"), anchor=False)
staff()
line = st.container(horizontal=True)
line.page_link(FILES["innlesing"], label=_("Les inn svar"), icon=":material/upload_file:")
line.page_link(FILES["innlesinger"], label=_("Hva er lest inn?"), icon=":material/inventory_2:")
text = st.container(width=760)
with text:
    st.header(_("Filer å begynne med"), anchor=False)
    st.text(
        _(
            "Malen leses inn slik den er. Spør med de samme ordene som her, så kjennes påstandene "
            "igjen, uansett verktøy."
        )
    )
    help_files.files()
    st.header(_("Skjemaet inn i Microsoft Forms"), anchor=False)
    st.markdown("\n".join(f"1. {line}" for line in export_guides.forms_import()))
    st.header(_("Svarene ut av verktøyet"), anchor=False)
    for tool in export_guides.tools():
        st.subheader(tool.name, anchor=False)
        st.markdown("\n".join(f"1. {line}" for line in tool.steps))
        st.text(_("Kjennes igjen på {what}.").format(what=tool.known_by))
        if not tool.seen:
            st.text(_("Vi har ikke sett en ekte eksport herfra ennå: kontroller den først."))
