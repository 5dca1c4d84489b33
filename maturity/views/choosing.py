"""Choosing among what there is: by widgets on a page, or by nothing but an address.

What can be chosen, and what is shown until told, is written once, against `Choosing`: the page
brings one that draws widgets, and a view that is made from its address one that reads it.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol
from urllib.parse import parse_qs, urlencode

from maturity.errors import UserError
from maturity.language import _

Names = Callable[[str], str]
Block = AbstractContextManager[Any]  # where widgets stand

NOWHERE: Block = nullcontext()
LONGEST = 4000  # characters of an address
MOST = 60  # choices in it
EVERY = "alle"  # a page's own choice of all of them, which is no choice for the others


class Choosing(Protocol):
    """What has been chosen; `odd` collects what was asked for and cannot be chosen."""

    odd: list[str]

    def one(
        self,
        label: str,
        key: str,
        options: Sequence[str],
        *,
        name: Names,
        default: str,
        radio: bool = False,
        instead: Sequence[str] = (),
    ) -> str:
        """Choose one code of `options`, from a list or from radio buttons.

        A code of `instead` is no choice here, and no fault either: it means the default.
        """

    def several(
        self,
        label: str,
        key: str,
        options: Sequence[str],
        *,
        name: Names,
        default: Sequence[str],
        most: int,
        placeholder: str,
        ask: str = "",
    ) -> tuple[str, ...]:
        """Choose codes of `options`, at most `most`, in an order of their own."""

    def brought(self, key: str) -> list[str]:
        """Return what was chosen under a key elsewhere, and came along; the first first."""

    def tell(self) -> None:
        """Say that all is chosen; call it after the last."""


class Told:
    """Choices as an address tells them: `key=code&key=code`. What is not told is the default."""

    def __init__(self, query: str) -> None:
        self.odd: list[str] = []
        try:
            if len(query) > LONGEST:
                raise ValueError
            self._told = parse_qs(query, keep_blank_values=True, max_num_fields=MOST)
        except ValueError:
            raise UserError(_("Adressen er for lang til å være en av våre.")) from None
        self._used: set[str] = set()

    def one(
        self,
        label: str,
        key: str,
        options: Sequence[str],
        *,
        name: Names,
        default: str,
        radio: bool = False,
        instead: Sequence[str] = (),
    ) -> str:
        """Return the code that is told, else the default."""
        told = self._take(key, options, instead)
        self.odd += [f"{key}={code}" for code in told[1:]]
        return (told or [default])[0]

    def several(
        self,
        label: str,
        key: str,
        options: Sequence[str],
        *,
        name: Names,
        default: Sequence[str],
        most: int,
        placeholder: str,
        ask: str = "",
    ) -> tuple[str, ...]:
        """Return the codes that are told, else the default; `key=` tells that there are none."""
        nothing = self._told.get(key) == [""]
        told = self._take(key, options)
        if len(told) > most:
            self.odd.append(_("«{label}» viser høyst {most}").format(label=label, most=most))
        return () if nothing else tuple(told or default)[:most]

    def brought(self, key: str) -> list[str]:
        """Return nothing: an address comes alone."""
        return []

    def tell(self) -> None:
        """Raise UserError where the address tells what cannot be chosen, or what nobody asks."""
        self.odd += [key for key in self._told if key not in self._used]
        if self.odd:
            told = ", ".join(it[:80] for it in dict.fromkeys(self.odd[:5]))
            raise UserError(
                _("Adressen ber om noe som ikke finnes, eller som du ikke kan se: {odd}.").format(
                    odd=told
                )
            )

    def _take(self, key: str, options: Sequence[str], instead: Sequence[str] = ()) -> list[str]:
        self._used.add(key)
        told = [code for code in dict.fromkeys(self._told.get(key, ())) if code]
        told = [code for code in told if code not in instead]
        self.odd += [f"{key}={code}" for code in told if code not in options]
        return [code for code in told if code in options]


def address(name: str, choices: Mapping[str, str | Sequence[str]]) -> str:
    """Return a view's address: its name, and everything that is chosen."""
    said = {
        key: code if isinstance(code, str) else list(code) or [""] for key, code in choices.items()
    }
    return f"{name}?{urlencode(said, doseq=True, safe=':')}"
