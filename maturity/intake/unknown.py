"""The problems of a file sorted by what can be done: answers and kommuner to explain, and the rest.

What is written in many rows is asked once: an answer that is on no scale, a kommune that is not
known. Each comes with what it may mean, and means it only when somebody has said so.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice

from openpyxl.utils import column_index_from_string

from maturity.errors import Problem
from maturity.intake import values
from maturity.intake.columns import Columns
from maturity.intake.places import Places
from maturity.intake.sheet import Sheet
from maturity.intake.values import Ends
from maturity.reference import reference

# The scales that questionnaires have, as the numbers for «disagree» and «agree».
USUAL: tuple[Ends, ...] = ((5, 1), (1, 7), (7, 1), (1, 10), (0, 10), (0, 100), (100, 0), (0, 4))

LOOKED_AT = 200  # rows that numbers are looked for in


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Something that stands in `rows` rows and is not known; `near` is what it may mean."""

    written: str
    rows: int
    near: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Unknown:
    """What is to be asked of a file, and the problems that are left.

    `scales` are those that the numbers could be of, where some are off the instrument's: `numbers`.
    """

    answers: tuple[Asked, ...]
    kommuner: tuple[Asked, ...]
    scales: tuple[Ends, ...]
    numbers: tuple[str, ...]
    left: tuple[Problem, ...]


def unknown(
    problems: Iterable[Problem], columns: Columns, *, faults: Collection[str] = ()
) -> Unknown:
    """Sort the problems of a sheet whose columns are known.

    What stands in `faults` has been asked about, and is wrong.
    """
    answers: dict[str, list[Problem]] = {}
    kommuner: dict[str, list[Problem]] = {}
    left = []
    for it in problems:
        column = column_of(it)
        if it.found is None or it.found in faults or it.found[0] == "=":
            left.append(it)
        elif column in columns.statements:
            answers.setdefault(it.found, []).append(it)
        elif column == columns.fields.get("kommune"):
            kommuner.setdefault(it.found, []).append(it)
        else:
            left.append(it)
    scales = _scales(answers)
    numbers = tuple(it for it in answers if _number(it)) if scales else ()
    if scales:
        answers = {words: it for words, it in answers.items() if not _number(words)}
    places = Places(reference().kommuner)
    return Unknown(
        answers=tuple(
            Asked(written=words, rows=len(it), near=(it[0].suggestion,) if it[0].suggestion else ())
            for words, it in _often(answers)
        ),
        kommuner=tuple(
            Asked(written=words, rows=len(it), near=places.near(words))
            for words, it in _often(kommuner)
        ),
        scales=scales,
        numbers=numbers,
        left=tuple(left),
    )


def column_of(problem: Problem) -> int | None:
    """Return the number of the column that a problem is in, from 0; None where it is in none."""
    letter = (problem.column or "").partition(" ")[0]
    return column_index_from_string(letter) - 1 if letter.isalpha() and letter.isascii() else None


def has_numbers(sheet: Sheet, columns: Columns) -> bool:
    """Tell whether any statement, or mean, is a number in the first rows of a sheet."""
    places = [*columns.statements, *(at for it, at in columns.fields.items() if it == "mean")]
    return any(
        _number(str(cells[at]).strip())
        for _number_of_row, cells in islice(sheet.rows(), 1, LOOKED_AT)
        for at in places
        if at < len(cells) and cells[at] is not None
    )


def _often(found: dict[str, list[Problem]]) -> list[tuple[str, list[Problem]]]:
    counts = Counter({words: len(it) for words, it in found.items()})
    return [(words, found[words]) for words, _count in counts.most_common()]


def _scales(answers: Iterable[str]) -> tuple[Ends, ...]:
    """Return the usual scales that all numbers off the instrument's are on."""
    numbers = [float(it.replace(",", ".")) for it in answers if _number(it)]
    if not numbers:
        return ()
    return tuple(ends for ends in USUAL if min(ends) <= min(numbers) and max(numbers) <= max(ends))


def _number(words: str) -> bool:
    return values.NUMBER.fullmatch(words) is not None
