"""Kommunen."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame

st.title(_("Hvor står kommunen, og hvor vil den?"), anchor=False)
data, viewer = frame.opened()
