"""What has changed between the modules: the network, each kommune, and whose answers moved."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame
from maturity.ui.chart import beside, shown
from maturity.ui.choices import Choices
from maturity.ui.lead import lead_html
from maturity.ui.panel import panel_html
from maturity.ui.table import written
from maturity.views.development_choices import KEYS, choose
from maturity.views.development_kommune import header_of, own_change
from maturity.views.development_network import lead, marks, network
from maturity.views.development_people import people
from maturity.views.development_slope import lines
from maturity.views.development_taught import taught
from maturity.views.overview_change import once_only

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
chosen = Choices("development", KEYS)
asked, notes = choose(data, viewer=viewer, chosen=chosen, what=rounds, who=narrow)
with said:
    frame.odd(chosen.odd)
    for note in notes:
        st.info(note)
if asked.step is None:
    said.info(once_only(asked.newest))
    raise frame.NothingMoreError

with said:
    st.html(lead_html(*lead(data, viewer=viewer, step=asked.step)))
with left:
    for mark in marks(data, viewer=viewer, step=asked.step):
        st.text(mark)
with right:
    shown(network(data, viewer=viewer, step=asked.step), dark=dark)

if asked.kommune:
    place.header(header_of(viewer, step=asked.step), anchor=False)
    with wide:
        shown(lines(data, viewer=viewer, asked=asked, step=asked.step), dark=dark)

    own = own_change(
        data, viewer=viewer, step=asked.step, kommune=asked.kommune, dimension=asked.dimension
    )
    st.header(own.title, anchor=False)
    st.text(own.finding)
    if own.table:
        beside(table=written(own.table, title=own.table_title), about=panel_html(own.panel))

st.header(_("Er det de samme som svarer?"), anchor=False)
found = people(data, viewer=viewer, step=asked.step)
st.text(found.finding)
if found.table:
    beside(table=written(found.table, title=found.title), about=panel_html(found.panel))

st.header(_("Hva skjedde med evnene modulen underviste i?"), anchor=False)
lesson = taught(data, viewer=viewer, step=asked.step)
words, numbers = st.columns([2, 3], gap="large")
with words:
    st.text(lesson.finding)
    for text in lesson.caution:
        st.text(text)
if lesson.table:
    numbers.html(written(lesson.table, title=lesson.title))
