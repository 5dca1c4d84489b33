"""What holds kommuner back, and what they could do: counted, shared, and in their own words."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame
from maturity.ui.barriers_comments import comments
from maturity.ui.barriers_filter import show_more, shown_so_far, wanted_comments
from maturity.ui.barriers_nothing import nothing_written
from maturity.ui.chart import shown
from maturity.ui.choices import Choices
from maturity.ui.links import FILES
from maturity.views.barriers import grid_view, themes_view, told
from maturity.views.barriers_choices import KEYS, choose, with_themes

st.title(_("Hva holder kommunene igjen, og hva kan de få til?"), anchor=False)
data, viewer = frame.opened()
frame.limits(viewer)
if not viewer.kommuner:
    nothing_written()
    raise frame.NothingMoreError
dark = frame.dark()
lead = st.container()
left, right = st.columns([1, 2], gap="large")
with left:
    what = st.container()
first = right.container()
over, part, second = st.container(), st.container(), st.container()
st.header(_("Med egne ord"), anchor="ord")
which, words = st.columns([1, 2], gap="large")
chosen = Choices("barriers", KEYS)
asked = choose(data, viewer=viewer, chosen=chosen, what=what, part=part)
with which:
    wanted = wanted_comments(data, viewer=viewer, chosen=chosen, asked=asked)
chosen.tell()
if viewer.counted <= viewer.kommuner and with_themes(data, viewer=viewer, asked=asked):
    over.header(_("Hvor nevnes hva?"), anchor="fordelt")
whole = told(data, viewer=viewer, asked=asked)
with lead:
    frame.odd(chosen.odd)
    if said := whole.finding if whole.k else whole.why_none:
        st.text(said)
with left:
    if whole.k:
        st.header(_("Mulige fellestiltak"), anchor=False)
        st.text(_("Det flest deler, øverst i figuren."))
        st.page_link(
            FILES["samarbeid"],
            label=_("Se hvilke kommuner som deler hva"),
            icon=":material/groups:",
        )
with first:
    if whole.k:
        shown(themes_view(data, viewer=viewer, asked=asked), dark=dark, said=True)
with second if whole.k else first:
    if len(whole.grid):
        shown(grid_view(data, viewer=viewer, asked=asked), dark=dark)
with words:
    most = shown_so_far(asked, wanted)
    found = comments(data, viewer=viewer, asked=asked, wanted=wanted, most=most)
    st.text(found.words)
    if found.html:
        st.html(found.html)
    if found.shown < found.found:
        st.button(_("Vis flere"), on_click=show_more)
