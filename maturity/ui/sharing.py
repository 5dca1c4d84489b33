"""A kommune's leaders open its profile to others, until a day, and take it back."""

import datetime

import streamlit as st
from babel.lists import format_list

from maturity import language, sharing_table
from maturity.claims import Person
from maturity.events import openings
from maturity.language import _, date
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.sharing import EVERYBODY, Opening, standing, today
from maturity.ui.visit import Visit
from maturity.views.choosers import alphabetically
from maturity.views.rounds import offered

USUAL = datetime.timedelta(days=182)
DONE = "sharing-done"  # what was just done, said when the page has been drawn anew


def told(now: Visit) -> str:
    """Say what the page is for, to each as it concerns them."""
    if now.looker is None:
        return _(
            "Her åpner hver kommune sin egen profil for andre kommuner. Det trengs ikke nå: alle "
            "svar er oppdiktet, og ingen må logge inn."
        )
    if now.looker.who.role == "presenter":
        return _(
            "Her åpner kommunenes ledere profilen sin for andre. Du ser det som er åpnet for alle, "
            "på de andre sidene, med navn."
        )
    if now.looker.who.role == "staff":
        return _("Kommunenes ledere åpner profilen sin her. Dere ser hva som er åpnet, for hvem.")
    return _(
        "Dere bestemmer hvem som får se profilen deres: snittet og antall svar for hver evne eller "
        "generasjon. Spredning, temaer, kommentarer og tall bak færre enn {limit} svar åpnes aldri."
    ).format(limit=thresholds().min_respondents)


def named_anyway(now: Visit) -> str:
    """Say where kommuner see each other whatever is opened; empty where they do not."""
    every = len(reference().kommuner) * len(reference().instruments)
    theirs = len(now.viewer.own) * len(reference().instruments)
    if now.viewer.own and len(now.viewer.opened) >= every - theirs:
        return _("Alle profiler er åpne for dere nå, enten av innstillingen eller av kommunene.")
    return ""


def to_whom(codes: frozenset[str]) -> str:
    """Name those that a profile is opened to."""
    if EVERYBODY in codes:
        return _("alle som har tilgang")
    known = reference().kommuner
    names = [known[code].name if code in known else code for code in alphabetically(codes)]
    return str(format_list(names or sorted(codes), locale=language.current()))


def standing_now(now: Visit, person: Person) -> list[Opening]:
    """Return what stands open of what the person may know of."""
    return standing(openings(person), on=today(), invented=now.data.all_invented)


def taking_back(now: Visit, person: Person) -> None:
    """Show what stands open, each with a button that takes it back."""
    done = st.session_state.pop(DONE, None)
    if done:
        st.success(done)
    found = standing_now(now, person)
    if not found:
        st.text(_("Dere har ikke åpnet profilen for noen nå."))
    for at, it in enumerate(found):
        whom = to_whom(frozenset([it.to]))
        line = st.container(horizontal=True, vertical_alignment="center")
        line.text(_sentence(it, whom), width="content")
        if line.button(_("Ta tilbake fra {whom}").format(whom=whom), key=f"take-back-{at}"):
            sharing_table.take_back(
                person,
                kommune=it.act.kommune,
                instrument=it.act.instrument,
                to=[it.to],
                invented=now.data.all_invented,
            )
            _say(_("Tatt tilbake fra {whom}.").format(whom=whom))


def opening(now: Visit, person: Person) -> None:
    """Let the reader open a profile: whose, on what, to whom, until when, and what that means."""
    known = reference()
    own = alphabetically(person.own)
    kommune = own[0]
    what, whom, when = st.columns(3, gap="large")
    with what:
        if len(own) > 1:
            kommune = st.selectbox(
                _("Hvem sin profil"),
                own,
                format_func=lambda it: known.kommuner[it].name,
                key="sharing-kommune",
            )
        instrument = st.selectbox(
            _("Rammeverk"),
            list(offered(now.data, viewer=now.viewer)),
            format_func=lambda it: known.instruments[it].label,
            key="sharing-instrument",
        )
    with whom:
        some = st.radio(
            _("For hvem"),
            [True, False],
            format_func=lambda it: _("Kommuner jeg velger") if it else _("Alle som har tilgang"),
            key="sharing-some",
        )
        chosen = st.multiselect(
            _("Kommuner"),
            [code for code in alphabetically(known.kommuner) if code != kommune],
            format_func=lambda it: known.kommuner[it].name,
            placeholder=_("Velg én eller flere"),
            disabled=not some,
            key="sharing-to",
        )
    with when:
        until = st.date_input(
            _("Til og med"),
            value=today() + USUAL,
            min_value=today(),
            max_value=today() + sharing_table.LONGEST,
            format="DD.MM.YYYY",
            key="sharing-until",
        )
    to = frozenset(chosen) if some else frozenset([EVERYBODY])
    if not (to and instrument and isinstance(until, datetime.date)):
        st.text(_("Velg hvem dere vil åpne for."))
        return
    st.text(_meaning(kommune, instrument, to, until), width=760)
    if st.button(_("Åpne profilen"), type="primary", key="sharing-open"):
        sharing_table.open_profile(
            person,
            kommune=kommune,
            instrument=instrument,
            to=to,
            until=until,
            invented=now.data.all_invented,
        )
        _say(_("Åpnet for {whom} til og med {day}.").format(whom=to_whom(to), day=date(until)))


def _say(done: str) -> None:
    st.session_state[DONE] = done
    st.rerun()


def _sentence(it: Opening, whom: str) -> str:
    return _("{kommune}, {instrument}: åpen for {whom} til og med {day}.").format(
        kommune=reference().kommuner[it.act.kommune].name,
        instrument=reference().instruments[it.act.instrument].label,
        whom=whom,
        day=date(it.act.until),
    )


def _meaning(kommune: str, instrument: str, to: frozenset[str], until: datetime.date) -> str:
    framework = reference().instruments[instrument]
    return _(
        "{kommune} åpner profilen på {instrument} for {whom} til og med {day}. De får se snittet "
        "og antall svar for hver {dimension}, med navnet {kommune}, men ikke spredning, temaer "
        "eller kommentarer. Dere kan ta den tilbake når som helst; det som er sett, er sett. "
        "Den som alt kjenner snittet i en gruppe dere er med i, vet etterpå mer om de andre i den."
    ).format(
        kommune=reference().kommuner[kommune].name,
        instrument=framework.label,
        whom=to_whom(to),
        day=date(until),
        dimension=_("generasjon") if framework.ordered else _("evne"),
    )
