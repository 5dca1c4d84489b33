"""What a reader takes along of a presentation: which one, and whether kommuner are named in it."""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from maturity import naming, queries
from maturity.access import Viewer
from maturity.deck import Deck
from maturity.language import _
from maturity.names_found import without_names
from maturity.view import View
from maturity.views import decks, revealing
from maturity.views.choosers import one_kommune, one_round
from maturity.views.choosing import Block, Choosing
from maturity.views.kommune_choices import first_kommune, rounds_offered
from maturity.views.kommune_report import title_of

KEYS = ("utvalg", "k", "kartlegging", "navn")
# The same deck has the same letters for whoever takes it along, for as long as the server runs.
SECRET = secrets.token_bytes(16)


@dataclass(frozen=True, kw_only=True)
class Packed:
    """A deck as it is taken along, and `told`: the choices by which an address asks for it again.

    `views` are those that can be shown, `notes` and `messages` what the speaker has written to
    each of them, `left_out` why others cannot, a sentence each. Where kommuner have letters,
    nothing of it names one but `about`, which is for the log: all whom it is about.
    """

    title: str
    version: int
    views: tuple[View, ...]
    notes: tuple[str, ...]
    messages: tuple[str, ...]
    left_out: tuple[str, ...]
    told: tuple[tuple[str, str], ...]
    about: frozenset[str]


def choose(
    data: queries.Data,
    *,
    viewer: Viewer,
    chosen: Choosing,
    blocks: Sequence[Block],
    own: Deck,
    bound: queries.Data | None,
) -> Packed:
    """Return what is taken along; the blocks are three.

    `own` is what the reader has gathered, `bound` the data of its version, None where it is gone.
    """
    what, which, how = blocks
    names = {"nordland": _("Nordland i dag")}
    names |= {"kommune": _("En kommune")} if viewer.named else {}
    names |= {"modul": _("En kartlegging")}
    names |= {"egen": own.title or _("Figurene jeg har samlet")} if own.slides else {}
    with what:
        kind = chosen.one(
            _("Presentasjon"), "utvalg", list(names), name=names.__getitem__, default="nordland"
        )
    told = {"utvalg": kind} if kind != "egen" else {}  # what one has gathered is in no address
    kommune, refused = "", ""
    with which:
        if kind == "kommune":
            first = first_kommune(data, viewer=viewer)
            kommune = one_kommune(chosen, among=viewer.named, default=first)
            make = partial(decks.of_kommune, data, viewer=viewer, kommune=kommune)
            made, refused = decks.attempted(make)
            deck = made or Deck(version=data.version)
        elif kind == "modul":
            code = one_round(chosen, rounds_offered(data, viewer=viewer))
            told |= {"kartlegging": code}
            deck = decks.of_module(data, viewer=viewer, survey_round=code)
        else:
            deck = own if kind == "egen" else decks.nordland(data, viewer=viewer)
    called = {"bokstaver": _("Bokstaver"), "navn": _("Navn")}
    with how:
        way = chosen.one(
            _("Kommunene heter"),
            "navn",
            list(called),
            name=called.__getitem__,
            default="bokstaver",
            radio=True,
        )
    chosen.tell()
    if way == "navn" and told:
        # Whose deck it is stands in an address only where the name may.
        told |= {"navn": way} | ({"k": kommune} if kommune else {})
    deck = deck.model_copy(update={"hidden": False}) if way == "navn" else lettered(deck)
    of = bound if kind == "egen" else data
    taken = packed(of, newest=data, viewer=viewer, deck=deck, kommune=kommune, told=told)
    return replace(taken, left_out=(refused,)) if refused else taken


def packed(
    bound: queries.Data | None,
    *,
    newest: queries.Data,
    viewer: Viewer,
    deck: Deck,
    kommune: str,
    told: dict[str, str],
) -> Packed:
    """Return a deck's views, of the data that it is bound to; `kommune` is whose deck it is."""
    slides = () if bound is None else decks.shown(deck, data=bound, viewer=viewer)
    gone = _(
        "Tallene som presentasjonen er bundet til, finnes ikke lenger, eller er ikke åpne for deg. "
        "Oppdater dem på siden "
        "«Presentasjon»."
    )
    left_out = [gone] if bound is None else [it.refused for it in slides if not it.view]
    with naming.called(deck.naming):
        title = title_of(kommune) if kommune else _written(deck, deck.title)
    return Packed(
        title=title or _("Digital modenhet i Nordland"),
        version=newest.version if bound is None else bound.version,
        views=decks.told_apart([it.view for it in slides if it.view]),
        notes=tuple(_written(deck, it.slide.notes) for it in slides if it.view),
        messages=tuple(_written(deck, it.slide.title) for it in slides if it.view),
        left_out=tuple(dict.fromkeys(left_out)),
        about=frozenset() if bound is None else _about(deck, data=bound, viewer=viewer),
        told=tuple(told.items()),
    )


def _about(deck: Deck, *, data: queries.Data, viewer: Viewer) -> frozenset[str]:
    return revealing.about(revealing.with_names(deck, data=data, viewer=viewer))


def _written(deck: Deck, text: str) -> str:
    """Return what the presenter wrote, with letters for names that are hidden."""
    return text if deck.naming is None else without_names(text, letters=deck.naming)


def lettered(deck: Deck) -> Deck:
    """Return the deck with a letter for every name, the same each time for these slides.

    What it keeps of letters stays; who has been revealed in a hall is not in what is handed out.
    """
    if not deck.seed:
        what = "\n".join([str(deck.version), *(it.address for it in deck.slides)])
        seed = hmac.digest(SECRET, what.encode(), "sha256").hex()[:32]
        deck = deck.model_copy(update={"seed": seed})
    return decks.hide(deck.model_copy(update={"revealed": ()}))
