"""The statement that a heading is nearly worded as, for somebody to say whether it is meant."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from maturity.instruments import Instrument
from maturity.intake.headings import Statement, code_of

NEAR = 80  # of 100: less is another statement
SHORTEST = 15  # letters: fewer are near anything


def nearest(words: str, known: Mapping[str, str]) -> tuple[str, float]:
    """Return the statement that some words are nearest to, and how near: below 1."""
    if len(words) < SHORTEST:
        return "", 0.0
    found = process.extractOne(
        words,
        list(known),
        scorer=fuzz.token_sort_ratio,
        processor=default_process,
        score_cutoff=NEAR,
    )
    return (known[found[0]], min(found[1], 99) / 100) if found else ("", 0.0)


def wordings(instruments: Sequence[Instrument], *, preferred: set[str]) -> dict[str, str]:
    """Return the statements in words, with and without the aspect, each with its codes.

    Where versions share a statement, it is that of a framework that other columns belong to.
    """
    found: dict[str, str] = {}
    for it in sorted(instruments, key=lambda it: it.key not in preferred):
        for dimension in it.dimensions:
            for item in dimension.items:
                for words in item.text.values():
                    for aspect, names in it.aspects.items():
                        if aspect == "target" and it.target_text:
                            continue
                        code = code_of(Statement(it.key, dimension.key, item.key, aspect))
                        for name in names.values():
                            found.setdefault(f"{name}: {words}", code)
                        if aspect == "now":
                            found.setdefault(words, code)
            for sentence in (it.target_text or {}).values():
                code = code_of(Statement(it.key, dimension.key, dimension.key, "target"))
                for name in dimension.name.values():
                    found.setdefault(sentence.format(dimension=name), code)
    return found
