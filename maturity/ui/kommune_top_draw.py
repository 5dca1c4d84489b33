"""The upper half of a kommune's page: sentences and staircase beside the radar, then the gaps."""

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.language import _
from maturity.reference import reference
from maturity.ui.chart import shown
from maturity.ui.kommune_top_sentences import sentences
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_charts import circle, gaps, stairs


def question(kommune: str) -> str:
    """Return the page's question, of this kommune."""
    name = reference().kommuner[kommune].name
    return _("Hvor står {kommune}, og hvor vil den?").format(kommune=name)


def only_profile(kommune: str) -> str:
    """Say what of a kommune is not opened, whoever opens its profile."""
    return _(
        "Dette er profilen til {kommune}: snitt og antall svar. Hva folk har skrevet, spredningen, "
        "og om det er de samme som svarer, åpnes ikke for andre."
    ).format(kommune=reference().kommuner[kommune].name)


def standing(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, dark: bool) -> None:
    """Draw the three sentences and the staircase, and the radar beside them."""
    left, right = st.columns(2, gap="large")
    with left:
        st.html(sentences(data, viewer=viewer, asked=asked))
        if asked.generations:
            st.header(_("Trinnene"), anchor="trapp")
            if asked.generations.survey_round != asked.capabilities.survey_round:
                st.text(
                    _("Trinnene er fra {round}.").format(round=asked.generations.label_with_date)
                )
            shown(stairs(data, viewer=viewer, asked=asked), dark=dark)
    with right:
        st.header(_("Evnene"), anchor="evner")
        shown(circle(data, viewer=viewer, asked=asked), dark=dark)


def way_on(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, dark: bool) -> None:
    """Draw the gaps from today to the target, by area."""
    st.header(_("Veien til målet"), anchor="maal")
    shown(gaps(data, viewer=viewer, asked=asked), dark=dark)
