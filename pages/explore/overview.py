"""Who has answered, and where Nordland stands."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame, overview
from maturity.ui.overview_draw import answers, clickable, find, own_answers, still
from maturity.ui.panel import panel, panel_html
from maturity.ui.taking import take
from maturity.views.limits import sees_everybody, wholly_opened
from maturity.views.overview import about, answering_map, answering_rounds
from maturity.views.overview_change import changed, once_only
from maturity.views.overview_nordland import newest_rounds, profile
from maturity.views.overview_participation import answered
from maturity.views.overview_parts import facts, parts

st.title(_("Hvem har svart, og hvor står Nordland?"))
data, viewer = frame.opened()
frame.limits(viewer)
dark = frame.dark()
everybody, seen = sees_everybody(viewer), wholly_opened(viewer)
who = answered(data, viewer=viewer) if seen else None
counts = None if everybody else parts(data, viewer=viewer)
line, way = st.columns([4, 1], vertical_alignment="bottom")
with line:
    st.html(
        overview.facts_html(facts(data, viewer=viewer))
        if counts
        else overview.facts(data, viewer=viewer)
    )
with way:
    find(viewer)

# Each row holds what a telephone shows one below the other, the first screen in the first.
rows = [st.columns(2, gap="large") for _row in range(2)]
newest = newest_rounds(data, viewer=viewer)
with rows[0][0]:
    if counts:
        still(counts, dark=dark)
    elif who:
        tiles = answering_map(data, viewer=viewer)
        clickable(tiles, viewer=viewer, dark=dark, key="kart")
        st.markdown(tiles.finding)
        answers(who)
        take(tiles)
for place, asked in enumerate(newest):
    with rows[min(place, 1)][1]:
        still(profile(data, viewer=viewer, asked=asked), dark=dark, above=not place)
with rows[1][0]:
    if who and counts:
        own_answers(who)
    elif who:
        when = answering_rounds(data, viewer=viewer)
        clickable(when, viewer=viewer, dark=dark, key="svar", rounds=who.answered_in)
        answers(who)
        take(when)
with rows[1][0 if counts else 1]:
    panel(panel_html(counts.panel if counts else about(data, viewer=viewer)))

st.header(_("Hva er endret siden forrige modul?"))
for column, asked in zip(st.columns(max(2, len(newest)), gap="large"), newest, strict=False):
    with column:
        step = changed(data, viewer=viewer, instrument=asked.instrument)
        if step is None:
            st.markdown(once_only(asked))
            continue
        still(step, dark=dark)
