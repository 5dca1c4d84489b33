"""Reading single cells: scale points, kommuner, times and numbers, or a problem."""

import datetime
import difflib
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from maturity.errors import UserError
from maturity.instruments import Named, Scale
from maturity.intake.headings import plain
from maturity.intake.sheet import Cell, Formula
from maturity.language import _

Score = tuple[float | None, str | None]  # the point on the scale, or the words for no answer
Ends = tuple[float, float]  # the numbers for the lowest and the highest point of a scale
EMPTY: Mapping[str, str] = MappingProxyType({})

MOST_SPELLINGS = 1000
NO_LETTER = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
NUMBER = re.compile(r"-?\d{1,9}([.,]\d{1,9})?")
# «1 – Helt uenig», «1. Helt uenig», «1 Helt uenig», «(1) Helt uenig», «Helt uenig (1)»
NUMBERED = re.compile(
    r"\(?\d{1,3}\)?\s*[-–—:=.]?\s*(?P<after>[^\W\d].*)|(?P<before>[^\W\d].*?)\s*\(\d{1,3}\)"
)
ZONE = re.compile(r"\s+(GMT|UTC|CES?T)([+-]\d+)?$")  # the clock of whoever answered is kept
TIMES = ("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%Y/%m/%d %I:%M:%S %p")


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
    """Reads answers on one scale: by label, in any language, by number, or by both.

    `numbers` are those that the file has for the two ends of the scale, where they are others;
    `answers` are the file's own ways to write an answer, each with one that the scale knows. Where
    a label and a number stand together (`1 – Helt enig`), the label tells: the number is a code.
    """

    def __init__(
        self, scale: Scale, *, numbers: Ends | None = None, answers: Mapping[str, str] = EMPTY
    ) -> None:
        self._scale, self._numbers = scale, numbers
        self._seen: dict[str, Score] = {}
        self._labels: dict[str, Score] = {}
        for labels in scale.not_answered.values():
            self._labels |= {plain(label): (None, label) for label in labels}
        for labels in scale.labels.values():
            for point, label in enumerate(labels, start=scale.min):
                self._labels[plain(label)] = (float(point), None)
        self._own = {written: self._meant(written, answer) for written, answer in answers.items()}

    def __call__(self, cell: Cell) -> Score:
        """Return the point on the scale, or None and the words that say there is no answer."""
        if type(cell) is str and cell in self._seen:  # nearly always: there are few ways to answer
            return self._seen[cell]
        words = text(cell)
        if words is None:
            return None, None
        if isinstance(cell, Formula):
            raise Unreadable(_("et svar, ikke en formel"))
        found = self._own.get(words.removesuffix(".0")) or self._number(words) or self._label(words)
        if found is None:
            raise self._unreadable(words)
        if type(cell) is str and len(self._seen) < MOST_SPELLINGS:
            self._seen[cell] = found
        return found

    def _number(self, words: str) -> Score | None:
        if not NUMBER.fullmatch(words):
            return None
        value = float(words.replace(",", "."))
        if self._numbers:
            low, high = sorted(self._numbers)
            return (
                (brought(value, self._numbers, self._scale), None) if low <= value <= high else None
            )
        whole = value.is_integer() and self._scale.min <= value <= self._scale.max
        return (value, None) if whole else None

    def _label(self, words: str) -> Score | None:
        numbered = NUMBERED.fullmatch(words)
        parts = (words, numbered["before"] or numbered["after"]) if numbered else (words,)
        return next((self._labels[it] for it in map(plain, parts) if it in self._labels), None)

    def _meant(self, written: str, answer: str) -> Score:
        found = self._number(answer) or self._label(answer)
        if found is None:
            message = _("Oppsettet sier at «{written}» betyr «{answer}», som ikke er på skalaen.")
            raise UserError(message.format(written=written, answer=answer))
        return found

    def _unreadable(self, words: str) -> Unreadable:
        known = [label for labels in self._scale.labels.values() for label in labels]
        near = difflib.get_close_matches(words, known, n=1, cutoff=0.7)
        low, high = sorted(self._numbers or (self._scale.min, self._scale.max))
        expected = _("et svar på skalaen: {labels}, eller et tall fra {min} til {max}").format(
            labels=", ".join(self._scale.labels["nb"]), min=f"{low:g}", max=f"{high:g}"
        )
        return Unreadable(expected, near[0] if near else None)


def brought(value: float, numbers: Ends, scale: Scale) -> float:
    """Bring a number to the scale: the ends to its ends, and what is between evenly between."""
    first, last = numbers
    return scale.min + (value - first) * (scale.max - scale.min) / (last - first)


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
    words = ZONE.sub("", text(cell) or "")
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
