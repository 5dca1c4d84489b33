"""Who could help whom: for one kommune, and for all of them."""

import streamlit as st

from maturity.language import _
from maturity.ui import collaboration, collaboration_all, frame
from maturity.ui.chart import beside
from maturity.ui.collaboration_choices import choose
from maturity.ui.collaboration_draw import reasons
from maturity.ui.overview_draw import clickable

st.title(_("Hvem kan hjelpe hvem?"), anchor=False)
data, viewer = frame.opened_with_kommuner()
dark = frame.dark()
left, right = st.columns([2, 3], gap="large")
with left:
    who, when = st.columns(2)
    found = st.container()
how = st.expander(_("Hva skal telle som likt?"))
asked, odd = choose(data, viewer=viewer, who=who, when=when, how=how)
whole = collaboration.called(data, viewer=viewer, asked=asked)
about = collaboration_all.about(data, viewer=viewer, asked=asked.asked)
with found:
    frame.odd(odd)
    st.markdown(f"**{whole.finding}**")
    reasons(whole)
with right:
    figure = collaboration.map_figure(data, viewer=viewer, asked=asked, dark=dark)
    clickable(figure, key="samarbeid-kart", alt=" ".join([whole.finding, *whole.reasons]))
    beside(table=whole.table, about=about)

st.header(_("Alle mulige par"), anchor="par")
every = collaboration_all.matrix(data, viewer=viewer, asked=asked.asked, weights=asked.weights)
st.markdown(every.finding)
if len(every.frame):
    matrix = collaboration_all.matrix_figure(
        data, viewer=viewer, asked=asked.asked, weights=asked.weights, dark=dark
    )
    clickable(matrix, key="samarbeid-par", alt=every.finding)
beside(table=every.table, about=about)

st.header(_("Hvem deler det samme?"), anchor="felles")
gaps, barriers = st.columns(2, gap="large")
with gaps:
    st.subheader(_("Lang vei til samme mål"), anchor=False)
    shared = collaboration_all.shared_gaps(data, viewer=viewer, asked=asked.asked)
    st.html(shared or _("Ingen evne har så lang vei igjen i mange nok kommuner."))
with barriers:
    st.subheader(_("Samme barriere"), anchor=False)
    shared = collaboration_all.shared_barriers(data, viewer=viewer, asked=asked.asked)
    st.html(shared or _("Denne kartleggingen har ingen temaer som mange nok deler."))
