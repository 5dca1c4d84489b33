"""What a kommune's page says where it has nothing to draw: why, what can be done, and ways on."""

from functools import partial

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.kept import kept
from maturity.language import _, ngettext
from maturity.reference import reference
from maturity.ui.choices import LONGEST
from maturity.ui.links import FILES
from maturity.views.choosers import plain
from maturity.views.kommune import OwnKommune, answered
from maturity.views.kommune_choices import rounds_offered
from maturity.views.kommune_standing import why_empty


def empty(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> None:
    """Draw the sentence that stands for a page without figures, and the ways on."""
    st.info(why_empty(data, viewer=viewer, asked=asked), icon=":material/info:")
    others = answered(data, viewer=viewer, kommune=asked.kommune)
    for it in [it for it in others if it.shown][:1]:
        # Not a link: one to the page one is on changes what is shown but not the address.
        st.button(
            _("Se svarene fra {round}").format(round=it.label),
            icon=":material/arrow_forward:",
            type="tertiary",
            on_click=partial(st.session_state.__setitem__, "kartlegging", it.survey_round),
        )
    ways_on(data, viewer=viewer)


def nobody(data: queries.Data, *, viewer: Viewer) -> None:
    """Draw what stands for the page where no kommune may be seen by name."""
    st.info(
        _(
            "Denne siden viser én kommune om gangen, og ingen kommune har åpnet profilen sin for "
            "deg. Kommunen åpner den selv. Til da kan du se Nordland og grupper av kommuner."
        ),
        icon=":material/info:",
    )
    ways_on(data, viewer=viewer)


def unknown(data: queries.Data, *, viewer: Viewer, asked_for: str) -> None:
    """Draw what stands for the page of a kommune that is not there: what to do, and ways on."""
    text = _("Vi finner ingen kommune med nummer «{code}» her. Søk i feltet «Kommune» over.")
    st.text(text.format(code=asked_for[:LONGEST]))
    known = reference().kommuner
    for code in viewer.named & set(known):
        if plain(known[code].name).lower() == plain(asked_for).lower():
            st.button(
                _("Gå til {kommune}").format(kommune=known[code].name),
                icon=":material/arrow_forward:",
                type="tertiary",
                on_click=partial(st.session_state.__setitem__, "k", code),
            )
    ways_on(data, viewer=viewer)


def ways_on(data: queries.Data, *, viewer: Viewer) -> None:
    """Draw the ways to what may be seen of groups."""
    st.page_link(
        FILES[""], label=_("Se hvem som har svart, og hvor Nordland står"), icon=":material/map:"
    )
    st.header(_("Dette har Nordland svart på"), anchor=False)
    for survey_round, label in answered_by(data, viewer=viewer).items():
        st.page_link(
            FILES["sammenlign"],
            label=label,
            icon=":material/radar:",
            query_params={"kommune": "", "gruppe": "nordland", "kartlegging": survey_round},
        )


@kept
def answered_by(data: queries.Data, *, viewer: Viewer) -> dict[str, str]:
    """Return the survey rounds, newest first, with how many kommuner stand behind each."""
    k = queries.rounds(data, viewer=viewer).groupby("survey_round")["k"].max()
    found = {}
    for code, it in rounds_offered(data, viewer=viewer).items():
        count = int(k[code])
        text = ngettext("{round}: {count} kommune", "{round}: {count} kommuner", count)
        found[code] = text.format(round=it.label_with_date, count=count)
    return found
