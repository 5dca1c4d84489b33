"""The choices of the page: which kind of comment, when, of whom, on what."""

from dataclasses import dataclass, replace

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.kept import kept
from maturity.language import _, name_of
from maturity.reference import reference
from maturity.views.choosers import alphabetically, search_label
from maturity.views.choosing import EVERY, Block, Choosing
from maturity.views.rounds import Round, offered

KEYS = ("type", "kartlegging", "inndeling", "k", "tema")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the reader has chosen; the key under which the page's results are kept."""

    kind: str
    rounds: tuple[Round, ...]
    grid: str


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
    data: queries.Data, *, viewer: Viewer, chosen: Choosing, what: Block, part: Block
) -> Asked:
    """Return what is asked; `what` and `part` are the blocks of the choices.

    Raises UserError where nobody has written anything. The comments are chosen after this.
    """
    by_kind = {it: rounds_with_comments(data, viewer=viewer, kind=it) for it in kinds()}
    names, parts = {it: name for it, name in kinds().items() if by_kind[it]}, grids()
    if not names:
        raise UserError(_("Ingen har skrevet noe som du kan se."))
    with what:
        kind = chosen.one(
            _("Hva vises"),
            "type",
            list(names),
            name=names.__getitem__,
            default=next(iter(names)),
            radio=True,
        )
        found = by_kind[kind]
        code = chosen.one(
            _("Kartlegging"),
            "kartlegging",
            [EVERY, *found],
            name=lambda it: _("Alle") if it == EVERY else found[it].label_with_date,
            default=EVERY,
        )
    rounds = tuple(it for it in found.values() if code in (EVERY, it.survey_round))
    everybody = viewer.counted <= viewer.kommuner
    # Else there is nothing to part but the own.
    asked = Asked(kind=kind, rounds=rounds, grid="modul" if everybody else "kommune")
    if not everybody or not with_themes(data, viewer=viewer, asked=asked):
        return asked
    with part:
        grid = chosen.one(
            _("Fordelt på"),
            "inndeling",
            list(parts),
            name=parts.__getitem__,
            default="modul",
            radio=True,
        )
    return replace(asked, grid=grid)


def with_themes(data: queries.Data, *, viewer: Viewer, asked: Asked) -> bool:
    """Tell whether the comments of any of the rounds have themes."""
    return any(themed(data, viewer=viewer, asked=it, kind=asked.kind) for it in asked.rounds)


def whose(
    data: queries.Data, *, viewer: Viewer, chosen: Choosing, asked: Asked
) -> tuple[str | None, str | None]:
    """Return of which kommune and on which theme comments are read; None: of all."""
    known = reference()
    kommune = chosen.one(
        _("Kommune"),
        "k",
        [EVERY, *alphabetically(viewer.kommuner)],
        name=lambda it: _("Alle") if it == EVERY else search_label(known.kommuner[it]),
        default=EVERY,
    )
    theme = EVERY
    if with_themes(data, viewer=viewer, asked=asked):
        names = {it.name["nb"]: name_of(it.name) for it in known.programme.themes}
        theme = chosen.one(
            _("Tema"),
            "tema",
            [EVERY, *names],
            name=lambda it: _("Alle") if it == EVERY else names[it],
            default=EVERY,
        )
    return (None if kommune == EVERY else kommune), (None if theme == EVERY else theme)


def told_in_address(asked: Asked, *, every: int) -> dict[str, str]:
    """Return what is asked as an address tells it; `every`: of how many rounds there are."""
    one = asked.rounds[0].survey_round if len(asked.rounds) == 1 and every > 1 else EVERY
    return {"type": asked.kind, "kartlegging": one, "inndeling": asked.grid}
