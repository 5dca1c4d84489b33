"""What lets a reader go on with a presentation's numbers after newer ones came: that they saw them.

Differences between versions of the data are not guarded, and staff alone may open any. Who was here
while a version was the newest could have written it down; so a deck that is bound to it says, by a
keyed hash that nobody else can make, whose it was then.
"""

import hmac

from maturity.deck import Deck
from maturity.intake.pseudonym import key_for
from maturity.settings import answers_path

LETTERS = 32  # of the hash


def bonded(deck: Deck, *, newest: int, owner: str | None) -> Deck:
    """Return a deck, bound to the newest version by somebody known, with their bond to it."""
    if deck.version != newest or owner is None:
        return deck
    return deck.model_copy(update={"bond": _bond(newest, owner)})


def holds(deck: Deck, *, owner: str) -> bool:
    """Tell whether a deck's bond to its version is this reader's."""
    if deck.version is None:
        return False
    return hmac.compare_digest(deck.bond.encode(), _bond(deck.version, owner).encode())


def _bond(version: int, owner: str) -> str:
    of = key_for(b"bond", answers_path())
    return hmac.new(of, f"{version} {owner}".encode(), "sha256").hexdigest()[:LETTERS]
