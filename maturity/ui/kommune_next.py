"""What next: three kommuner to call, and one question for the next leadership meeting."""

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.findings.question import rule
from maturity.language import _
from maturity.matching import Weights
from maturity.ui.collaboration_draw import reasons
from maturity.ui.links import FILES
from maturity.views import collaboration_choices
from maturity.views.collaboration import called, others_known
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_said import asked_next


def next_steps(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> None:
    """Write whom to call and why, and the question with its rule."""
    st.header(_("Hva nå?"), anchor="videre")
    calls, talk = st.columns(2, gap="large")
    with calls:
        st.subheader(_("Tre kommuner å ringe"), anchor=False)
        asker = collaboration_choices.Asked(
            kommune=asked.kommune, asked=asked.capabilities, weights=Weights()
        )
        known = others_known(viewer, asked=asker)
        if known:
            whole = called(data, viewer=viewer, asked=asker)
            st.text(whole.finding)
            reasons(whole)
        else:
            st.text(_("Hvem, kan ikke sies: ingen andre har åpnet profilen sin for dere ennå."))
        st.page_link(
            FILES["samarbeid"],
            label=_("Velg selv hva som skal telle")
            if known
            else _("Se hvor gruppene har lengst vei igjen"),
            icon=":material/handshake:",
            query_params={"k": asked.kommune, "kartlegging": asked.capabilities.survey_round},
        )
    with talk:
        st.subheader(_("Et spørsmål til neste ledermøte"), anchor=False)
        st.text(asked_next(data, viewer=viewer, asked=asked))
        st.caption(rule())
