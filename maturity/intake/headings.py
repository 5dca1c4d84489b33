"""Matching the headings of an export with fields and statements, by code or by text.

A heading may be a code (`gen11_now`), a text with or without the aspect before it
(`I dag: Vi måler …`), both (`gen11_now. I dag: …`), or a line of a grid
(`Hvor enig er dere? [I dag: …]`). Case, spacing and punctuation do not count.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from maturity.errors import UserError
from maturity.instruments import Instrument
from maturity.language import _

# What people write for the two aspects besides the instrument's own names for them.
ASPECT_WORDS = {"now": ("now", "i dag", "nå", "nåværende"), "target": ("target", "mål", "ønsket")}
# How tools write one line of a grid of questions: «Question [line]», «Question - line».
GRID = re.compile(r"(?s).*?(?:\[(?P<bracketed>.+)\]\s*|\s[-–]\s(?P<dashed>.+))")


@dataclass(frozen=True)
class Statement:
    """What one column asks: an item and aspect of an instrument."""

    instrument: str
    dimension: str
    item: str
    aspect: str


MOST_KEPT = 8
_kept: dict[tuple[int, ...], tuple[tuple[Instrument, ...], Mapping[str, frozenset[Statement]]]] = {}


def plain(text: object) -> str:
    """Reduce a text to its letters and digits, in lower case: what two spellings share."""
    folded = unicodedata.normalize("NFKC", str(text)).casefold()
    return re.sub(r"[\W_]+", "", folded)


def spellings(heading: str) -> tuple[str, ...]:
    """Return the ways to read a heading: whole, its code, its text, and its line in a grid."""
    code, dot, text = heading.partition(". ")
    parts = [heading, code, text] if dot and " " not in code.strip() else [heading]
    for grid in map(GRID.fullmatch, tuple(parts)):
        if grid:  # «I dag: hvor enig er dere? [Vi måler …]» keeps its aspect
            line = grid["bracketed"] or grid["dashed"]
            parts += [heading.partition(":")[0] + line, line]
    return tuple(dict.fromkeys(plain(part) for part in parts if plain(part)))


def statements(instruments: Sequence[Instrument]) -> Mapping[str, frozenset[Statement]]:
    """Return every way to write every statement, with the statements it can stand for.

    It takes a moment, and every sheet of a file asks: the answers for the last few are kept.
    """
    asked = tuple(map(id, instruments))
    known = _kept.get(asked)
    if known is None:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        # With the instruments, so that no others get their ids.
        known = (tuple(instruments), MappingProxyType(_statements(instruments)))
        _kept[asked] = known
    return known[1]


def _statements(instruments: Sequence[Instrument]) -> dict[str, frozenset[Statement]]:
    known: dict[str, set[Statement]] = defaultdict(set)
    for instrument in instruments:
        for spelling, statement in _spelled(instrument):
            known[plain(spelling)].add(statement)
    return {spelling: frozenset(meant) for spelling, meant in known.items()}


def aspect_words(instrument: Instrument) -> dict[str, str]:
    """Return the words for the aspects of an instrument, reduced, with their codes."""
    return {
        plain(word): aspect
        for aspect, names in instrument.aspects.items()
        for word in (*names.values(), *ASPECT_WORDS[aspect])
    }


def told(
    headings: Sequence[str], codes: Mapping[str, str], instruments: Sequence[Instrument]
) -> dict[int, Statement]:
    """Return what columns ask where a layout says so; raise UserError where it says nonsense."""
    asked = {code_of(it): it for each in statements(instruments).values() for it in each}
    if unknown := [code for code in codes.values() if code not in asked]:
        message = _("Oppsettet viser til påstanden «{code}», som ikke finnes.")
        raise UserError(message.format(code=unknown[0]))
    by_heading = {plain(heading): asked[code] for heading, code in codes.items()}
    spelled = {i: plain(heading) for i, heading in enumerate(headings)}
    return {i: by_heading[it] for i, it in spelled.items() if it in by_heading}


def code_of(statement: Statement) -> str:
    """Return a statement's codes as a layout has them: instrument/dimension/item/aspect."""
    return "/".join((statement.instrument, statement.dimension, statement.item, statement.aspect))


def _spelled(instrument: Instrument) -> Iterator[tuple[str, Statement]]:
    words = [(word, aspect) for word, aspect in aspect_words(instrument).items()]
    for dimension in instrument.dimensions:
        for item in dimension.items:
            for written in (item.key, *item.text.values()):
                now = Statement(instrument.key, dimension.key, item.key, "now")
                yield written, now
                for word, aspect in words:
                    if aspect == "target" and instrument.target_text:
                        continue  # the target is asked once per dimension
                    meant = Statement(instrument.key, dimension.key, item.key, aspect)
                    yield word + written, meant
                    if written == item.key:
                        yield written + word, meant
        if instrument.target_text:
            target = Statement(instrument.key, dimension.key, dimension.key, "target")
            for sentence in instrument.target_text.values():
                for name in dimension.name.values():
                    yield sentence.format(dimension=name), target
            for word, aspect in words:
                if aspect == "target":
                    yield dimension.key + word, target
                    for written in (dimension.key, *dimension.name.values()):
                        yield word + written, target
