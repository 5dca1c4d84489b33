"""Where a kommune stands, where it wants to be, whether its leaders agree, and what comes next."""

import streamlit as st

from maturity.ui import frame
from maturity.ui.kommune_top import state
from maturity.ui.kommune_top_choices import choose
from maturity.ui.kommune_top_draw import question, standing, way_on
from maturity.ui.kommune_top_empty import empty

title = st.empty()
data, viewer = frame.opened()
asked, odd = choose(data, viewer=viewer)
title.title(question(asked.kommune), anchor=False)
frame.odd(odd)
dark = frame.dark()
if state(data, viewer=viewer, asked=asked) == "shown":
    standing(data, viewer=viewer, asked=asked, dark=dark)
    way_on(data, viewer=viewer, asked=asked, dark=dark)
else:
    empty(data, viewer=viewer, asked=asked)
