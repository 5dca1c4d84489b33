"""What has changed between the modules: the network, each kommune, and whose answers moved."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame
from maturity.ui.chart import beside, chart
from maturity.ui.development_choices import choose
from maturity.ui.development_kommune import header_of, own_change
from maturity.ui.development_network import network, network_figure
from maturity.ui.development_people import people
from maturity.ui.development_slope import lines, slope_figure
from maturity.ui.development_taught import taught
from maturity.ui.overview_change import once_only

st.title(_("Hva har endret seg mellom modulene?"), anchor=False)
data, viewer = frame.opened()
frame.limits(viewer)
dark = frame.dark()

# A telephone shows one column below the other: first what is found, then the choices.
left, right = st.columns([1, 2], gap="large")
said, rounds = left.container(), left.container()
single = st.container()
with single:
    place, (narrow, wide) = st.empty(), st.columns([1, 2], gap="large")
asked, notes, odd = choose(data, viewer=viewer, what=rounds, who=narrow)
with said:
    frame.odd(odd)
    for note in notes:
        st.info(note)
if asked.step is None:
    said.info(once_only(asked.newest))
    raise frame.NothingMoreError

whole = network(data, viewer=viewer, step=asked.step)
with said:
    st.html(whole.lead)
with left:
    for mark in whole.marks:
        st.text(mark)
with right:
    figure = network_figure(data, viewer=viewer, step=asked.step, dark=dark)
    chart(figure, name=whole.title, finding=whole.finding, table=whole.table, about=whole.about)

if asked.kommune:
    place.header(header_of(viewer, step=asked.step), anchor=False)
    one = lines(data, viewer=viewer, asked=asked, step=asked.step)
    with wide:
        figure = slope_figure(data, viewer=viewer, asked=asked, step=asked.step, dark=dark)
        chart(figure, name=one.title, finding=one.finding, table=one.table, about=one.about)

    own = own_change(
        data, viewer=viewer, step=asked.step, kommune=asked.kommune, dimension=asked.dimension
    )
    st.header(own.title, anchor=False)
    st.text(own.finding)
    if own.table:
        beside(table=own.table, about=own.about)

st.header(_("Er det de samme som svarer?"), anchor=False)
found = people(data, viewer=viewer, step=asked.step)
st.text(found.finding)
if found.table:
    beside(table=found.table, about=found.about)

st.header(_("Hva skjedde med evnene modulen underviste i?"), anchor=False)
lesson = taught(data, viewer=viewer, step=asked.step)
words, numbers = st.columns([2, 3], gap="large")
with words:
    st.text(lesson.finding)
    for text in lesson.caution:
        st.text(text)
if lesson.table:
    numbers.html(lesson.table)
