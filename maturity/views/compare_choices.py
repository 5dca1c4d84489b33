"""The choices of the comparison: who, which questions, when, which aspect, and how it is shown."""

from typing import Any

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.charts.theme import MAX_SERIES
from maturity.errors import UserError
from maturity.groups import MOST_PICKED, WHOLE, pick_code
from maturity.language import _
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.views.choosers import alphabetically, search_label
from maturity.views.choosing import Block, Choosing
from maturity.views.groups_offered import groups_offered
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import Comparison, with_scores

KEYS = ("kommune", "gruppe", "egen", "rammeverk", "kartlegging", "aspekt", "visning")


def views() -> dict[str, str]:
    """Return the ways of showing a comparison, by code."""
    return {"radar": _("Radar"), "profil": _("Profil"), "tabell": _("Tabell")}


def choose(
    data: queries.Data, *, viewer: Viewer, chosen: Choosing, who: Block, what: Block
) -> tuple[Comparison, str]:
    """Return what is compared, and the way of showing it.

    `who` and `what` are the blocks that widgets stand in. Nobody may be chosen: then both tuples
    of the comparison are empty. Raises UserError where there is no survey round to choose.
    """
    rounds = offered(data, viewer=viewer)
    if not rounds:
        raise UserError(_("Ingen kartlegging har svar som du kan se."))
    with what:  # first, for what was asked decides whom there are answers from
        instrument, survey_round, aspect, view = _what(chosen, rounds)
    answered = with_scores(data, viewer=viewer, survey_round=survey_round, instrument=instrument)
    with who:
        kommuner, compared_with = _who(chosen, viewer=viewer, default=answered[:1])
    chosen.tell()
    comparison = Comparison(
        instrument=instrument,
        survey_round=survey_round,
        aspect=aspect,
        kommuner=kommuner,
        groups=compared_with,
    )
    return comparison, view


def _what(chosen: Choosing, rounds: dict[str, dict[str, Round]]) -> tuple[str, str, Any, str]:
    known = reference()
    instrument = chosen.one(
        _("Rammeverk"),
        "rammeverk",
        list(rounds),
        name=lambda code: known.instruments[code].label,
        default=next(iter(rounds)),
    )
    asked = rounds[instrument]
    survey_round = chosen.one(
        _("Kartlegging"),
        "kartlegging",
        list(asked),
        name=lambda code: asked[code].label_with_date,
        default=next(iter(asked)),
    )
    names = aspects(known.instruments[instrument])
    aspect = chosen.one(
        _("Hva vises"), "aspekt", list(names), name=names.__getitem__, default="now", radio=True
    )
    ways = views()
    view = chosen.one(
        _("Visning"), "visning", list(ways), name=ways.__getitem__, default="radar", radio=True
    )
    return instrument, survey_round, aspect, view


def _who(
    chosen: Choosing, *, viewer: Viewer, default: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = reference()
    groups = groups_offered(viewer=viewer)
    kommuner = chosen.several(
        _("Kommuner"),
        "kommune",
        [code for code in known.kommuner if code in viewer.named],
        name=lambda code: known.kommuner[code].name,
        default=default,
        most=MAX_SERIES,
        placeholder=_("Velg inntil {most}").format(most=MAX_SERIES)
        if viewer.named
        else _("Ingen har åpnet profilen sin for deg"),
    )
    compared_with = chosen.several(
        _("Sammenlign med"),
        "gruppe",
        list(groups),
        name=lambda code: groups[code].label,
        default=[WHOLE],
        most=MAX_SERIES,
        placeholder=_("Nordland, region, KOSTRA-gruppe …"),
    )
    own = _pick(chosen)
    if own and len(compared_with) == MAX_SERIES:
        words = _("«{group}»: det er plass til {most} grupper")
        gone = groups[compared_with[-1]].label
        chosen.odd.append(words.format(group=gone, most=MAX_SERIES))
    return kommuner, (*compared_with[: MAX_SERIES - len(own)], *own)


def _pick(chosen: Choosing) -> tuple[str, ...]:
    """Return the code of a group that the reader picks; nothing where it has too few kommuner."""
    known, least = reference().kommuner, thresholds().min_kommuner
    members = chosen.several(
        _("Egen gruppe"),
        "egen",
        alphabetically(known),
        name=lambda code: search_label(known[code]),
        default=(),
        most=MOST_PICKED,
        placeholder=_("Velg minst {least} kommuner").format(least=least),
        # The first three would else be told while more are chosen, and the others then refused.
        ask=_("Vis gruppen"),
    )
    if not members:
        return ()
    if len(members) < least:
        words = _("En egen gruppe trenger minst {least} kommuner.")
        chosen.odd.append(words.format(least=least))
        return ()
    return (pick_code(members),)
