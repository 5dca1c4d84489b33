"""Recognising a kommune however it is written: number, name, Sámi name, both, with «kommune»."""

import difflib
import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from maturity.instruments import Kommune

EMPTY: Mapping[str, str] = MappingProxyType({})

ORGANISATION = re.compile(r"\d{3} \d{3} \d{3}")  # as people write it
# «Hábmer - Hamarøy», «Hábmer/Hamarøy», «1804 Bodø», «Bodø (1804)»
BETWEEN = re.compile(r"\s+[-–|]\s+|[/()]|(?<=\d{4})\s+|\s+(?=\d{4}\b)")


class Places:
    """The spellings of a set of kommuner; `told` are further ones, each with its number."""

    def __init__(self, kommuner: Mapping[str, Kommune], *, told: Mapping[str, str] = EMPTY) -> None:
        self._names = {code: kommune.name for code, kommune in kommuner.items()}
        self._codes: dict[str, str] = {}
        for code, kommune in kommuner.items():
            names = (code, str(int(code)), kommune.name, kommune.sami_name, kommune.organisation)
            for name in names:
                if name:
                    self._codes[_folded(name)] = code
        self._codes |= {_folded(name): code for name, code in told.items() if code in kommuner}

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
        near = self.near(text)
        return self._names[near[0]] if near else None

    def near(self, text: object) -> tuple[str, ...]:
        """Return the numbers of the kommuner whose names are near a misspelling, nearest first."""
        bare = {_bare(name): code for name, code in self._codes.items() if not name.isdigit()}
        near = difflib.get_close_matches(_bare(_folded(str(text))), bare, n=3, cutoff=0.7)
        return tuple(dict.fromkeys(bare[name] for name in near))


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = " ".join(re.sub(r"\b(kommune|suohkan|tjïelte)\b", " ", folded).split())
    bare = bare.removesuffix(".0")
    return bare.replace(" ", "") if ORGANISATION.fullmatch(bare) else bare


def _bare(text: str) -> str:
    """Drop what a foreign keyboard cannot write, so that «Bodo» is near «Bodø»."""
    plain = unicodedata.normalize("NFKD", text.translate(str.maketrans("øæđŧŋ", "oadtn")))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
