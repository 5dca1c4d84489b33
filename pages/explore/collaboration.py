"""Samarbeid."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame

st.title(_("Hvem kan hjelpe hvem?"), anchor=False)
data, viewer = frame.opened()
