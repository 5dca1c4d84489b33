"""Every view there is, by the name that its address begins with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from maturity import queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.language import _
from maturity.view import View
from maturity.views import (
    compare,
    compare_choices,
    kommune_agreement,
    kommune_charts,
    kommune_choices,
    kommune_place,
    module_choices,
    module_figures,
)
from maturity.views.choosing import NOWHERE, Choosing, Told
from maturity.views.kommune import OwnKommune


class Make(Protocol):
    """Makes a view of what is chosen; raises UserError where there is nothing of the kind."""

    def __call__(self, data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
        """Choose, and return the view."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of view; `page` is the address of the page that it stands on, with its choices."""

    page: str
    make: Make


def _of_kommune(draw: Callable[..., View]) -> Kind:
    def make(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
        asked: OwnKommune = kommune_choices.choose(
            data, viewer=viewer, chosen=chosen, blocks=[NOWHERE] * 3
        )
        return draw(data, viewer=viewer, asked=asked)

    return Kind(page="kommune", make=make)


def _of_module(draw: Callable[..., View]) -> Kind:
    def make(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
        asked = module_choices.choose(data, viewer=viewer, chosen=chosen, blocks=[NOWHERE] * 4)
        return draw(data, viewer=viewer, asked=asked)

    return Kind(page="modul", make=make)


def _compared(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
    """Return a comparison; of a profile in two parts, the one that the address asks for."""
    parts = list(compare.PARTS.values())
    part = chosen.one("", "del", parts, name=str, default="")
    asked, way = compare_choices.choose(
        data, viewer=viewer, chosen=chosen, who=NOWHERE, what=NOWHERE
    )
    if not asked.kommuner and not asked.groups:
        raise UserError(_("Velg minst én kommune, eller noe å sammenligne med."))
    drawn = compare.compared(data, viewer=viewer, asked=asked, way=way)
    at = parts.index(part) if part and len(drawn) > 1 else 0
    return drawn[at]


VIEWS: dict[str, Kind] = {
    "trapp": _of_kommune(kommune_charts.stairs),
    "evner": _of_kommune(kommune_charts.circle),
    "veien": _of_kommune(kommune_charts.gaps),
    "enighet": _of_kommune(kommune_agreement.agreed),
    "plass": _of_kommune(kommune_place.placed),
    "sammenlign": Kind(page="sammenlign", make=_compared),
    "modul": _of_module(module_figures.heat),
    "spredning": _of_module(module_figures.apart),
    "profiler": _of_module(module_figures.profiles),
}


def page_of(address: str) -> str:
    """Return the address of the page that a view stands on, with the view's choices."""
    name, mark, query = address.partition("?")
    return f"{VIEWS[name].page}{mark}{query}"


def view(address: str, *, data: queries.Data, viewer: Viewer) -> View:
    """Return the view of an address, as «evner?k=1804&gruppe=nordland», with all it may show.

    What the address does not say is chosen as the page chooses it. Raises UserError where it asks
    for what does not exist, or what the viewer may not see.
    """
    name, _mark, query = address.partition("?")
    if name not in VIEWS:
        raise UserError(_("Det finnes ingen figur som heter «{name}».").format(name=name[:80]))
    return VIEWS[name].make(data, viewer=viewer, chosen=Told(query))
