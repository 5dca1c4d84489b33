"""The numbers that a presentation is bound to, for those who may still see them."""

from contextlib import suppress
from dataclasses import replace

import streamlit as st

from maturity import bond, queries
from maturity.deck import Deck
from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.language import _
from maturity.ui.looking import Looker, note_seen
from maturity.ui.visit import Visit


def data_of(deck: Deck, seen: Visit) -> queries.Data:
    """Return the data of a deck's version; raises UserError where this reader may not see it.

    An earlier one is for staff, and for who had the deck while it was the newest: not where an
    import in it has been undone since. Where nobody signs in, all of it has to be invented.
    """
    if deck.version in (None, seen.data.version):
        return seen.data
    version, answers = deck.version, seen.data.answers
    looker = seen.looker
    if looker is not None and looker.who.role != "staff":
        undone = any(
            it.undoes is not None and it.undoes <= version < it.version
            for it in Store(answers).history()
        )
        if undone or not bond.holds(deck, owner=looker.who.name):
            raise UserError(_closed().format(version=version))
    found = queries.at(answers, version)
    if looker is None and not found.all_invented:
        raise UserError(_closed().format(version=version))
    return found


def data_or_none(deck: Deck, seen: Visit) -> queries.Data | None:
    """Return the same; None where they are gone or another's, which the page says in its way."""
    with suppress(UserError):
        return data_of(deck, seen)
    return None


def older(deck: Deck, seen: Visit) -> bool:
    """Tell whether a deck shows other numbers than the newest: that is written down."""
    return deck.version not in (None, seen.data.version)


def note(deck: Deck, seen: Visit, *, about: frozenset[str]) -> None:
    """Write down, once in a visit, which earlier version its reader sees and whom it is about.

    Their names do not stand in it where they have letters; who made the deck knows them.
    """
    if seen.looker is None:
        return
    looker = replace(seen.looker, version=deck.version)
    note_seen(looker, viewer=seen.viewer, kommuner=about)
    noted: set[Looker] = st.session_state.setdefault("older-noted", set())
    if older(deck, seen) and looker not in noted:
        looker.note("older", detail=_("versjon {n}").format(n=deck.version))
        noted.add(looker)


def _closed() -> str:
    return _(
        "Dataversjon {version} er ikke åpen for deg. Oppdater tallene, så viser presentasjonen dem "
        "som gjelder nå."
    )
