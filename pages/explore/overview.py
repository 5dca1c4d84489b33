"""Who has answered, and where Nordland stands."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame, overview
from maturity.ui.overview_change import change_figure, changed, once_only
from maturity.ui.overview_draw import as_table, clickable, find, own_answers, still
from maturity.ui.overview_nordland import newest_rounds, profile, profile_figure
from maturity.ui.overview_participation import answered
from maturity.ui.overview_parts import parts, parts_figure
from maturity.ui.panel import panel
from maturity.views.limits import sees_everybody, wholly_opened

st.title(_("Hvem har svart, og hvor står Nordland?"))
data, viewer = frame.opened()
frame.limits(viewer)
dark = frame.dark()
everybody, seen = sees_everybody(viewer), wholly_opened(viewer)
who = answered(data, viewer=viewer) if seen else None
counts = None if everybody else parts(data, viewer=viewer)
line, way = st.columns([4, 1], vertical_alignment="bottom")
with line:
    st.html(counts.facts if counts else overview.facts(data, viewer=viewer))
with way:
    find(viewer)

# Each row holds what a telephone shows one below the other, the first screen in the first.
rows = [st.columns(2, gap="large") for _row in range(2)]
newest = newest_rounds(data, viewer=viewer)
with rows[0][0]:
    if counts:
        still(parts_figure(data, viewer=viewer, dark=dark), name="svar", finding=counts.finding)
        as_table(counts.table)
    elif who:
        tiles = overview.map_figure(data, viewer=viewer, dark=dark)
        clickable(tiles, viewer=viewer, key="kart", alt=who.map_finding)
        st.markdown(who.map_finding)
        as_table(who.table)
for place, asked in enumerate(newest):
    with rows[min(place, 1)][1]:
        own = profile(data, viewer=viewer, asked=asked)
        figure = profile_figure(data, viewer=viewer, asked=asked, dark=dark)
        still(figure, name=own.title, finding=own.finding)
        as_table(own.table)
with rows[1][0]:
    if who and counts:
        own_answers(who)
    elif who:
        figure = overview.heat_figure(data, viewer=viewer, dark=dark)
        clickable(figure, viewer=viewer, key="svar", alt=who.finding, rounds=who.answered_in)
        as_table(who.table)
with rows[1][0 if counts else 1]:
    panel(counts.about if counts else overview.about(data, viewer=viewer))

st.header(_("Hva er endret siden forrige modul?"))
for column, asked in zip(st.columns(max(2, len(newest)), gap="large"), newest, strict=False):
    with column:
        step = changed(data, viewer=viewer, instrument=asked.instrument)
        if step is None:
            st.markdown(once_only(asked))
            continue
        figure = change_figure(data, viewer=viewer, instrument=asked.instrument, dark=dark)
        still(figure, name=step.title, finding=step.finding)
        as_table(step.table)
