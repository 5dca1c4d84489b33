"""Barrierer og muligheter."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame

st.title(_("Hva holder kommunene igjen, og hva ser de muligheter i?"), anchor=False)
data, viewer = frame.opened()
