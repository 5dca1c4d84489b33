"""What stands in a column, to recognise it by, and nothing that could tell who answered.

An address, a name or what somebody wrote is never an example: shown are numbers that can be points
of a scale, days, words that several have answered alike, and kommuner.
"""

from collections import Counter
from collections.abc import Sequence

from maturity.intake import values
from maturity.intake.places import Places
from maturity.intake.sheet import Cell, Row
from maturity.language import _

MOST = 3
SHORT = 40  # letters of an answer to choose from
SEVERAL = 3  # people that gave it


def examples(rows: Sequence[Row], column: int, *, places: Places) -> tuple[str, ...]:
    """Return up to three of a column's cells, the most frequent first."""
    cells = [row[1][column] for row in rows if column < len(row[1])]
    said = Counter(words for cell in cells if (words := values.text(cell)))
    shown = [
        words
        for words, count in said.most_common()
        if _tells_nobody(words, count=count) or places.find(words)
    ]
    if said and not shown:
        return (_("(vises ikke: kan si hvem det er)") if not _moments(cells) else _("(tidspunkt)"),)
    return tuple(shown[:MOST])


def _tells_nobody(words: str, *, count: int) -> bool:
    if values.NUMBER.fullmatch(words):
        return short_number(words)
    return count >= SEVERAL and len(words) <= SHORT and "@" not in words


def short_number(words: str) -> bool:
    """Tell a number that can be a point of a scale from one that can be somebody's."""
    whole = words.replace(",", ".").partition(".")[0].strip("-")
    return values.NUMBER.fullmatch(words) is not None and len(whole) <= SEVERAL


def _moments(cells: Sequence[Cell]) -> bool:
    """Tell whether every cell is a point in time."""
    try:
        return all(values.day(cell) is not None for cell in cells if values.text(cell))
    except values.Unreadable:
        return False
