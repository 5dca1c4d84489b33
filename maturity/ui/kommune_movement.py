"""What has moved in a kommune since the kartlegging before, and the way to all that has."""

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.language import _
from maturity.ui.chart import shown
from maturity.ui.links import FILES
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_movement import moved, nothing_before


def movement(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, dark: bool) -> None:
    """Draw the change since the round before, with what chance can give and whose answers."""
    st.header(_("Hva har flyttet seg siden sist?"), anchor="utvikling")
    found = moved(data, viewer=viewer, asked=asked)
    if found is None:
        st.markdown(nothing_before())
        return
    shown(found, dark=dark)
    st.page_link(
        FILES["utvikling"],
        label=_("Se utviklingen gjennom alle modulene"),
        icon=":material/trending_up:",
        query_params={"k": asked.kommune, "rammeverk": asked.capabilities.instrument},
    )
