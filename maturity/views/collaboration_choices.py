"""The choices of the page: which kommune asks, in which survey round, and what counts as like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from maturity import queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.language import _
from maturity.matching import Weights
from maturity.reference import reference
from maturity.views.choosers import first_choice, one_kommune, one_round
from maturity.views.choosing import Block, Choosing
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import with_scores

WEIGHTS = {
    "size": "vekt-storrelse",
    "centrality": "vekt-sentralitet",
    "kostra": "vekt-kostra",
    "region": "vekt-region",
    "distance": "vekt-avstand",
}
KEYS = ("k", "kartlegging", *WEIGHTS.values())
USUAL = "2"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the reader has chosen; the key under which the page's results are kept.

    `kommune` is "" for a reader who may see none.
    """

    kommune: str
    asked: Round
    weights: Weights


def criteria() -> dict[str, str]:
    """Return what a kommune can be like another in, by code, in the reader's language."""
    return {
        "size": _("Innbyggertall"),
        "centrality": _("Sentralitet"),
        "kostra": _("KOSTRA-gruppe"),
        "region": _("Region"),
        "distance": _("Avstand i luftlinje"),
    }


def steps() -> dict[str, str]:
    """Return how much a criterion can count, by code."""
    return {
        "0": _("Teller ikke"),
        "1": _("Teller litt"),
        "2": _("Teller"),
        "4": _("Teller mye"),
    }


def choose(
    data: queries.Data,
    *,
    viewer: Viewer,
    chosen: Choosing,
    who: Block,
    when: Block,
    how: Callable[[], Sequence[Block]],
) -> Asked:
    """Return what is asked; `how` makes a block for each criterion, where there is one to choose.

    Raises UserError where no framework with a target per capability has answers.
    """
    known = reference().instruments
    every = offered(data, viewer=viewer)
    rounds = next((every[code] for code in every if not known[code].ordered), None)
    if rounds is None:
        raise UserError(_("Ingen kartlegging av evner har svar som du kan se."))
    among = viewer.knows(next(iter(rounds.values())).instrument)
    with when if among else who:
        survey_round = one_round(chosen, rounds)
    asked = rounds[survey_round]
    shown = with_scores(data, viewer=viewer, survey_round=survey_round, instrument=asked.instrument)
    if not among:
        chosen.tell()
        return Asked(kommune="", asked=asked, weights=Weights())
    with who:
        default = first_choice(viewer, answered=shown, among=among)
        kommune = one_kommune(chosen, among=among, default=default)
    if among == {kommune}:
        chosen.tell()
        return Asked(kommune=kommune, asked=asked, weights=Weights())
    names, weights = steps(), {}
    for (criterion, label), block in zip(criteria().items(), how(), strict=True):
        with block:
            weights[criterion] = float(
                chosen.one(
                    label, WEIGHTS[criterion], list(names), name=names.__getitem__, default=USUAL
                )
            )
    chosen.tell()
    return Asked(kommune=kommune, asked=asked, weights=Weights(**weights))


def told(asked: Asked) -> dict[str, str]:
    """Return what is asked as an address tells it."""
    codes = {float(code): code for code in steps()}
    weights = vars(asked.weights)
    return {
        **({"k": asked.kommune} if asked.kommune else {}),
        "kartlegging": asked.asked.survey_round,
        **{WEIGHTS[name]: codes[weights[name]] for name in criteria()},
    }
