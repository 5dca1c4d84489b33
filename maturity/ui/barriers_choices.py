"""The choices of the page: which kind of comment, when, of whom, on what."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from maturity import queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.kept import kept
from maturity.language import _, name_of
from maturity.reference import reference
from maturity.ui.choices import Choices
from maturity.views.choosers import alphabetically, search_label
from maturity.views.choosing import EVERY
from maturity.views.rounds import Round, offered

STEP = 30  # comments that are shown at once
SLOT = "comments-shown"
LONGEST = 100  # characters of a search
KEYS = ("type", "kartlegging", "inndeling", "k", "tema")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the reader has chosen; the key under which the page's results are kept."""

    kind: str
    rounds: tuple[Round, ...]
    grid: str


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Which comments are looked for; the words are lower case."""

    kommune: str | None
    theme: str | None
    words: tuple[str, ...]


@kept
def themes_told(data: queries.Data, *, viewer: Viewer, kind: str) -> pd.DataFrame:
    """Return the themes of a kind of comment by kommune and round; many parts of pages ask."""
    return queries.themes_by_kommune(data, viewer=viewer, kind=kind)


@kept
def rounds_with_comments(data: queries.Data, *, viewer: Viewer, kind: str) -> dict[str, Round]:
    """Return the survey rounds in which somebody wrote something of a kind, newest first."""
    every = {
        code: it for rounds in offered(data, viewer=viewer).values() for code, it in rounds.items()
    }
    wrote = set(themes_told(data, viewer=viewer, kind=kind)["survey_round"])
    return {code: it for code, it in every.items() if code in wrote}


@kept
def themed(data: queries.Data, *, viewer: Viewer, asked: Round, kind: str) -> bool:
    """Tell whether the comments of a kind in a round have themes."""
    rows = themes_told(data, viewer=viewer, kind=kind)
    return bool(rows.loc[rows["survey_round"] == asked.survey_round, "theme"].notna().any())


def module_themes(data: queries.Data, *, viewer: Viewer, survey_round: str) -> Asked | None:
    """Return what to ask for the barriers of one survey round; None where nobody wrote any."""
    found = rounds_with_comments(data, viewer=viewer, kind="barrier").get(survey_round)
    return Asked(kind="barrier", rounds=(found,), grid="region") if found else None


def kinds() -> dict[str, str]:
    """Return the kinds of comment by code."""
    return {"barrier": _("Barrierer"), "opportunity": _("Muligheter")}


def grids() -> dict[str, str]:
    """Return the ways of parting the themes, by code."""
    return {"modul": _("Modul"), "region": _("Region"), "kommune": _("Kommune")}


def choose(
    data: queries.Data, *, viewer: Viewer, what: DeltaGenerator, part: DeltaGenerator,
    which: DeltaGenerator,
) -> tuple[Asked, Filter, list[str]]:  # fmt: skip
    """Draw the widgets in their blocks; return what is asked, which comments, and what was odd.

    Raises UserError where nobody has written anything.
    """
    chosen = Choices("barriers", KEYS)
    by_kind = {it: rounds_with_comments(data, viewer=viewer, kind=it) for it in kinds()}
    names, parts = {it: name for it, name in kinds().items() if by_kind[it]}, grids()
    if not names:
        raise UserError(_("Ingen har skrevet noe som du kan se."))
    with what:
        kind = chosen.one(
            _("Hva vises"), "type", list(names), name=names.__getitem__,
            default=next(iter(names)),
            radio=True,
        )  # fmt: skip
        found = by_kind[kind]
        code = chosen.one(
            _("Kartlegging"), "kartlegging", [EVERY, *found],
            name=lambda it: _("Alle") if it == EVERY else found[it].label_with_date,
            default=EVERY,
        )  # fmt: skip
    rounds = tuple(it for it in found.values() if code in (EVERY, it.survey_round))
    themes = any(themed(data, viewer=viewer, asked=it, kind=kind) for it in rounds)
    everybody = viewer.counted <= viewer.kommuner
    grid = "modul" if everybody else "kommune"  # else there is nothing to part but the own
    if themes and everybody:
        with part:
            st.header(_("Hvor nevnes hva?"), anchor="fordelt")
            grid = chosen.one(
                _("Fordelt på"), "inndeling", list(parts), name=parts.__getitem__, default=grid,
                radio=True,
            )  # fmt: skip
    with which:
        wanted = _filter(chosen, viewer=viewer, themes=themes)
    chosen.tell()
    return Asked(kind=kind, rounds=rounds, grid=grid), wanted, chosen.odd


def _filter(chosen: Choices, *, viewer: Viewer, themes: bool) -> Filter:
    known = reference()
    kommune = chosen.one(
        _("Kommune"), "k", [EVERY, *alphabetically(viewer.kommuner)],
        name=lambda it: _("Alle") if it == EVERY else search_label(known.kommuner[it]),
        default=EVERY,
    )  # fmt: skip
    names = {it.name["nb"]: name_of(it.name) for it in known.programme.themes}
    theme = EVERY
    if themes:
        theme = chosen.one(
            _("Tema"), "tema", [EVERY, *names],
            name=lambda it: _("Alle") if it == EVERY else names[it], default=EVERY,
        )  # fmt: skip
    # Not in the address: those are logged and shared, and what is looked for may be a name.
    words = st.text_input(
        _("Søk i ordene"), key="sok", max_chars=LONGEST, placeholder=_("Alle ordene må finnes")
    )
    return Filter(
        kommune=None if kommune == EVERY else kommune,
        theme=None if theme == EVERY else theme,
        words=tuple(words.lower().split()),
    )


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
