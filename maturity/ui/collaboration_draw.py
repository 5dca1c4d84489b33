"""Whom to call, each with the reason and a comparison; or why there is nobody, and ways on."""

from functools import partial

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.language import _
from maturity.reference import reference
from maturity.ui.collaboration_shared import shared_barriers, shared_gaps
from maturity.ui.links import FILES
from maturity.views.collaboration import Called
from maturity.views.kommune import answered
from maturity.views.rounds import Round, offered


def shared(data: queries.Data, *, viewer: Viewer, asked: Round) -> None:
    """Write who shares a gap, and a barrier, for one who sees everybody's scores."""
    gaps, barriers = st.columns(2, gap="large")
    with gaps:
        st.subheader(_("Lang vei til samme mål"), anchor=False)
        found = shared_gaps(data, viewer=viewer, asked=asked)
        if found.words:
            st.text(found.words)
        if found.html:
            st.html(found.html)
    with barriers:
        st.subheader(_("Samme barriere"), anchor=False)
        if viewer.counted <= viewer.kommuner:
            found = shared_barriers(data, viewer=viewer, asked=asked)
            st.text(found.words)
            if found.html:
                st.html(found.html)
        else:
            st.text(_("Hva andre har skrevet, er ikke åpnet for deg."))


def reasons(whole: Called) -> None:
    """Write whom to call and why; the reasons hold names and figures, and are no Markdown.

    The way on sets the other beside one's own kommune, which stays the reader's choice.
    """
    known, asked = reference().kommuner, whole.asked
    for partner, why in zip(whole.partners, whole.reasons, strict=True):
        other = known[partner.kommune].name
        st.page_link(
            FILES["sammenlign"],
            label=_("{other} ved siden av {asker}").format(
                other=other, asker=known[asked.kommune].name
            ),
            icon=":material/compare_arrows:",
            query_params={
                "kommune": [asked.kommune, partner.kommune],
                "kartlegging": asked.asked.survey_round,
                "rammeverk": asked.asked.instrument,
            },
        )
        st.text(why)


def ways_on(data: queries.Data, *, viewer: Viewer, whole: Called) -> None:
    """Offer what can be done where a kommune's own scores are not shown."""
    kommune, asked = whole.asked.kommune, whole.asked.asked
    rounds = offered(data, viewer=viewer)[asked.instrument]
    for it in answered(data, viewer=viewer, kommune=kommune):
        if it.shown and it.survey_round in rounds:
            st.button(
                _("Se svarene fra {round}").format(round=it.label),
                icon=":material/arrow_forward:",
                type="tertiary",
                on_click=partial(st.session_state.__setitem__, "kartlegging", it.survey_round),
            )
            break
    st.page_link(
        FILES["kommune"],
        label=_("Se siden til {kommune}").format(kommune=reference().kommuner[kommune].name),
        icon=":material/home_work:",
        query_params={"k": kommune},
    )
