"""Recognising a kommune however it is written: number, name, Sámi name, both, with «kommune»."""

import difflib
import re
import unicodedata
from collections.abc import Mapping

from maturity.instruments import Kommune

# «Hábmer - Hamarøy», «Hábmer/Hamarøy», «1804 Bodø», «Bodø (1804)»
BETWEEN = re.compile(r"\s+[-–|]\s+|[/()]|(?<=\d{4})\s+|\s+(?=\d{4}\b)")


class Places:
    """The spellings of a set of kommuner."""

    def __init__(self, kommuner: Mapping[str, Kommune]) -> None:
        self._names = {code: kommune.name for code, kommune in kommuner.items()}
        self._codes: dict[str, str] = {}
        for code, kommune in kommuner.items():
            for name in (code, str(int(code)), kommune.name, kommune.sami_name):
                if name:
                    self._codes[_folded(name)] = code

    def find(self, text: object) -> str | None:
        """Return the number of the kommune that a text names, or None.

        Several names in one text («Hábmer - Hamarøy») must all mean the same kommune.
        """
        parts = [_folded(part) for part in BETWEEN.split(str(text))]
        found = {self._codes.get(part) for part in parts if part}
        if len(found) != 1:
            found = {self._codes.get(_folded(str(text)))}
        return found.pop()

    def suggest(self, text: object) -> str | None:
        """Return the name nearest to a misspelling, if one is near."""
        bare = {_bare(name): code for name, code in self._codes.items() if not name.isdigit()}
        near = difflib.get_close_matches(_bare(_folded(str(text))), bare, n=1, cutoff=0.7)
        return self._names[bare[near[0]]] if near else None


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"\b(kommune|suohkan|tjïelte)\b", " ", folded).split()).removesuffix(
        ".0"
    )


def _bare(text: str) -> str:
    """Drop what a foreign keyboard cannot write, so that «Bodo» is near «Bodø»."""
    plain = unicodedata.normalize("NFKD", text.translate(str.maketrans("øæđŧŋ", "oadtn")))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
