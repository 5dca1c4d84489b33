"""Whether kommuner are called by their names or by letters, in this run.

Held in a context variable, as the language is: under `hidden` the reference data call every
kommune by a letter, and so does whatever is made of them.
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from string import ascii_uppercase

from maturity.language import _


@dataclass(frozen=True, kw_only=True)
class Letters:
    """Which kommune has which letter, the same for as long as these are kept together.

    Those in `first` have the first letters, in that order; the others follow in one that `seed`
    decides. An alphabet's order would tell who is who, and so would the seed: neither goes with
    what is handed out. The kommuner in `revealed` are called by their names.
    """

    first: tuple[str, ...] = ()
    seed: str = ""
    revealed: frozenset[str] = frozenset()

    def of(self, kommuner: Iterable[str]) -> dict[str, str]:
        """Return the letter of each kommune, by number."""
        known = set(kommuner)
        ahead = [code for code in dict.fromkeys(self.first) if code in known]
        rest = sorted(known - set(ahead), key=self._drawn)
        return {code: _letter(at) for at, code in enumerate([*ahead, *rest])}

    def _drawn(self, code: str) -> bytes:
        return hmac.digest(self.seed.encode(), code.encode(), hashlib.sha256)


_current: ContextVar[Letters | None] = ContextVar("naming", default=None)


def current() -> Letters | None:
    """Return the letters of this run; None where kommuner are called by their names."""
    return _current.get()


def use(letters: Letters | None) -> None:
    """Call kommuner by these letters, or by their names, from here on in this run."""
    _current.set(letters)


@contextmanager
def called(letters: Letters | None) -> Iterator[None]:
    """Call kommuner by these letters, or by their names, while the block runs."""
    token = _current.set(letters)
    try:
        yield
    finally:
        _current.reset(token)


def label(letter: str) -> str:
    """Return what a kommune is called by its letter."""
    return _("Kommune {letter}").format(letter=letter)


def _letter(at: int) -> str:
    """Return A to Z, then AA to AZ, and so on."""
    size = len(ascii_uppercase)
    ahead = ascii_uppercase[at // size - 1] if at >= size else ""
    return ahead + ascii_uppercase[at % size]
