"""Do the leaders of a kommune agree: how its people answered, where enough have to show it."""

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.language import _
from maturity.ui.chart import shown
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_agreement import agreed, people, why_not


def agreement(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, dark: bool) -> None:
    """Draw how people answered in the newest round that can show it, or say why none can."""
    st.header(_("Er ledergruppen enig?"), anchor="enighet")
    which = asked.spread or asked.capabilities
    if which.survey_round != asked.capabilities.survey_round:
        words = _("{chosen} har ikke enkeltsvar nok til å vise dette; her er {shown}.")
        st.text(words.format(chosen=asked.capabilities.label, shown=which.label_with_date))
    found = people(data, viewer=viewer, asked=which, kommune=asked.kommune)
    if found["people"].notna().any():
        shown(agreed(data, viewer=viewer, asked=asked), dark=dark)
        return
    st.text(why_not(found))
