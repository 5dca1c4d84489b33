"""Checking every row of a sheet, and turning the rows that count into answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

import pyarrow as pa

from maturity.errors import Problem, UserError
from maturity.instruments import Instrument, Reference
from maturity.intake import values
from maturity.intake.columns import Columns
from maturity.intake.headings import aspect_words, plain
from maturity.intake.layouts import MeansLayout
from maturity.intake.places import Places
from maturity.intake.sheet import Row, Sheet
from maturity.intake.store import SCHEMA
from maturity.language import _

V = TypeVar("V")
BATCH = 1000  # rows of the sheet at a time: what bounds the memory
MOST_PROBLEMS = 1000


@dataclass
class Checked:
    """What a sheet holds, once it has passed."""

    kommuner: set[str] = field(default_factory=set)
    winners: dict[str, tuple[datetime, int]] = field(default_factory=dict)
    counted: int = 0
    unfinished: int = 0
    repeated: int = 0


@dataclass
class Checker:
    """Reads the cells of one sheet in the light of its columns; collects the problems."""

    sheet: Sheet
    columns: Columns
    reference: Reference
    about: dict[str, Any]
    pseudonym: Callable[[str], str]
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places = Places(self.reference.kommuner)

    def check(self) -> Checked:
        """Read every row once; raise UserError with all problems, or return what counts."""
        result = Checked()
        for row in self._rows():
            kommune = self._kommune(row)
            if isinstance(self.columns.layout, MeansLayout):
                self._mean(row)
            else:
                moment = self._cell(row, "answered_at", values.day)
                if moment is None and self.columns.layout.unfinished_without_time:
                    result.unfinished += 1
                    continue
                self._scores(row)
                who = self._respondent(row)
                result.repeated += who in result.winners
                key = (moment or datetime.min, row[0])
                result.winners[who] = max(key, result.winners.get(who, key))
            result.counted += 1
            result.kommuner.add(kommune or "")
            if len(self.problems) >= MOST_PROBLEMS:
                break
        if self.problems:
            raise UserError(
                _("Filen har {n} feil. Ingenting er lest inn.").format(n=len(self.problems)),
                problems=tuple(self.problems),
            )
        if not result.counted:
            raise UserError(_("Filen har overskrifter, men ingen fullførte svar."))
        return result

    def batches(self, checked: Checked) -> Iterator[pa.RecordBatch]:
        """Yield the answers of the rows that count, in the schema of the table."""
        kept = {row for _moment, row in checked.winners.values()}
        answers: list[dict[str, Any]] = []
        for number, row in enumerate(self._rows()):
            if isinstance(self.columns.layout, MeansLayout):
                answers.append(self._blank(row) | self._mean(row))
            elif row[0] in kept:
                answers.extend(self._answers(row))
            if number % BATCH == BATCH - 1:
                yield pa.RecordBatch.from_pylist(answers, schema=SCHEMA)
                answers = []
        yield pa.RecordBatch.from_pylist(answers, schema=SCHEMA)

    def _rows(self) -> Iterator[Row]:
        rows = self.sheet.rows()
        next(rows)
        return rows

    def _at(self, row: Row, index: int | None, read: Callable[[Any], V]) -> V | None:
        cell = row[1][index] if index is not None and index < len(row[1]) else None
        try:
            return read(cell)
        except values.Unreadable as fault:
            column = None if index is None else self.columns.label(index)
            self.problems.append(
                Problem(
                    row=row[0],
                    column=column,
                    found=values.text(cell),
                    expected=fault.expected,
                    suggestion=fault.suggestion,
                )
            )
            return None

    def _cell(self, row: Row, name: str, read: Callable[[Any], V]) -> V | None:
        return self._at(row, self.columns.fields.get(name), read)

    def _kommune(self, row: Row) -> str | None:
        def read(cell: Any) -> str:
            words = values.text(cell)
            code = self.places.find(words) if words else None
            if code is None:
                near = self.places.suggest(words) if words else None
                raise values.Unreadable(_("en kommune i Nordland, med navn eller nummer"), near)
            return code

        return self._cell(row, "kommune", read)

    def _respondent(self, row: Row) -> str:
        who = self._cell(row, "respondent", values.text)
        if who is None or plain(who) in ("anonymous", "anonym"):
            who = f"{self.about['survey_round']}/{self._cell(row, 'submission', values.text)}"
            if who.endswith("/None"):
                who = f"{self.about['survey_round']}/row {row[0]}"
        return self.pseudonym(who)

    def _scores(self, row: Row) -> list[dict[str, Any]]:
        found = []
        for index, statement in self.columns.statements.items():
            scale = self.reference.instruments[statement.instrument].scale
            read = self._at(row, index, partial(values.score, scale=scale))
            score, reason = read or (None, None)
            found.append(
                {
                    "kind": "score",
                    "instrument": statement.instrument,
                    "dimension": statement.dimension,
                    "item": statement.item,
                    "aspect": statement.aspect,
                    "score": score,
                    "text": reason,
                }
            )
        return found

    def _blank(self, row: Row) -> dict[str, Any]:
        moment: date | None = self._cell(row, "answered_at", values.day)
        if isinstance(moment, datetime):
            moment = moment.date()  # the hour could tell who it was
        return {
            **self.about,
            "kommune": self._kommune(row),
            "answered_at": moment or self.about["answered_at"],
        }

    def _answers(self, row: Row) -> Iterator[dict[str, Any]]:
        person = self._blank(row) | {
            "respondent": self._respondent(row),
            "role": self._cell(row, "role", values.text),
        }
        for answer in self._scores(row):
            yield person | answer
        for kind in ("barrier", "opportunity"):
            words = self._cell(row, kind, values.text)
            themes = (self._cell(row, f"{kind}_themes", values.text) or "").split(";")
            themes = [theme.strip() for theme in themes if theme.strip()]
            if words or themes:
                yield person | {"kind": kind, "text": words, "themes": themes}

    def _mean(self, row: Row) -> dict[str, Any]:
        instrument = self._cell(row, "instrument", self._instrument)
        if instrument is None:
            return {}
        scale = instrument.scale
        return {
            "kind": "score",
            "instrument": instrument.key,
            "dimension": self._cell(row, "dimension", lambda c: _code(c, _dimensions(instrument))),
            "aspect": self._cell(row, "aspect", lambda c: _code(c, aspect_words(instrument))),
            "score": self._cell(row, "mean", lambda c: values.decimal(c, scale.min, scale.max)),
            "n": int(self._cell(row, "n", lambda c: values.decimal(c, 1, 1e6)) or 0),
        }

    def _instrument(self, cell: Any) -> Instrument:
        known = {
            plain(n): i.key
            for i in self.reference.instruments.values()
            for n in (i.key, *i.name.values())
        }
        return self.reference.instruments[_code(cell, known)]


def _dimensions(instrument: Instrument) -> dict[str, str]:
    return {plain(n): d.key for d in instrument.dimensions for n in (d.key, *d.name.values())}


def _code(cell: Any, known: dict[str, str]) -> str:
    code = known.get(plain(values.text(cell) or ""))
    if code is None:
        raise values.Unreadable(_("ett av: {known}").format(known=", ".join(known)))
    return code
