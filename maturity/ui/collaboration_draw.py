"""The kommuner to call, each with its reason and the way to its page."""

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.language import _
from maturity.reference import reference
from maturity.ui.collaboration import Called
from maturity.ui.collaboration_all import shared_barriers, shared_gaps
from maturity.ui.links import FILES
from maturity.views.rounds import Round


def shared(data: queries.Data, *, viewer: Viewer, asked: Round) -> None:
    """Write who shares a gap, and a barrier, for one who sees everybody's scores."""
    gaps, barriers = st.columns(2, gap="large")
    with gaps:
        st.subheader(_("Lang vei til samme mål"), anchor=False)
        found = shared_gaps(data, viewer=viewer, asked=asked)
        st.html(found or _("Ingen evne har så lang vei igjen i mange nok kommuner."))
    with barriers:
        st.subheader(_("Samme barriere"), anchor=False)
        if viewer.counted <= viewer.kommuner:
            found = shared_barriers(data, viewer=viewer, asked=asked)
            st.html(found or _("Denne kartleggingen har ingen temaer som mange nok deler."))
        else:
            st.text(_("Hva andre har skrevet, er ikke åpnet for deg."))


def reasons(whole: Called) -> None:
    """Write whom to call and why; the reasons hold names and figures, and are no Markdown."""
    known = reference().kommuner
    for partner, why in zip(whole.partners, whole.reasons, strict=True):
        st.page_link(
            FILES["kommune"],
            label=_("Ring {kommune}").format(kommune=known[partner.kommune].name),
            icon=":material/call:",
            query_params={"k": partner.kommune},
        )
        st.text(why)
