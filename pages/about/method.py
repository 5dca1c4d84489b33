"""Metode."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame

st.title(_("Hvordan er tallene laget?"), anchor=False)
data, viewer = frame.opened()
