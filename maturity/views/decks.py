"""Decks made: the views of a deck, the decks that stand ready, and what changed in one."""

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import parse_qs

from maturity import naming, queries
from maturity.access import Viewer
from maturity.deck import Deck, Slide, from_address, from_file
from maturity.errors import UserError
from maturity.language import _
from maturity.reference import reference
from maturity.view import View
from maturity.views.choosing import address
from maturity.views.registry import view
from maturity.views.rounds import offered

OF_KOMMUNE = ("trapp", "evner", "veien", "enighet", "plass", "flyttet")
# The columns with a kommune's own numbers, by whichever chart.
OWN = ("now", "target", "mean", "people", "own", "earlier", "later")
OF_MODULE = ("modul", "spredning", "profiler", "barrierer")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One slide as it can be shown: its view, else why there is none."""

    slide: Slide
    view: View | None
    refused: str = ""


def shown(deck: Deck, *, data: queries.Data, viewer: Viewer) -> tuple[Shown, ...]:
    """Return the slides with their views, by names or letters as the deck has it."""
    found = []
    with naming.called(deck.naming):
        for slide in deck.slides:
            try:
                own = view(slide.address, data=data, viewer=viewer)
            except UserError as why:
                found.append(Shown(slide=slide, view=None, refused=why.message))
            else:
                found.append(Shown(slide=slide, view=own))
    return tuple(found)


def told_apart(views: Sequence[View]) -> tuple[View, ...]:
    """Return the views, those of one title with their framework in it."""
    titles = Counter(view.title for view in views)
    return tuple(
        replace(view, about=replace(view.about, title=f"{view.title} – {view.instrument.label}"))
        if titles[view.title] > 1 and view.instrument
        else view
        for view in views
    )


def opened(content: bytes) -> Deck | None:
    """Return the deck of a file; None where it is none of ours."""
    try:
        return from_file(content)
    except UserError:
        return None


def attempted(make: Callable[[], Deck]) -> tuple[Deck | None, str]:
    """Return the deck that is made, or why it cannot be."""
    try:
        return make(), ""
    except UserError as why:
        return None, why.message


def addressed(text: str) -> tuple[Deck | None, str]:
    """Return the deck that an address has whole, or why there is none."""
    return attempted(partial(from_address, text))


def hide(deck: Deck, *, kommuner: Iterable[str] = ()) -> Deck:
    """Return the deck with names hidden: the first letters for those that it is about."""
    return lettered(deck, kommuner=kommuner).model_copy(update={"hidden": True})


def lettered(deck: Deck, *, kommuner: Iterable[str] = ()) -> Deck:
    """Return the deck with a letter for everybody, hidden or not; whoever had one keeps it."""
    own = [code for it in deck.slides for code in _asked_of(it.address)]
    first = tuple(dict.fromkeys([*deck.letters, *own, *kommuner]))
    known = reference().kommuner
    return deck.model_copy(
        update={
            "letters": tuple(code for code in first if code in known),
            "seed": deck.seed or secrets.token_hex(16),
        }
    )


def nordland(data: queries.Data, *, viewer: Viewer) -> Deck:
    """Return the deck «Nordland i dag», of what this viewer may see."""
    rounds = offered(data, viewer=viewer)
    newest = {code: next(iter(found)) for code, found in rounds.items()}
    steps = {code for code in newest if reference().instruments[code].ordered}
    addresses = [
        address(name, {"rammeverk": code, "kartlegging": it})
        for code, it in sorted(newest.items(), key=lambda one: one[0] not in steps)
        for name in (("nordlandstrapp",) if code in steps else ("nordland", "nordlandsveien"))
    ]
    addresses += [
        address("spredning", {"rammeverk": code, "kartlegging": it}) for code, it in newest.items()
    ]
    addresses += [address("endring", {"rammeverk": code}) for code in newest]
    return _ready(
        _("Nordland i dag"), ["deltakelse", *addresses, "barrierer"], data=data, viewer=viewer
    )


def of_kommune(data: queries.Data, *, viewer: Viewer, kommune: str) -> Deck:
    """Return the deck of one kommune; UserError where nothing of it may be shown."""
    if kommune not in viewer.named:
        raise UserError(_("Du har ikke tilgang til denne kommunen."))
    title = _("{kommune}: digital modenhet").format(kommune=reference().kommuner[kommune].name)
    addresses = [f"{name}?k={kommune}" for name in OF_KOMMUNE]
    deck = _ready(title, addresses, data=data, viewer=viewer, wanted=_tells)
    if not deck.slides:
        words = _("{kommune}: ingen av figurene har tall som kan vises.")
        raise UserError(words.format(kommune=reference().kommuner[kommune].name))
    return deck


def _tells(own: View) -> bool:
    """Tell whether a view of a kommune has any number of its own: one without is for its page."""
    frame = own.frame
    if "series_kind" in frame:
        frame = frame[frame["series_kind"] == "kommune"]
    return bool(frame[[it for it in OWN if it in frame]].notna().to_numpy().any())


def of_module(data: queries.Data, *, viewer: Viewer, survey_round: str) -> Deck:
    """Return the deck of one kartlegging; UserError where it is not known."""
    found = [
        (code, rounds[survey_round])
        for code, rounds in offered(data, viewer=viewer).items()
        if survey_round in rounds
    ]
    if not found:
        raise UserError(_("Det finnes ingen slik kartlegging."))
    addresses = [
        address(
            name,
            {"kartlegging": survey_round} | ({"rammeverk": code} if name != "barrierer" else {}),
        )
        for code, _round in found
        for name in OF_MODULE
    ]
    return _ready(found[0][1].label, list(dict.fromkeys(addresses)), data=data, viewer=viewer)


def _ready(
    title: str,
    addresses: list[str],
    *,
    data: queries.Data,
    viewer: Viewer,
    wanted: Callable[[View], bool] = lambda _own: True,
) -> Deck:
    """Return a deck of those views that can be made and are wanted, bound to these data."""
    asked = Deck(title=title, slides=tuple(Slide(address=it) for it in addresses))
    found = [it.view for it in shown(asked, data=data, viewer=viewer) if it.view is not None]
    views = [it for it in found if wanted(it)]
    slides = tuple(Slide(address=it) for it in dict.fromkeys(it.address for it in views))
    return Deck(title=title, slides=slides, version=data.version)


def _asked_of(address: str) -> list[str]:
    """Return the kommuner that an address asks for."""
    choices = parse_qs(address.partition("?")[2])
    return [*choices.get("k", []), *choices.get("kommune", [])]
