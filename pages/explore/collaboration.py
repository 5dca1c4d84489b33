"""Who could help whom: for one kommune, and for all of them."""

import streamlit as st

from maturity.language import _
from maturity.ui import collaboration, collaboration_all, frame
from maturity.ui.chart import beside
from maturity.ui.collaboration_choices import choose
from maturity.ui.collaboration_draw import reasons, shared, ways_on
from maturity.ui.group_draw import by_group
from maturity.ui.group_scores import group_scores
from maturity.ui.overview_draw import clickable

st.title(_("Hvem kan hjelpe hvem?"), anchor=False)
data, viewer = frame.opened()
frame.limits(viewer)
dark = frame.dark()
left, right = st.columns([2, 3], gap="large")
with left:
    who, when = st.columns(2)
    found = st.container()
asked, odd = choose(data, viewer=viewer, who=who, when=when, how=st.container())
about = collaboration_all.about(data, viewer=viewer, asked=asked.asked)
with found:
    frame.odd(odd)
named = collaboration.others_known(viewer, asked=asked)
if named:
    whole = collaboration.called(data, viewer=viewer, asked=asked)
    with found:
        st.markdown(f"**{whole.finding}**")
        reasons(whole)
        if whole.why_none:
            ways_on(data, viewer=viewer, whole=whole)
    with right:
        figure = collaboration.map_figure(data, viewer=viewer, asked=asked, dark=dark)
        alt = " ".join([whole.finding, *whole.reasons])
        clickable(figure, viewer=viewer, key="samarbeid-kart", alt=alt)
        beside(table=whole.table, about=about)
else:
    groups = group_scores(data, viewer=viewer, asked=asked.asked, aspect="gap")
    found.text(collaboration_all.unnamed(groups.finding))
    with right:
        by_group(data, viewer=viewer, asked=asked.asked, aspect="gap", dark=dark, said=True)

if named:
    st.header(_("Alle mulige par"), anchor="par")
    every = collaboration_all.matrix(data, viewer=viewer, asked=asked.asked, weights=asked.weights)
    st.markdown(every.finding)
    if len(every.frame):
        matrix = collaboration_all.matrix_figure(
            data, viewer=viewer, asked=asked.asked, weights=asked.weights, dark=dark
        )
        clickable(matrix, viewer=viewer, key="samarbeid-par", alt=every.finding)
    beside(table=every.table, about=about)
    st.header(_("Hvem deler det samme?"), anchor="felles")
if viewer.knows_all([asked.asked.instrument]):
    shared(data, viewer=viewer, asked=asked.asked)
elif named:
    by_group(data, viewer=viewer, asked=asked.asked, aspect="gap", dark=dark)
