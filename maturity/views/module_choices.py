"""The choices of the page: which kartlegging, which framework, which aspect, in which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.charts.scores import ASPECTS, Aspect
from maturity.errors import UserError
from maturity.language import _
from maturity.reference import reference
from maturity.views.choosers import one_instrument, one_round
from maturity.views.choosing import Block, Choosing
from maturity.views.rounds import Round, offered

KEYS = ("rammeverk", "kartlegging", "aspekt", "sortering")
AREA = "omrade:"  # an order by one area's mean, never by a total


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the reader has chosen; the key under which the page's results are kept."""

    asked: Round
    aspect: Aspect
    order: str


def orders(instrument: str) -> dict[str, str]:
    """Return the orders of the kommuner by code: region, name, and the mean of each area."""
    areas = {
        f"{AREA}{area.key}": _("Snittet i {area}").format(area=area.label.lower())
        for area in reference().instruments[instrument].areas
    }
    return {"region": _("Region"), "navn": _("Navn")} | areas


def in_order(viewer: Viewer, instrument: str) -> bool:
    """Tell whether there is more than one kommune to put in order, and so a choice of how."""
    return len(viewer.knows(instrument)) > 1


def choose(
    data: queries.Data, *, viewer: Viewer, chosen: Choosing, blocks: Sequence[Block]
) -> Asked:
    """Return what is asked; the four choices stand in a block each.

    Raises UserError where there is no survey round to choose.
    """
    rounds = offered(data, viewer=viewer)
    if not rounds:
        raise UserError(_("Ingen kartlegging har svar som du kan se."))
    with blocks[1]:  # first, for the framework decides in which rounds it was asked
        instrument = one_instrument(chosen, rounds)
    with blocks[0]:
        survey_round = one_round(chosen, rounds[instrument])
    names = aspects(reference().instruments[instrument])
    with blocks[2]:
        aspect = chosen.one(
            _("Hva vises"), "aspekt", list(names), name=names.__getitem__, default="now"
        )
    known, order = orders(instrument), "region"
    if in_order(viewer, instrument):
        with blocks[3]:
            order = chosen.one(
                _("Rekkefølge"), "sortering", list(known), name=known.__getitem__, default="region"
            )
    chosen.tell()
    return Asked(
        asked=rounds[instrument][survey_round],
        aspect=ASPECTS[aspect],
        order=order,
    )
