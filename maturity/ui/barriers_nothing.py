"""What stands for the page of barriers where the reader may read nobody's."""

import streamlit as st

from maturity.language import _
from maturity.ui.links import FILES


def nothing_written() -> None:
    """Say why nothing is shown, and draw the ways to what is."""
    st.info(
        _(
            "Barrierer og muligheter er folks egne ord. De åpnes ikke for andre enn kommunen selv, "
            "og derfor er denne siden tom for deg. Hvor gruppene har lengst vei til målet, kan du "
            "se under Samarbeid."
        ),
        icon=":material/info:",
    )
    st.page_link(
        FILES["samarbeid"],
        label=_("Se hvor gruppene har lengst vei igjen"),
        icon=":material/handshake:",
    )
    st.page_link(
        FILES[""], label=_("Se hvem som har svart, og hvor Nordland står"), icon=":material/map:"
    )
