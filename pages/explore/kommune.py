"""Where a kommune stands, where it wants to be, whether its leaders agree, and what comes next."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame
from maturity.ui.choices import Choices
from maturity.ui.kommune_agreement import agreement
from maturity.ui.kommune_movement import movement
from maturity.ui.kommune_next import next_steps
from maturity.ui.kommune_place import place
from maturity.ui.kommune_taking import taking
from maturity.ui.kommune_top_draw import only_profile, question, standing, way_on
from maturity.ui.kommune_top_empty import empty, nobody, unknown
from maturity.ui.kommune_voices import voices
from maturity.views.kommune_choices import KEYS, choose
from maturity.views.kommune_frames import state
from maturity.views.kommune_standing import not_newest

title = st.empty()
title.title(_("Hvor står kommunen, og hvor vil den?"), anchor=False)  # until it is known which
data, viewer = frame.opened()
frame.limits(viewer)
if not viewer.named:
    nobody(data, viewer=viewer)
    raise frame.NothingMoreError
chosen = Choices("kommune", KEYS, needed="k")
asked = choose(data, viewer=viewer, chosen=chosen, blocks=st.columns(3))
if chosen.lost:
    unknown(data, viewer=viewer, asked_for=chosen.lost)
    raise frame.NothingMoreError
title.title(question(asked.kommune), anchor=False)
frame.odd(chosen.odd)
dark = frame.dark()
if state(data, viewer=viewer, asked=asked) == "shown":
    if told := not_newest(data, viewer=viewer, asked=asked):
        st.text(told)
    standing(data, viewer=viewer, asked=asked, dark=dark)
    way_on(data, viewer=viewer, asked=asked, dark=dark)
    agreement(data, viewer=viewer, asked=asked, dark=dark)
    place(data, viewer=viewer, asked=asked, dark=dark)
    movement(data, viewer=viewer, asked=asked, dark=dark)
    if asked.kommune in viewer.kommuner:
        voices(data, viewer=viewer, asked=asked)
        next_steps(data, viewer=viewer, asked=asked)
    else:
        st.text(only_profile(asked.kommune))
    taking(data, viewer=viewer, asked=asked)
else:
    empty(data, viewer=viewer, asked=asked)
