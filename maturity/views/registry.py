"""Every view there is, by the name that its address begins with."""

from maturity import queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.language import _
from maturity.view import View
from maturity.views import (
    barriers,
    kinds,
    kommune_agreement,
    kommune_charts,
    kommune_movement,
    kommune_place,
    module_figures,
    network_charts,
    overview,
    overview_parts,
)
from maturity.views.choosing import Told
from maturity.views.kinds import Kind

VIEWS: dict[str, Kind] = {
    "trapp": kinds.of_kommune(kommune_charts.stairs),
    "evner": kinds.of_kommune(kommune_charts.circle),
    "veien": kinds.of_kommune(kommune_charts.gaps),
    "enighet": kinds.of_kommune(kommune_agreement.agreed),
    "plass": kinds.of_kommune(kommune_place.placed),
    "flyttet": kinds.of_kommune(kommune_movement.movement),
    "sammenlign": Kind(page="sammenlign", make=kinds.compared),
    "modul": kinds.of_module(module_figures.heat),
    "spredning": kinds.of_module(module_figures.apart),
    "profiler": kinds.of_module(module_figures.profiles),
    "utvikling": Kind(page="utvikling", make=kinds.network),
    "linjer": Kind(page="utvikling", make=kinds.lines),
    "kart": kinds.answering(overview.answering_map, everybody=True),
    "svar": kinds.answering(overview.answering_rounds, everybody=True),
    "deltakelse": kinds.answering(overview_parts.parts, everybody=False),
    "nordland": Kind(page="", make=kinds.nordland),
    "nordlandstrapp": kinds.of_network(network_charts.stairs, ordered=True),
    "nordlandsveien": kinds.of_network(network_charts.gaps, ordered=False),
    "endring": Kind(page="", make=kinds.changed),
    "barrierer": kinds.of_comments(barriers.themes_view),
    "fordelt": kinds.of_comments(barriers.grid_view),
    "samarbeid": Kind(page="samarbeid", make=kinds.partners),
    "par": Kind(page="samarbeid", make=kinds.pairs),
    "grupper": Kind(page="samarbeid", make=kinds.groups),
}


def page_of(address: str) -> str:
    """Return the address of the page that a view stands on, with the view's choices."""
    name, mark, query = address.partition("?")
    return f"{VIEWS[name].page}{mark}{query}"


def numbers_at(address: str) -> str:
    """Return the address of a view's numbers, for programs; .json in the place of .csv does too."""
    name, mark, query = address.partition("?")
    return f"{name}.csv{mark}{query}"


def view(address: str, *, data: queries.Data, viewer: Viewer) -> View:
    """Return the view of an address, as «evner?k=1804&gruppe=nordland», with all it may show.

    What the address does not say is chosen as the page chooses it. Raises UserError where it asks
    for what does not exist, or what the viewer may not see.
    """
    name, _mark, query = address.partition("?")
    if name not in VIEWS:
        raise UserError(_("Det finnes ingen figur som heter «{name}».").format(name=name[:80]))
    return VIEWS[name].make(data, viewer=viewer, chosen=Told(query))
