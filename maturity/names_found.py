"""Which kommuner a text names, and the same text with letters where it may not name them."""

import re
from functools import cache
from pathlib import Path

from maturity import naming
from maturity.naming import Letters
from maturity.reference import reference
from maturity.settings import reference_path


def names_found(text: str) -> frozenset[str]:
    """Return the numbers of the kommuner whose names stand in a text."""
    codes, names = _known(reference_path())
    return frozenset(code for name in names.findall(text) for code in codes[name])


def without_names(text: str, *, letters: Letters) -> str:
    """Return a text in which kommuner that are not revealed have their letters for names.

    People write as they like: upper and lower case are the same here, and Sámi names count too.
    """
    codes, names = _written(reference_path())
    labels = letters.of(reference().kommuner)

    def lettered(found: re.Match[str]) -> str:
        hidden = sorted(codes[found[0].lower()] - letters.revealed)
        return naming.label(labels[hidden[0]]) if hidden else found[0]

    return names.sub(lettered, text)


@cache
def _known(_place: Path) -> tuple[dict[str, set[str]], re.Pattern[str]]:
    """Return the numbers by name, since Norway has two of some; and what finds the names."""
    codes: dict[str, set[str]] = {}
    with naming.called(None):
        known = reference()
    for code, kommune in known.kommuner.items():
        codes.setdefault(kommune.name, set()).add(code)
    return codes, _finding(codes)


@cache
def _written(place: Path) -> tuple[dict[str, set[str]], re.Pattern[str]]:
    """Return the same for all that people may call a kommune, in lower case."""
    found: dict[str, set[str]] = {}
    with naming.called(None):
        known = reference()
    for code, kommune in known.kommuner.items():
        for name in filter(None, (kommune.name, kommune.sami_name)):
            found.setdefault(name.lower(), set()).add(code)
    return found, _finding(found, re.IGNORECASE)


def _finding(names: dict[str, set[str]], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    longest_first = "|".join(re.escape(it) for it in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({longest_first})(?=s?(?!\w))", flags)
