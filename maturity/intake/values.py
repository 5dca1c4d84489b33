"""Reading single cells: scale points, kommuner, times and numbers, or a problem."""

import datetime
import difflib

from maturity.instruments import Scale
from maturity.intake.headings import plain
from maturity.intake.sheet import Cell, Formula
from maturity.language import _

TIMES = ("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y")


class Unreadable(Exception):  # noqa: N818  # not an error yet: it becomes a Problem with its place
    """A cell that does not hold what its column should."""

    def __init__(self, expected: str, suggestion: str | None = None) -> None:
        super().__init__(expected)
        self.expected, self.suggestion = expected, suggestion


def text(cell: Cell) -> str | None:
    """Return a cell's text with its white space put in order, None when there is none."""
    return " ".join(str(cell).split()) or None if cell is not None else None


def score(cell: Cell, scale: Scale) -> tuple[float | None, str | None]:
    """Return the point on the scale, or None and the words that say there is no answer."""
    words = text(cell)
    if words is None:
        return None, None
    if isinstance(cell, Formula):
        raise Unreadable(_("et svar, ikke en formel"))
    for labels in scale.labels.values():
        for point, label in enumerate(labels, start=scale.min):
            if plain(words) == plain(label):
                return float(point), None
    for labels in scale.not_answered.values():
        for label in labels:
            if plain(words) == plain(label):
                return None, label
    points = {str(point): point for point in range(scale.min, scale.max + 1)}
    if words.removesuffix(".0") in points:
        return float(points[words.removesuffix(".0")]), None
    known = [label for labels in scale.labels.values() for label in labels]
    near = difflib.get_close_matches(words, known, n=1, cutoff=0.7)
    raise Unreadable(
        _("et svar på skalaen: {labels}, eller et tall fra {min} til {max}").format(
            labels=", ".join(scale.labels["nb"]), min=scale.min, max=scale.max
        ),
        near[0] if near else None,
    )


def day(cell: Cell) -> datetime.datetime | None:
    """Return a cell's point in time."""
    if cell is None or text(cell) is None:
        return None
    if isinstance(cell, datetime.datetime):
        return cell.replace(tzinfo=None)
    if isinstance(cell, datetime.date):
        return datetime.datetime.combine(cell, datetime.time())
    words = text(cell) or ""
    try:
        return datetime.datetime.fromisoformat(words).replace(tzinfo=None)
    except ValueError:
        pass
    for form in TIMES:
        try:
            return datetime.datetime.strptime(words, form)
        except ValueError:
            continue
    raise Unreadable(_("et tidspunkt, som 2023-10-12 09:30 eller 12.10.2023 09:30"))


def decimal(cell: Cell, low: float, high: float) -> float:
    """Return a number with decimal comma or point, within bounds."""
    try:
        value = float((text(cell) or "").replace(",", "."))
    except ValueError:
        value = float("nan")
    if isinstance(cell, Formula) or not low <= value <= high:
        raise Unreadable(_("et tall fra {low:g} til {high:g}").format(low=low, high=high))
    return value
