"""The presentation that a reader gathers while they look around.

It is the session's; once it has been opened on its page, the server keeps it under a sign, by
which its stage finds it, and its page when it is loaded anew.
"""

import streamlit as st

from maturity.bond import bonded
from maturity.deck import Deck, Slide
from maturity.language import _
from maturity.names_found import without_names
from maturity.ui import running
from maturity.ui.visit import visited
from maturity.view import View

SLOT, SIGN = "deck", "deck-sign"


def gathered() -> Deck:
    """Return what has been gathered so far, with what its stage has changed since."""
    found: Deck = st.session_state.get(SLOT, Deck())
    sign = st.session_state.get(SIGN)
    return (running.deck_of(sign, owner=owner()) if sign else None) or found


def put(deck: Deck) -> None:
    """Let this be the deck from now on, on its stage too."""
    deck = _bonded(deck)
    st.session_state[SLOT] = deck
    if sign := st.session_state.get(SIGN):
        running.change(sign, deck)


def begin(deck: Deck) -> str:
    """Let this be the deck, under a new sign."""
    deck = _bonded(deck)
    st.session_state[SLOT] = deck
    st.session_state[SIGN] = running.begin(deck, owner=owner())
    return str(st.session_state[SIGN])


def sign_of(deck: Deck) -> str:
    """Return the sign of the session's deck; where the server has let it go, a new one."""
    known = st.session_state.get(SIGN)
    if known and running.deck_of(known, owner=owner()) is not None:
        return str(known)
    return begin(deck)


def found_again(sign: str) -> bool:
    """Take up the deck of a sign, where it is this reader's; tell whether it is."""
    deck = running.deck_of(sign, owner=owner())
    if deck is None:
        return False
    st.session_state[SLOT], st.session_state[SIGN] = deck, sign
    return True


def clear() -> None:
    """Begin without a deck."""
    for slot in (SLOT, SIGN):
        st.session_state.pop(slot, None)


def owner() -> str | None:
    """Return whose presentation it is, as the log calls them; None: nobody is known."""
    looker = visited().looker
    return None if looker is None else looker.who.name


def _bonded(deck: Deck) -> Deck:
    return bonded(deck, newest=visited().data.version, owner=owner())


def told(text: str) -> str:
    """Return what the presenter wrote, with letters for names that are hidden."""
    letters = gathered().naming
    return text if letters is None else without_names(text, letters=letters)


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
