"""Modul."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame

st.title(_("Hva viste kartleggingen i modulen?"), anchor=False)
data, viewer = frame.opened()
