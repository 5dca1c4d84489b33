"""The kommuner to call, each with its reason and the way to its page."""

import streamlit as st

from maturity.language import _
from maturity.reference import reference
from maturity.ui.collaboration import Called
from maturity.ui.links import FILES


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
