"""What a column may be by what stands in it: kommuner, addresses, points in time."""

from collections.abc import Callable, Sequence

from maturity.intake import values
from maturity.intake.places import Places
from maturity.intake.sheet import Cell, Row

ENOUGH = 0.8  # of the cells with something in them


def contents(
    rows: Sequence[Row], columns: Sequence[int], *, taken: set[str], places: Places
) -> dict[int, str]:
    """Return the fields that some columns may be, besides those that are `taken`.

    Where several may be when the answer was given, it is the last: the first is when it was begun.
    """
    found: dict[int, str] = {}
    tests: list[tuple[str, int, Callable[[Cell], bool]]] = [
        ("kommune", 0, lambda cell: places.find(values.text(cell)) is not None),
        ("respondent", 0, lambda cell: "@" in str(cell)),
        ("answered_at", -1, _moment),
    ]
    if "mean" in taken:
        del tests[1:]
    for field, which, test in tests:
        fits = [it for it in columns if it not in found and _mostly(rows, it, test)]
        if fits and field not in taken:
            found[fits[which]] = field
    return found


def _mostly(rows: Sequence[Row], column: int, test: Callable[[Cell], bool]) -> bool:
    cells = [row[1][column] for row in rows if column < len(row[1])]
    said = [cell for cell in cells if values.text(cell)]
    return bool(said) and sum(map(test, said)) >= ENOUGH * len(said)


def _moment(cell: Cell) -> bool:
    try:
        return values.day(cell) is not None
    except values.Unreadable:
        return False
