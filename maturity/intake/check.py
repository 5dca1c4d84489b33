"""Two passes over a sheet: one that finds every fault, and one that yields the answers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

import pyarrow as pa

from maturity.errors import Problem, UserError
from maturity.intake.answers import record_batches
from maturity.intake.latest import Latest
from maturity.intake.layouts import MeansLayout, PeopleLayout
from maturity.intake.rows import Rows
from maturity.intake.schema import SCHEMA
from maturity.intake.sheet import Row, Sheet
from maturity.language import _

BATCH = 500  # rows of the sheet at a time: what bounds the memory
MOST_PROBLEMS = 1000

T = TypeVar("T")
# Lets rows pass, and is told what is being done and how many there may be.
Watch = Callable[[Iterable[Row], str, int | None], Iterable[Row]]


def unwatched(rows: Iterable[Row], _doing: str, _count: int | None) -> Iterable[Row]:
    """Let rows pass unseen."""
    return rows


@dataclass
class Checked:
    """What a sheet holds, once it has passed.

    `latest` knows which submission of each person counts; `untitled` are the letters of columns
    with something in them and no heading.
    """

    kommuner: set[str] = field(default_factory=set)
    latest: Latest = field(default_factory=Latest)
    counted: int = 0
    unfinished: int = 0
    untitled: set[str] = field(default_factory=set)

    @property
    def repeated(self) -> int:
        """How many submissions were replaced by a later one of the same person."""
        return len(self.latest) - int(self.latest.counts().sum())


@dataclass(frozen=True)
class Checker:
    """Goes through the rows of one sheet; `watch` sees them pass."""

    sheet: Sheet
    layout: PeopleLayout | MeansLayout
    rows: Rows
    watch: Watch = unwatched

    def check(self) -> Checked:
        """Read every row once; raise UserError with all problems, or return what counts."""
        result = Checked()
        look = self._look_at_means if isinstance(self.layout, MeansLayout) else self._look_at_person
        means: set[tuple[str, ...]] = set()
        for row in self._below_headings(_("Kontrollerer")):
            look(row, result, means)
            result.untitled.update(self.rows.untitled(row))
            if len(self.rows.problems) >= MOST_PROBLEMS:
                break
        problems = tuple(self.rows.problems)
        if len(problems) >= MOST_PROBLEMS:
            message = _("Filen har minst {n} feil. Ingenting er lest inn.")
            raise UserError(message.format(n=len(problems)), problems=problems)
        if problems:
            message = _("Filen har {n} feil. Ingenting er lest inn.")
            raise UserError(message.format(n=len(problems)), problems=problems)
        if not result.counted:
            raise UserError(_("Filen har overskrifter, men ingen fullførte svar."))
        return result

    def batches(self, checked: Checked) -> Iterator[pa.RecordBatch]:
        """Yield the answers of the rows that count, in the schema of the table."""
        rows = self._below_headings(_("Skriver"))
        if isinstance(self.layout, MeansLayout):
            for some in _batched((self.rows.mean(row) for row in rows), BATCH):
                yield pa.RecordBatch.from_pylist(some, schema=SCHEMA)
            return
        counts = checked.latest.counts()
        submissions = (
            self.rows.submission(row) for row in rows if row[0] < len(counts) and counts[row[0]]
        )
        for those in _batched(submissions, BATCH):
            yield from record_batches(those, self.rows.statements)

    def _look_at_person(self, row: Row, result: Checked, _means: set[tuple[str, ...]]) -> None:
        moment = self.rows.moment(row)
        assert isinstance(self.layout, PeopleLayout)  # noqa: S101  # tells the type checker
        timeless = moment is None and self.layout.unfinished_without_time
        if timeless or not self.rows.finished(row):
            result.unfinished += 1
            return
        result.kommuner.add(self.rows.kommune(row) or "")
        self.rows.scores(row)
        result.latest.add(self.rows.respondent(row), moment, row[0])
        result.counted += 1

    def _look_at_means(self, row: Row, result: Checked, means: set[tuple[str, ...]]) -> None:
        found = self.rows.mean(row)
        key = tuple(str(found.get(it)) for it in ("kommune", "instrument", "dimension", "aspect"))
        if key in means and "None" not in key:
            self.rows.problems.append(
                Problem(
                    row=row[0],
                    found=", ".join(key),
                    expected=_("ett gjennomsnitt for hver kommune, dimensjon og «nå» eller «mål»"),
                )
            )
        means.add(key)
        result.counted += 1
        result.kommuner.add(str(found.get("kommune") or ""))

    def _below_headings(self, doing: str) -> Iterable[Row]:
        rows = self.sheet.rows()
        next(rows, None)
        return self.watch(rows, doing, self.sheet.size_hint)


def _batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield lists of `size`, the last one shorter (itertools has this from Python 3.12)."""
    left = iter(items)
    while some := list(islice(left, size)):
        yield some
