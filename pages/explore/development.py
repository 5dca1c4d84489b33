"""Utvikling."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame

st.title(_("Hva har endret seg mellom modulene?"), anchor=False)
data, viewer = frame.opened()
