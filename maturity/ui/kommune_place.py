"""Where a kommune lies among the others, who are not named."""

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.language import _
from maturity.reference import reference
from maturity.ui.chart import shown
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_place import nobody, placed, unnamed


def place(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, dark: bool) -> None:
    """Draw the kommune among the others, or say that they are too few to be unknown."""
    name = reference().kommuner[asked.kommune].name
    st.header(
        _("Hvor ligger vi blant kommunene?")
        if asked.kommune in viewer.kommuner
        else _("Hvor ligger {kommune} blant kommunene?").format(kommune=name),
        anchor="plass",
    )
    if unnamed(data, viewer=viewer, asked=asked).empty:
        st.text(nobody(viewer))
        return
    shown(placed(data, viewer=viewer, asked=asked), dark=dark)
