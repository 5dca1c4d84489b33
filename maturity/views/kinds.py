"""How the choices of a page, or of an address, become a view: one maker for each kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.errors import UserError
from maturity.language import _
from maturity.reference import reference
from maturity.view import View
from maturity.views import (
    barriers_choices,
    collaboration,
    collaboration_choices,
    collaboration_pairs,
    compare,
    compare_choices,
    development_choices,
    development_network,
    development_slope,
    group_scores,
    kommune_choices,
    module_choices,
    module_figures,
    overview_change,
    overview_nordland,
)
from maturity.views.choosers import one_instrument, one_round
from maturity.views.choosing import NOWHERE, Choosing
from maturity.views.development import Step
from maturity.views.kommune import OwnKommune
from maturity.views.limits import sees_everybody
from maturity.views.rounds import Round, offered


class Make(Protocol):
    """Makes a view of what is chosen; raises UserError where there is nothing of the kind."""

    def __call__(self, data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
        """Choose, and return the view."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of view; `page` is the address of the page that it stands on, with its choices."""

    page: str
    make: Make


def of_kommune(draw: Callable[..., View]) -> Kind:
    """Return a kind of view of one kommune."""

    def make(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
        asked: OwnKommune = kommune_choices.choose(
            data, viewer=viewer, chosen=chosen, blocks=[NOWHERE] * 3
        )
        return draw(data, viewer=viewer, asked=asked)

    return Kind(page="kommune", make=make)


def of_module(draw: Callable[..., View]) -> Kind:
    """Return a kind of view of one kartlegging."""

    def make(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
        asked = module_choices.choose(data, viewer=viewer, chosen=chosen, blocks=[NOWHERE] * 4)
        if draw is module_figures.heat and not viewer.knows_all([asked.asked.instrument]):
            return group_scores.group_scores(
                data, viewer=viewer, asked=asked.asked, aspect=asked.aspect
            )
        return draw(data, viewer=viewer, asked=asked)

    return Kind(page="modul", make=make)


def compared(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
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


def network(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
    """Return how Nordland moved."""
    return development_network.network(
        data, viewer=viewer, step=_step(data, viewer=viewer, chosen=chosen)[1]
    )


def lines(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
    """Return one dimension through the rounds; UserError where no kommune may be seen."""
    asked, step = _step(data, viewer=viewer, chosen=chosen)
    if not asked.kommune:
        raise UserError(_("Enkeltkommuner vises ikke her, for ingen er åpnet for deg."))
    return development_slope.lines(data, viewer=viewer, asked=asked, step=step)


def _step(
    data: queries.Data, *, viewer: Viewer, chosen: Choosing
) -> tuple[development_choices.Asked, Step]:
    asked, _notes = development_choices.choose(
        data, viewer=viewer, chosen=chosen, what=NOWHERE, who=NOWHERE
    )
    if asked.step is None:
        raise UserError(overview_change.once_only(asked.newest))
    return asked, asked.step


def answering(make: Callable[..., View], *, everybody: bool) -> Kind:
    """Return a kind of view without choices, of single kommuner or of how many they are."""

    def made(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
        chosen.tell()
        if everybody and not sees_everybody(viewer):
            raise UserError(_("Hvem som har svart, vises bare til den som ser kommunene."))
        return make(data, viewer=viewer)

    return Kind(page="", make=made)


def nordland(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
    """Return where Nordland stands in one round."""
    asked = _one_round(data, viewer=viewer, chosen=chosen)
    chosen.tell()
    return overview_nordland.profile(data, viewer=viewer, asked=asked)


def of_network(draw: Callable[..., View], *, ordered: bool) -> Kind:
    """Return a kind of view of Nordland, on frameworks whose dimensions are steps or are not."""

    def make(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
        asked = _one_round(data, viewer=viewer, chosen=chosen, ordered=ordered)
        chosen.tell()
        return draw(data, viewer=viewer, asked=asked)

    return Kind(page="", make=make)


def changed(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
    """Return what has changed since the round before; UserError where there is none."""
    rounds = offered(data, viewer=viewer)
    instrument = one_instrument(chosen, rounds)
    chosen.tell()
    found = overview_change.changed(data, viewer=viewer, instrument=instrument)
    if found is None:
        newest = next(iter(rounds[instrument].values()))
        raise UserError(overview_change.once_only(newest))
    return found


def groups(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
    """Return the groups beside each other."""
    asked = _one_round(data, viewer=viewer, chosen=chosen)
    names = aspects(reference().instruments[asked.instrument])
    aspect = chosen.one("", "aspekt", list(names), name=str, default="gap")
    chosen.tell()
    return group_scores.group_scores(data, viewer=viewer, asked=asked, aspect=aspect)  # type: ignore[arg-type]


def _one_round(
    data: queries.Data, *, viewer: Viewer, chosen: Choosing, ordered: bool | None = None
) -> Round:
    known = reference().instruments
    rounds = {
        code: found
        for code, found in offered(data, viewer=viewer).items()
        if ordered in (None, known[code].ordered)
    }
    if not rounds:
        raise UserError(_("Ingen kartlegging har svar som du kan se."))
    instrument = one_instrument(chosen, rounds)
    return rounds[instrument][one_round(chosen, rounds[instrument])]


def of_comments(draw: Callable[..., View]) -> Kind:
    """Return a kind of view of the themes of comments."""

    def make(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
        asked = barriers_choices.choose(
            data, viewer=viewer, chosen=chosen, what=NOWHERE, part=NOWHERE
        )
        # The page's address will do here too.
        barriers_choices.whose(data, viewer=viewer, chosen=chosen, asked=asked)
        chosen.tell()
        return draw(data, viewer=viewer, asked=asked)

    return Kind(page="barrierer", make=make)


def partners(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
    """Return whom a kommune could call."""
    return collaboration.partners_view(
        data, viewer=viewer, asked=_collaborating(data, viewer=viewer, chosen=chosen)
    )


def pairs(data: queries.Data, *, viewer: Viewer, chosen: Choosing) -> View:
    """Return every pair with something to give."""
    asked = _collaborating(data, viewer=viewer, chosen=chosen)
    return collaboration_pairs.matrix(data, viewer=viewer, asked=asked.asked, weights=asked.weights)


def _collaborating(
    data: queries.Data, *, viewer: Viewer, chosen: Choosing
) -> collaboration_choices.Asked:
    places = [NOWHERE] * len(collaboration_choices.WEIGHTS)
    asked = collaboration_choices.choose(
        data, viewer=viewer, chosen=chosen, who=NOWHERE, when=NOWHERE, how=lambda: places
    )
    if not collaboration.others_known(viewer, asked=asked):
        raise UserError(
            _("Hvem som kan hjelpe hvem, sies bare om kommuner som har åpnet profilen for deg.")
        )
    return asked
