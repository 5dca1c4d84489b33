"""Whether the numbers of a figure that was taken away still hold."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame
from maturity.views.checking import checked

st.title(_("Holder tallene ennå?"), anchor=False)
st.text(
    _(
        "Lysbilder og pakker herfra har et fingeravtrykk ved siden av kilden. Det sier om tallene "
        "er de samme i dag."
    )
)
data, viewer = frame.opened()
found = st.text_input(
    _("Fingeravtrykk"), key="f", max_chars=40, placeholder="12-bkfz-sttp-dhrv", bind="query-params"
)
address = st.text_input(
    _("Adressen til figuren, tallene eller siden"),
    key="figur",
    max_chars=4000,
    bind="query-params",
)
if found:
    verdict = checked(found, address or "", data=data, viewer=viewer)
    if verdict.holds:
        st.success(_("Ja."))
    elif verdict.holds is None:
        st.info(_("Det kan ikke sies ennå."))
    else:
        st.warning(_("Nei."))
    st.text(verdict.words)  # which names what the figure is called
