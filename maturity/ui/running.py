"""The presentations that are open: kept by the server, so that every window shows the same.

A stage's address holds nothing but a sign that cannot be guessed: who is who stays here.
"""

import secrets
from collections import Counter, OrderedDict
from dataclasses import dataclass, replace
from threading import Lock

from maturity.deck import Deck

# Of whoever has too many, the one that was used longest ago makes room: nobody's stage ends because
# another opens hundreds. Who has not signed in is nobody known, and may be a whole hall.
MOST_OF_ONE = 30
MOST = 500

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
        owned = Counter(it.owner for it in _running.values())
        if owner is not None and owned[owner] > MOST_OF_ONE:
            _forget_one(owner)
        elif len(_running) > MOST:
            _forget_one(owned.most_common(1)[0][0])
    return sign


def _forget_one(owner: str | None) -> None:
    """Let go of what this owner has used longest ago."""
    del _running[next(sign for sign, it in _running.items() if it.owner == owner)]


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
