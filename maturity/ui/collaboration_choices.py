"""The choices of the page: which kommune asks, in which survey round, and what counts as like."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from maturity import queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.language import _
from maturity.matching import Weights
from maturity.reference import reference
from maturity.ui.choices import Choices
from maturity.views.choosers import first_choice, one_kommune, one_round
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import with_scores

KEYS = {
    "size": "vekt-storrelse",
    "centrality": "vekt-sentralitet",
    "kostra": "vekt-kostra",
    "region": "vekt-region",
    "distance": "vekt-avstand",
}
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
    data: queries.Data, *, viewer: Viewer, who: DeltaGenerator, when: DeltaGenerator,
    how: DeltaGenerator,
) -> tuple[Asked, list[str]]:  # fmt: skip
    """Draw the widgets in their blocks; return what is asked, and what of the address was not.

    Raises UserError where no framework with a target per capability has answers.
    """
    known = reference().instruments
    every = offered(data, viewer=viewer)
    rounds = next((every[code] for code in every if not known[code].ordered), None)
    if rounds is None:
        raise UserError(_("Ingen kartlegging av evner har svar som du kan se."))
    chosen = Choices("collaboration", ("k", "kartlegging", *KEYS.values()))
    among = viewer.knows(next(iter(rounds.values())).instrument)
    with when if among else who:
        survey_round = one_round(chosen, rounds)
    asked = rounds[survey_round]
    shown = with_scores(data, viewer=viewer, survey_round=survey_round, instrument=asked.instrument)
    if not among:
        chosen.tell()
        return Asked(kommune="", asked=asked, weights=Weights()), chosen.odd
    with who:
        default = first_choice(viewer, answered=shown, among=among)
        kommune = one_kommune(chosen, among=among, default=default)
    if among == {kommune}:
        chosen.tell()
        return Asked(kommune=kommune, asked=asked, weights=Weights()), chosen.odd
    with how.expander(_("Hva skal telle som likt?")):
        names, weights = steps(), {}
        for (criterion, label), column in zip(
            criteria().items(), st.columns(len(KEYS)), strict=True
        ):
            with column:
                weights[criterion] = float(
                    chosen.one(
                        label,
                        KEYS[criterion],
                        list(names),
                        name=names.__getitem__,
                        default=USUAL,
                    )
                )
    chosen.tell()
    return Asked(kommune=kommune, asked=asked, weights=Weights(**weights)), chosen.odd
