"""What is above a presentation's views: its start, its title, names, newer numbers, saving."""

from urllib.parse import urljoin

import streamlit as st

from maturity import queries
from maturity.deck import Deck, to_address, to_file
from maturity.exports.about import file_name
from maturity.language import _, ngettext
from maturity.ui import frame, session_deck
from maturity.ui.download import download
from maturity.ui.links import FILES, link
from maturity.ui.presentation_begin import SIGN, WHOLE
from maturity.ui.visit import Visit
from maturity.views import deck_changes


def start(deck: Deck) -> None:
    """Offer the stage, and say by which keys it is led."""
    sign = session_deck.sign_of(deck)
    st.query_params[SIGN] = sign
    asked = {"mork": "1"} if frame.dark() else {}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.link_button(
            _("Start visningen"),
            link(f"scene/{sign}", **asked),
            type="primary",
            icon=":material/slideshow:",
        )
        st.text(_("Åpnes i en ny fane. Der viser ? tastene, F gir fullskjerm og N notatene dine."))


def gone(deck: Deck, *, new: queries.Data) -> None:
    """Say that the numbers of a deck are gone, and offer the newest: there is no other way on."""
    with st.container(border=True):
        st.warning(
            _(
                "Tallene som presentasjonen er bundet til (dataversjon {old}), finnes ikke lenger, "
                "eller er ikke åpne for deg, så den kan ikke vises. Oppdaterer du tallene, viser "
                "den dem som gjelder nå (dataversjon {new}). Rekkefølgen, titlene "
                "og notatene blir som de er."
            ).format(old=deck.version, new=new.version)
        )
        st.button(
            _("Oppdater tallene"),
            key="deck-update",
            type="primary",
            icon=":material/refresh:",
            on_click=_updated,
            args=(new.version,),
        )


def named(deck: Deck, *, may_name: bool, unnamed: int) -> None:
    """Let the presenter say what it is called, and whether names are hidden."""
    st.text_input(
        _("Tittel"),
        session_deck.told(deck.title),
        key="deck-title",
        max_chars=200,
        on_change=_titled,
    )
    st.toggle(
        _("Skjul navnene på kommunene"),
        deck.hidden or not may_name,
        key="deck-hidden" if may_name else "deck-hidden-for-all",
        disabled=not may_name,
        on_change=_hidden,
        help=_("Kommunene har bokstaver. Under visningen viser V ett navn om gangen."),
    )
    if not may_name:
        st.text(
            ngettext(
                "{count} kommune i presentasjonen har ikke åpnet profilen sin for alle. Navnet "
                "kan ikke vises.",
                "{count} kommuner i presentasjonen har ikke åpnet profilen sin for alle. Navnene "
                "kan ikke vises.",
                unnamed,
            ).format(count=unnamed)
        )
    if deck.revealed:
        st.button(_("Skjul igjen navnene som er vist"), on_click=_hide_again)


def newer(deck: Deck, *, old: queries.Data, seen: Visit) -> None:
    """Where there are newer numbers, say what would change, and offer to take them.

    Which numbers is for staff alone: the difference may be what one person answered.
    """
    new, viewer = seen.data, seen.viewer
    all_told = seen.looker is None or seen.looker.who.role == "staff"
    if deck.version == new.version:
        return
    with st.container(border=True):
        st.text(
            _("Presentasjonen er bundet til dataversjon {old}. Nå gjelder {new}.").format(
                old=deck.version, new=new.version
            )
        )
        found = deck_changes.changed(deck, old=old, new=new, viewer=viewer)
        if found:
            with st.expander(_("Hva endres?")):
                st.text("\n\n".join(_change(it) if all_told else it.title for it in found))
        else:
            st.text(_("Ingen av tallene i den er endret."))
        st.button(_("Oppdater tallene"), key="deck-update", on_click=_updated, args=(new.version,))


def _change(it: deck_changes.Changed) -> str:
    return "\n".join([f"{it.title} ({it.count})", *it.numbers])


def keep(deck: Deck) -> None:
    """Offer to save it as a file, to copy its address, and to begin anew."""
    title = deck.title or _("Presentasjon")
    download(
        _("Lagre som fil"),
        write=lambda: to_file(deck),
        file_name=file_name(title, extension=".json"),
        mime="application/json",
        key="deck-file",
        kommuner=frozenset(),
    )
    with st.popover(
        _("Adresse"), icon=":material/link:", key="deck-address", on_change="rerun"
    ) as place:
        if place.open:
            st.text(_("Hele presentasjonen ligger i adressen, med notatene og hvem som er hvem."))
            here = urljoin(st.context.url or "", ".")
            st.code(f"{here}{link('presentasjon', **{WHOLE: to_address(deck)})}", language=None)
    st.page_link(
        FILES["ta-med"],
        label=_("Ta den med som lysbilder eller HTML"),
        icon=":material/download:",
        query_params={"utvalg": "egen"},
    )
    st.button(_("Begynn på nytt"), key="deck-clear", icon=":material/delete:", on_click=_cleared)


def _titled() -> None:
    _changed(title=st.session_state["deck-title"])


def _hidden() -> None:
    _changed(hidden=st.session_state["deck-hidden"])


def _hide_again() -> None:
    _changed(revealed=())


def _updated(version: int) -> None:
    _changed(version=version)


def _cleared() -> None:
    session_deck.clear()
    st.query_params.pop(SIGN, None)


def _changed(**what: object) -> None:
    session_deck.put(session_deck.gathered().model_copy(update=what))
