"""What holds kommuner back, and what they could do: counted, shared, and in their own words."""

import streamlit as st

from maturity.language import _
from maturity.ui import barriers, frame
from maturity.ui.barriers_choices import choose, show_more, shown_so_far
from maturity.ui.barriers_comments import comments
from maturity.ui.barriers_nothing import nothing_written
from maturity.ui.chart import chart
from maturity.ui.links import FILES

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
part, second = st.container(), st.container()
st.header(_("Med egne ord"), anchor="ord")
which, words = st.columns([1, 2], gap="large")
asked, wanted, odd = choose(data, viewer=viewer, what=what, part=part, which=which)
told = barriers.told(data, viewer=viewer, asked=asked)
with lead:
    frame.odd(odd)
    if said := told.finding if told.k else told.why_none:
        st.text(said)
with left:
    if told.k:
        st.subheader(_("Mulige fellestiltak"), anchor=False)
        st.text(_("Det flest deler, øverst i figuren."))
        st.page_link(
            FILES["samarbeid"],
            label=_("Se hvilke kommuner som deler hva"),
            icon=":material/groups:",
        )
with first:
    if told.k:
        figure = barriers.themes_figure(data, viewer=viewer, asked=asked, dark=dark)
        finding = told.finding
        chart(
            figure, name=told.title, finding=finding, table=told.table, about=told.about, said=True
        )
with second if told.k else first:
    if len(told.grid):
        figure = barriers.grid_figure(data, viewer=viewer, asked=asked, dark=dark)
        title, table = told.grid_title, told.grid_table
        chart(figure, name=title, finding=told.grid_finding, table=table, about=told.about)
with words:
    most = shown_so_far(asked, wanted)
    found = comments(data, viewer=viewer, asked=asked, wanted=wanted, most=most)
    st.text(found.words)
    if found.html:
        st.html(found.html)
    if found.shown < found.found:
        st.button(_("Vis flere"), on_click=show_more)
