"""Reading single cells: scale points, kommuner, times and numbers, or a problem."""

import datetime
import difflib
import re
from collections.abc import Iterable

from maturity.instruments import Named, Scale
from maturity.intake.headings import plain
from maturity.intake.sheet import Cell, Formula
from maturity.language import _

Score = tuple[float | None, str | None]  # the point on the scale, or the words for no answer

MOST_SPELLINGS = 1000
NO_LETTER = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
TIMES = ("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y")


class Unreadable(Exception):  # noqa: N818  # not an error yet: it becomes a Problem with its place
    """A cell that does not hold what its column should."""

    def __init__(self, expected: str, suggestion: str | None = None) -> None:
        super().__init__(expected)
        self.expected, self.suggestion = expected, suggestion


def text(cell: Cell) -> str | None:
    """Return a cell's text with its white space put in order, None when there is none.

    What is no letter becomes a blank: no slide, workbook or page could hold it.
    """
    return " ".join(NO_LETTER.sub(" ", str(cell)).split()) or None if cell is not None else None


class ScaleReader:
    """Reads answers on one scale: by label, in any language, or by number."""

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._seen: dict[str, Score] = {}
        self._known: dict[str, Score] = {}
        for labels in scale.not_answered.values():
            self._known |= {plain(label): (None, label) for label in labels}
        for labels in scale.labels.values():
            for point, label in enumerate(labels, start=scale.min):
                self._known[plain(label)] = (float(point), None)
        for point in range(scale.min, scale.max + 1):
            self._known |= {f"{point}{zero}": (float(point), None) for zero in ("", ".0", ",0")}

    def __call__(self, cell: Cell) -> Score:
        """Return the point on the scale, or None and the words that say there is no answer."""
        if type(cell) is str and cell in self._seen:  # nearly always: there are few ways to answer
            return self._seen[cell]
        words = text(cell)
        if words is None:
            return None, None
        if isinstance(cell, Formula):
            raise Unreadable(_("et svar, ikke en formel"))
        found = self._known.get(words)
        if found is None and not plain(words).isdigit():  # «-3» is not 3
            found = self._known.get(plain(words))
        if found is None:
            raise self._unreadable(words)
        if type(cell) is str and len(self._seen) < MOST_SPELLINGS:
            self._seen[cell] = found
        return found

    def _unreadable(self, words: str) -> Unreadable:
        known = [label for labels in self._scale.labels.values() for label in labels]
        near = difflib.get_close_matches(words, known, n=1, cutoff=0.7)
        expected = _("et svar på skalaen: {labels}, eller et tall fra {min} til {max}").format(
            labels=", ".join(self._scale.labels["nb"]), min=self._scale.min, max=self._scale.max
        )
        return Unreadable(expected, near[0] if near else None)


def codes(named: Iterable[Named]) -> dict[str, str]:
    """Return the codes of some named things by every way to write them."""
    return {plain(name): it.key for it in named for name in (it.key, *it.name.values())}


def code(cell: Cell, known: dict[str, str]) -> str:
    """Return the code that a cell names."""
    found = known.get(plain(text(cell) or ""))
    if found is None:
        near = difflib.get_close_matches(plain(text(cell) or ""), known, n=1, cutoff=0.7)
        raise Unreadable(
            _("ett av: {known}").format(known=", ".join(dict.fromkeys(known.values()))),
            known[near[0]] if near else None,
        )
    return found


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
