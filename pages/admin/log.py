"""Who saw which kommune, took what away, imported and opened: for staff alone."""

import streamlit as st

from maturity.errors import UserError
from maturity.language import _
from maturity.ui import event_log
from maturity.ui.visit import visit

st.title(_("Hvem gjorde hva?"), anchor=False)
now = visit()
if now.looker is None:
    st.text(_("Uten innlogging er ingen kjent, og alle svar er oppdiktet: ingenting loggføres."))
elif now.looker.who.role != "staff":
    raise UserError(_("Loggen er for dem som er ansatt i DigiNordland."))
else:
    days = now.looker.keep_days
    st.text(
        _(
            "Visninger av navngitte kommuner, filer og innlogginger. Slettes etter {days} dager."
        ).format(days=days)
    )
    wanted = event_log.choose(keep_days=days)
    event_log.take_away(now.looker.who, wanted)
    st.html(event_log.table(now.looker.who, wanted))
