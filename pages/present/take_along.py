"""What leaves the browser: presentations for a hall, reports to read, and where the rest is."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame
from maturity.ui.choices import Choices
from maturity.ui.deck_data import data_or_none
from maturity.ui.links import FILES
from maturity.ui.packing import contents, files
from maturity.ui.reports import of_many, of_network
from maturity.ui.session_deck import gathered
from maturity.ui.visit import visited
from maturity.views.packing import KEYS, choose

st.title(_("Hva vil du ta med deg?"), anchor=False)
data, viewer = frame.opened()
frame.limits(viewer)
left, right = st.columns([5, 4], gap="large")
with left:
    st.header(_("Til å vise fram"), anchor="vis")
    st.text(
        _(
            "HTML for samlingen er én fil som virker uten nett i enhver nettleser; bla med "
            "piltastene. PowerPoint har de samme figurene, med tallene i, og kan endres."
        )
    )
    what, how = st.columns([3, 2], gap="medium")
    chosen = Choices("take", KEYS)
    blocks = (what, st.container(), how)
    own = gathered()
    bound = data_or_none(own, visited())
    deck = choose(data, viewer=viewer, chosen=chosen, blocks=blocks, own=own, bound=bound)
    frame.odd(chosen.odd)
    with st.container(horizontal=True, gap="small"):
        files(deck)
    st.html(contents(deck))
    st.page_link(
        FILES["presentasjon"],
        label=_("Lag en presentasjon selv, og vis den i salen"),
        icon=":material/slideshow:",
    )
with right:
    st.header(_("Til å lese"), anchor="rapport")
    st.text(
        _(
            "Rapportene er PDF: figurene, tabellene, og hvordan tallene er laget. De kan leses av "
            "skjermlesere og skrives ut."
        )
    )
    of_network(data, viewer=viewer)
    if viewer.kommuner:
        of_many(data, viewer=viewer)
    st.header(_("Til å regne med"), anchor="tall")
    st.text(
        _(
            "Under hver figur på de andre sidene gir «Ta med deg» tallene som Excel, CSV, Parquet "
            "og JSON, og adressen der programmer henter dem. Figuren selv lastes ned som bilde fra "
            "knappene over den."
        )
    )
