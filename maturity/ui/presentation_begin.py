"""Beginning a presentation: a ready one, one from a file, or one from an address."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from maturity import language, queries
from maturity.access import Viewer
from maturity.deck import Deck
from maturity.language import _
from maturity.reference import reference
from maturity.ui import session_deck
from maturity.ui.letters import escaped
from maturity.views import decks
from maturity.views.choosers import alphabetically, search_label
from maturity.views.rounds import Round, offered

SIGN, WHOLE, REFUSED = "p", "d", "ulest"
FILE = """<style>
form.deck {{ display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; }}
form.deck label {{ display: block; font-size: 0.875rem; }}
form.deck input {{ display: block; font: inherit; margin-top: 0.25rem; max-width: 100%; }}
form.deck button {{ font: inherit; color: inherit; background: transparent; cursor: pointer;
  padding: 0.4rem 0.75rem; border: 1px solid #83939b; border-radius: 0.375rem; }}
</style><form class="deck" method="post" enctype="multipart/form-data" action="{action}">
<label>{label}<input type="file" name="fil" accept=".json,application/json" required></label>
<button type="submit">{open}</button></form>"""


def taken_up(*, newest: queries.Data) -> Deck:
    """Return the session's deck, else the one that the address has, else an empty one."""
    asked = st.query_params
    if whole := asked.get(WHOLE):
        del asked[WHOLE]
        found, why = decks.addressed(whole)
        if found is None:  # not the end of the page: there is much else to begin with
            st.error(escaped(why))
        else:
            session_deck.begin(found)
    sign = asked.get(SIGN)
    another = sign and sign != st.session_state.get(session_deck.SIGN)
    if sign and another and not session_deck.found_again(sign):
        st.info(_("Presentasjonen i adressen er ikke åpen lenger. Åpne den fra filen din."))
    deck = session_deck.gathered()
    if deck.slides and deck.version is None:
        deck = deck.model_copy(update={"version": newest.version})
        session_deck.put(deck)
    return deck


def begin(data: queries.Data, *, viewer: Viewer) -> None:
    """Offer the ready presentations, and to open one that was saved."""
    st.text(
        _(
            "Begynn med en ferdig presentasjon, eller gå rundt på sidene og velg "
            "«Legg til i presentasjon» under figurene."
        )
    )
    whole, of_kommune, of_module = st.columns(3, gap="large", border=True)
    with whole:
        st.header(_("Nordland i dag"), anchor=False)
        st.text(_("Hvem som har svart, hvor Nordland står, og hva som har endret seg."))
        make = partial(decks.nordland, data, viewer=viewer)
        _start(_("Lag «Nordland i dag»"), key="nordland", make=make)
    with of_kommune:
        st.header(_("En kommune"), anchor=False)
        _of_kommune(data, viewer=viewer)
    with of_module:
        st.header(_("En modul"), anchor=False)
        _of_module(data, viewer=viewer)
    st.header(_("Åpne en som er lagret"), anchor=False)
    open_file()


def open_file() -> None:
    """Offer to open a file; it goes to an address of its own that takes small files alone."""
    if REFUSED in st.query_params:
        st.error(_("Filen kunne ikke åpnes. Den er ikke en presentasjon som er lagret herfra."))
    spoken = language.current()
    asked = "" if spoken == language.SOURCE else f"?lang={spoken}"
    st.html(
        FILE.format(
            action=f"scene/fil{asked}",
            label=escape(_("Fil fra «Lagre som fil»")),
            open=escape(_("Åpne filen")),
        )
    )


def _of_kommune(data: queries.Data, *, viewer: Viewer) -> None:
    known = reference().kommuner
    kommuner = alphabetically(viewer.named)
    if not kommuner:
        st.text(_("Ingen kommune har åpnet profilen sin for deg."))
        return
    own = min(viewer.own & set(kommuner), default=kommuner[0])
    code = st.selectbox(
        _("Kommune"),
        kommuner,
        index=kommuner.index(own),
        format_func=lambda it: search_label(known[it]),
        key="deck-kommune",
    )
    make = partial(decks.of_kommune, data, viewer=viewer, kommune=code)
    _start(_("Lag for kommunen"), key="kommune", make=make)


def _of_module(data: queries.Data, *, viewer: Viewer) -> None:
    rounds: dict[str, Round] = {}
    for found in offered(data, viewer=viewer).values():
        rounds |= found
    if not rounds:
        st.text(_("Ingen kartlegging har svar som du kan se."))
        return
    code = st.selectbox(
        _("Kartlegging"),
        list(rounds),
        format_func=lambda it: rounds[it].label_with_date,
        key="deck-round",
    )
    make = partial(decks.of_module, data, viewer=viewer, survey_round=code)
    _start(_("Lag for modulen"), key="modul", make=make)


def _start(label: str, *, key: str, make: Callable[[], Deck]) -> None:
    """Offer a ready presentation; its figures are made when it is asked for."""
    if st.button(label, key=f"begin-{key}", type="primary"):
        deck, why = decks.attempted(make)
        if deck is None:
            st.info(why)
        else:
            session_deck.begin(deck)
            st.rerun()
