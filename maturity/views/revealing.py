"""Who may be called by name before a hall, and by which letters a deck is shown."""

from dataclasses import dataclass

from maturity import naming, queries
from maturity.access import Viewer
from maturity.deck import Deck
from maturity.naming import Letters
from maturity.reference import reference
from maturity.sharing import Profile
from maturity.views import decks
from maturity.views.decks import Shown

# What shows of a kommune no more than its profile: mean and number of answers on a framework.
PROFILES = frozenset(("trapp", "evner", "veien", "sammenlign", "modul", "profiler", "linjer"))


@dataclass(frozen=True, kw_only=True)
class Hall:
    """What a hall may be told: everybody's name, or the names of profiles opened to everybody."""

    everybody: bool = False
    opened: frozenset[Profile] = frozenset()


def with_names(deck: Deck, *, data: queries.Data, viewer: Viewer) -> tuple[Shown, ...]:
    """Return the slides as their presenter sees them: for asking who is in them, not for showing.

    A view's `kommuner` are whom it is about; one that cannot be made is about nobody.
    """
    named = deck.model_copy(update={"hidden": False})
    with naming.called(None):
        return decks.shown(named, data=data, viewer=viewer)


def about(slides: tuple[Shown, ...]) -> frozenset[str]:
    """Return the kommuner that slides are about, by number."""
    return frozenset(code for it in slides if it.view is not None for code in it.view.kommuner)


def nameable(slides: tuple[Shown, ...], *, viewer: Viewer, hall: Hall) -> frozenset[str]:
    """Return whose names all of these slides may be shown with.

    A letter is the same throughout: whoever learns it on one slide knows it on all. So each slide
    that a kommune is in has to show what it has opened, and no more. A leader's own are theirs.
    """
    if hall.everybody:
        return about(slides)
    closed = {
        code
        for it in slides
        if it.view is not None
        for code in it.view.kommuner
        if it.slide.address.partition("?")[0] not in PROFILES
        or it.view.instrument is None
        or (code, it.view.instrument.key) not in hall.opened
    }
    return about(slides) - closed | (about(slides) & viewer.own)


def as_shown(deck: Deck, *, slides: tuple[Shown, ...], allowed: frozenset[str]) -> Deck:
    """Return the deck as a hall may see it: letters for all who are not to be named.

    Whatever a deck says, nobody is named who is not `allowed`: it may come from anybody.
    """
    if not deck.hidden and about(slides) <= allowed:
        return deck
    revealed = allowed & frozenset(deck.revealed) if deck.hidden else allowed
    return deck.model_copy(update={"hidden": True, "revealed": tuple(sorted(revealed))})


def prepared(deck: Deck, *, slides: tuple[Shown, ...], own: frozenset[str]) -> Deck:
    """Return a deck with a letter for every kommune, which it keeps whatever is added.

    One that comes without letters hides its names, unless it is about nobody but the viewer's own.
    """
    if len(deck.letters) >= len(reference().kommuner):
        return deck
    known = decks.lettered(deck, kommuner=())
    order = Letters(first=known.letters, seed=known.seed).of(reference().kommuner)
    hidden = deck.hidden or bool(about(slides) - own)
    return known.model_copy(update={"letters": tuple(order), "hidden": hidden})
