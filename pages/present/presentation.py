"""The presentation: begun, put in order, bound to its numbers, and started on a large screen."""

import streamlit as st

from maturity.language import _
from maturity.ui import (
    frame,
    presentation_begin,
    presentation_slides,
    presentation_start,
    session_deck,
)
from maturity.ui.deck_data import data_or_none, note
from maturity.ui.hall import hall_of
from maturity.ui.visit import visited
from maturity.views import decks, revealing

st.title(_("Hva skal salen se?"), anchor=False)
data, viewer = frame.opened()
frame.limits(viewer)
deck = presentation_begin.taken_up(newest=data)
if not deck.slides:
    presentation_begin.begin(data, viewer=viewer)
else:
    bound = data_or_none(deck, visited())
    with st.spinner(_("Lager figurene …")):
        own = revealing.with_names(deck, data=bound or data, viewer=viewer)
    if bound is not None:
        note(deck, visited(), about=revealing.about(own))
    ready = revealing.prepared(deck, slides=own, own=viewer.own)
    if ready != deck:
        session_deck.put(ready)
    allowed = revealing.nameable(own, viewer=viewer, hall=hall_of(visited()))
    shown_as = revealing.as_shown(ready, slides=own, allowed=allowed)
    unnamed = revealing.about(own) - allowed
    if bound is None:
        presentation_start.gone(ready, new=data)
    else:
        presentation_start.start(ready)
    left, right = st.columns([5, 3], gap="large")
    with right:
        presentation_start.named(ready, may_name=not unnamed, unnamed=len(unnamed))
        if bound is not None:
            presentation_start.newer(shown_as, old=bound, seen=visited())
        presentation_start.keep(ready)
    with left:
        with st.spinner(_("Lager figurene …")):
            found = decks.shown(shown_as, data=bound or data, viewer=viewer)
        presentation_slides.slides(shown_as, shown=found, data=bound or data, viewer=viewer)
        st.text(_("Flere figurer legger du til fra sidene, med «Legg til i presentasjon»."))
