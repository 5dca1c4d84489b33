"""A deck as it is shown to a hall: all that goes to the browser, and nothing besides."""

from dataclasses import dataclass
from typing import Any

from maturity import naming, queries
from maturity.access import Viewer
from maturity.deck import Deck
from maturity.exports.stage_room import room, texts
from maturity.language import _
from maturity.names_found import without_names
from maturity.naming import Letters
from maturity.reference import reference
from maturity.stage.view import staged
from maturity.views import decks, revealing
from maturity.views.revealing import Hall


@dataclass(frozen=True, kw_only=True)
class Showing:
    """What a hall is shown, and who is still without a name.

    `show` is plain values for JSON: title, version, and `views`, the first of them the front. Of
    each slide `left` has the kommuner that may get their names yet, by letter, in order. `about`
    are all whom it is about, by letter or by name.
    """

    show: dict[str, Any]
    left: tuple[dict[str, str], ...]
    about: frozenset[str]


def showing(
    deck: Deck, *, data: queries.Data, viewer: Viewer, hall: Hall, dark: bool, notes: bool = False
) -> Showing:
    """Return what is shown of a deck; with `notes` what the speaker wrote too.

    What this viewer may not see is left out.
    """
    shown_as, left, about = _called(deck, data=data, viewer=viewer, hall=hall)
    letters = shown_as.naming
    views: list[dict[str, Any]] = []
    with naming.called(letters):
        for at, it in enumerate(decks.shown(shown_as, data=data, viewer=viewer)):
            if it.view is None:
                continue
            said: dict[str, Any] = {"slide": at, "unnamed": list(left[at])}
            said |= texts(it.view, title=_told(it.slide.title, letters), dark=dark)
            if notes:
                said["notes"] = _told(it.slide.notes, letters)
            for number, (figures, part) in enumerate(staged(it.view, dark=dark, most=room(said))):
                views.append({**said, "part": part, "later": number > 0, "figures": figures})
        title = _told(deck.title, letters) or _("Digital modenhet i Nordland")
        front = _front(title, views, version=data.version, notes=notes)
    show = {"title": title, "version": data.version, "views": [front, *views]}
    return Showing(show=show, left=left, about=about)


def unnamed(
    deck: Deck, *, data: queries.Data, viewer: Viewer, hall: Hall
) -> tuple[dict[str, str], ...]:
    """Return who of each slide may get a name yet, without making what is shown of it."""
    return _called(deck, data=data, viewer=viewer, hall=hall)[1]


def _called(
    deck: Deck, *, data: queries.Data, viewer: Viewer, hall: Hall
) -> tuple[Deck, tuple[dict[str, str], ...], frozenset[str]]:
    """Return the deck as it is shown, who of each slide may get a name yet, and who is in it."""
    slides = revealing.with_names(deck, data=data, viewer=viewer)
    allowed = revealing.nameable(slides, viewer=viewer, hall=hall)
    shown_as = revealing.as_shown(deck, slides=slides, allowed=allowed)
    letters = shown_as.naming
    left = tuple(_left(it.view.kommuner if it.view else (), letters, allowed) for it in slides)
    return shown_as, left, revealing.about(slides)


def _left(
    kommuner: tuple[str, ...], letters: Letters | None, allowed: frozenset[str]
) -> dict[str, str]:
    """Return who of a slide's kommuner may get a name yet, by letter."""
    if letters is None:
        return {}
    with naming.called(None):
        known = letters.of(reference().kommuner)
    hidden = [code for code in kommuner if code in allowed - letters.revealed]
    in_order = sorted(hidden, key=lambda code: (len(known[code]), known[code]))
    return {known[code]: code for code in in_order}


def _told(text: str, letters: Letters | None) -> str:
    """Return what the presenter wrote, with letters for the names that are not to be told."""
    return text if letters is None else without_names(text, letters=letters)


def _front(title: str, views: list[dict[str, Any]], *, version: int, notes: bool) -> dict[str, Any]:
    notice = next((it["notice"] for it in views if it["notice"]), "")
    said = _("Grunnlag for samtale, ikke en rangering.")
    told = _("Dataversjon {version}").format(version=version)
    return {
        "slide": -1,
        "unnamed": [],
        "message": title,
        "what": f"{said} {told}.",
        "notice": notice,
        "source": _("? viser tastene"),
        "figures": None,
        **({"notes": ""} if notes else {}),
    }
