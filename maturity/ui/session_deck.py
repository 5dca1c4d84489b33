"""The presentation that a reader gathers while they look around, for as long as the visit lasts."""

import streamlit as st

from maturity.deck import Deck, Slide
from maturity.language import _
from maturity.view import View

SLOT = "deck"


def gathered() -> Deck:
    """Return what has been gathered so far."""
    found: Deck = st.session_state.get(SLOT, Deck())
    return found


def put(deck: Deck) -> None:
    """Let this be the deck from now on."""
    st.session_state[SLOT] = deck


def offer(view: View) -> None:
    """Offer to add a view to the presentation; say where it is there already."""
    deck = gathered()
    there = any(it.address == view.address for it in deck.slides)
    st.button(
        _("Er i presentasjonen") if there else _("Legg til i presentasjon"),
        key=f"present-{view.address}",
        icon=":material/check:" if there else ":material/add_to_queue:",
        type="tertiary",
        disabled=there,
        on_click=_add,
        args=(view.address, view.version),
    )


def _add(address: str, version: int) -> None:
    """Add a slide; the first one binds the presentation to the data that it was made of."""
    deck = gathered()
    bound = version if deck.version is None else deck.version
    put(deck.with_slide(Slide(address=address)).model_copy(update={"version": bound}))
