"""Who may see a kommune's profile: what its leaders have opened, to whom, and who looked."""

import streamlit as st

from maturity.language import _
from maturity.ui import sharing, sharing_tables
from maturity.ui.visit import visit

st.title(_("Hvem får se profilen?"), anchor=False)
now = visit()
st.text(sharing.told(now), width=760)
if anyway := sharing.named_anyway(now):
    st.info(anyway)
if now.looker and now.looker.who.role in ("executive", "staff"):
    who = now.looker.who
    st.header(_("Åpent nå"), anchor=False)
    if who.role == "executive":
        sharing.taking_back(now, who)
        st.header(_("Åpne for flere"), anchor=False)
        sharing.opening(now, who)
        st.header(_("Hvem har sett?"), anchor=False)
        st.html(sharing_tables.who_looked(who, days=now.looker.keep_days))
    else:
        st.html(sharing_tables.stands_open(now, who))
    st.header(_("Hva er endret?"), anchor=False)
    st.html(sharing_tables.changes(who))
