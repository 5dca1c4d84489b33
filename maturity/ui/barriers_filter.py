"""Which comments the reader looks for, and how many of them are shown."""

from dataclasses import dataclass

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.language import _
from maturity.views.barriers_choices import Asked, whose
from maturity.views.choosing import Choosing

STEP = 30  # comments that are shown at once
SLOT = "comments-shown"
LONGEST = 100  # characters of a search


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Which comments are looked for; the words are lower case."""

    kommune: str | None
    theme: str | None
    words: tuple[str, ...]


def wanted_comments(
    data: queries.Data, *, viewer: Viewer, chosen: Choosing, asked: Asked
) -> Filter:
    """Let the reader choose of whom, on what, and search for words."""
    kommune, theme = whose(data, viewer=viewer, chosen=chosen, asked=asked)
    # Not in the address: those are logged and shared, and what is looked for may be a name.
    words = st.text_input(
        _("Søk i ordene"), key="sok", max_chars=LONGEST, placeholder=_("Alle ordene må finnes")
    )
    return Filter(kommune=kommune, theme=theme, words=tuple(words.lower().split()))


def shown_so_far(asked: Asked, wanted: Filter) -> int:
    """Return how many comments to show: other choices begin with a few again."""
    of, most = st.session_state.get(SLOT, (None, STEP))
    if of != (asked, wanted):
        of, most = (asked, wanted), STEP
    st.session_state[SLOT] = (of, most)
    return int(most)


def show_more() -> None:
    """Show some more comments at the next run."""
    of, most = st.session_state[SLOT]
    st.session_state[SLOT] = (of, most + STEP)
