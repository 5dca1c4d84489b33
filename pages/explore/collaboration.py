"""Who could help whom: for one kommune, and for all of them."""

from functools import partial

import streamlit as st

from maturity.language import _
from maturity.ui import frame
from maturity.ui.chart import beside_view, shown
from maturity.ui.choices import Choices
from maturity.ui.collaboration_draw import reasons, shared, ways_on
from maturity.ui.collaboration_shared import unnamed
from maturity.ui.collaboration_weights import weighing
from maturity.ui.overview_draw import clickable
from maturity.views.collaboration import called, others_known, partners_view
from maturity.views.collaboration_choices import KEYS, choose
from maturity.views.collaboration_pairs import matrix
from maturity.views.group_scores import group_scores

st.title(_("Hvem kan hjelpe hvem?"), anchor=False)
data, viewer = frame.opened()
frame.limits(viewer)
dark = frame.dark()
left, right = st.columns(2, gap="large")
with left:
    who, when = st.columns(2)
    found = st.container()
chosen = Choices("collaboration", KEYS)
how = partial(weighing, st.container())
asked = choose(data, viewer=viewer, chosen=chosen, who=who, when=when, how=how)
groups = group_scores(data, viewer=viewer, asked=asked.asked, aspect="gap")
with found:
    frame.odd(chosen.odd)
named = others_known(viewer, asked=asked)
if named:
    whole = called(data, viewer=viewer, asked=asked)
    with found:
        st.markdown(f"**{whole.finding}**")
        reasons(whole)
        if whole.why_none:
            ways_on(data, viewer=viewer, whole=whole)
    with right:
        partners = partners_view(data, viewer=viewer, asked=asked)
        clickable(partners, viewer=viewer, dark=dark, key="samarbeid-kart")
        beside_view(partners)
else:
    found.text(unnamed(groups.finding))
    with right:
        shown(groups, dark=dark, said=True)

if named:
    st.header(_("Alle mulige par"), anchor="par")
    every = matrix(data, viewer=viewer, asked=asked.asked, weights=asked.weights)
    st.markdown(every.finding)
    if len(every.frame):
        clickable(every, viewer=viewer, dark=dark, key="samarbeid-par")
    beside_view(every)
    st.header(_("Hvem deler det samme?"), anchor="felles")
if viewer.knows_all([asked.asked.instrument]):
    shared(data, viewer=viewer, asked=asked.asked)
elif named:
    shown(groups, dark=dark)
