"""Who has answered, and where does Nordland stand?"""

import streamlit as st

from maturity.language import _
from maturity.ui import frame

st.title(_("Oversikt"))
data, viewer = frame.opened()
