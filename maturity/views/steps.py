"""The same figure one step away: the target after today, the kartlegging before or after."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from maturity import queries
from maturity.access import Viewer
from maturity.deck import Deck, Slide
from maturity.language import _
from maturity.views import decks
from maturity.views.choosing import address as address_of
from maturity.views.rounds import offered

OF_ASPECT = frozenset(("sammenlign", "modul", "profiler", "grupper"))


@dataclass(frozen=True, kw_only=True)
class Step:
    """A figure that can stand beside another, `before` or after it: the first moves into it."""

    address: str
    label: str
    before: bool


def steps(address: str, *, data: queries.Data, viewer: Viewer) -> tuple[Step, ...]:
    """Return the steps from a figure that can be shown, maybe none."""
    name, _mark, query = address.partition("?")
    chosen = {key: told[0] if len(told) == 1 else told for key, told in parse_qs(query).items()}
    found = []
    if name in OF_ASPECT and chosen.get("aspekt", "now") == "now":
        target = address_of(name, chosen | {"aspekt": "target"})
        found.append(Step(address=target, label=_("Målet"), before=False))
    asked = chosen.get("kartlegging")
    for code, rounds in offered(data, viewer=viewer).items():
        if asked not in rounds or chosen.get("rammeverk", code) != code:
            continue
        newest_first = list(rounds)
        for at, (other, it) in enumerate(rounds.items()):
            step = address_of(name, chosen | {"kartlegging": other})
            if other != asked and all(step != one.address for one in found):
                before = at > newest_first.index(str(asked))
                found.append(Step(address=step, label=it.label, before=before))
    asked_for = Deck(slides=tuple(Slide(address=it.address) for it in found))
    shown = decks.shown(asked_for, data=data, viewer=viewer)
    return tuple(it for it, one in zip(found, shown, strict=True) if one.view is not None)
