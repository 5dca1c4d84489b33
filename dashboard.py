"""The frame: language, menu, and the one place where a reader's error is shown."""

import streamlit as st

from maturity.errors import UserError
from maturity.language import _
from maturity.settings import ROOT
from maturity.ui import frame, turns

ICON = ROOT / "static" / "icon.svg"

frame.speak()
# Told first: without an icon of its own, the browser is sent elsewhere for that of the page.
st.set_page_config(page_icon=ICON, layout="wide")
page = st.navigation(
    [
        st.Page(
            "pages/explore/overview.py",
            title=_("Oversikt"),
            url_path="",
            default=True,
            icon=":material/map:",
        ),
        st.Page(
            "pages/explore/compare.py",
            title=_("Sammenlign"),
            url_path="sammenlign",
            icon=":material/radar:",
        ),
    ],
    position="top",
)
product = _("Digital modenhet i Nordland")
st.set_page_config(page_title=f"{page.title} – {product}")
line = frame.header()
try:
    with turns.taken():
        page.run()
except UserError as refusal:
    st.error(refusal.message)
frame.languages(line, page)
