"""The presentations that are open: kept by the server, so that every window shows the same.

A stage's address holds nothing but a sign that cannot be guessed: who is who stays here.
"""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, replace
from threading import Lock

from maturity.deck import Deck

MOST = 500  # the one that was used longest ago makes room

_running: OrderedDict[str, "Running"] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, kw_only=True)
class Running:
    """An open presentation; `owner` is whose it is as the log calls them, None: nobody known."""

    deck: Deck
    owner: str | None


def begin(deck: Deck, *, owner: str | None) -> str:
    """Open a presentation; return its sign."""
    sign = secrets.token_urlsafe(16)
    with _lock:
        _running[sign] = Running(deck=deck, owner=owner)
        while len(_running) > MOST:
            _running.popitem(last=False)
    return sign


def deck_of(sign: str, *, owner: str | None) -> Deck | None:
    """Return an open presentation; None where there is none of that sign, or it is another's."""
    with _lock:
        found = _running.get(sign)
        if found is None or found.owner != owner:
            return None
        _running.move_to_end(sign)
        return found.deck


def change(sign: str, deck: Deck) -> None:
    """Let this be the presentation of a sign from now on, if it is still open."""
    with _lock:
        if sign in _running:
            _running[sign] = replace(_running[sign], deck=deck)
