"""One row of a sheet read in the light of its columns: its cells become answers, or problems."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from maturity.errors import Problem
from maturity.instruments import Reference, Scale
from maturity.intake import values
from maturity.intake.answers import Submission
from maturity.intake.columns import Columns
from maturity.intake.headings import aspect_words, plain
from maturity.intake.layouts import PeopleLayout
from maturity.intake.places import Places
from maturity.intake.sheet import Cell, Row
from maturity.language import _

V = TypeVar("V")


class Rows:
    """Reads rows; what cannot be read is kept in `problems`, with its place.

    `statements` are what the columns with scores ask, in their order. `about` holds what all
    answers of the file have in common; `pseudonym` hides the respondent.
    """

    def __init__(
        self,
        columns: Columns,
        reference: Reference,
        *,
        about: dict[str, Any],
        pseudonym: Callable[[str], str],
    ) -> None:
        self.problems: list[Problem] = []
        self._columns, self._about, self._pseudonym = columns, about, pseudonym
        self._places = Places(reference.kommuner, told=columns.layout.kommuner)
        self._instruments = reference.instruments
        self._instrument_codes = values.codes(self._instruments.values())
        layout = columns.layout
        answers = layout.answers if isinstance(layout, PeopleLayout) else values.EMPTY
        scales = {
            it.key: values.ScaleReader(it.scale, numbers=layout.scale, answers=answers)
            for it in columns.instruments
        }
        self.statements = tuple(columns.statements.values())
        self._statements = [(i, scales[it.instrument]) for i, it in columns.statements.items()]
        self._module_codes = values.codes(reference.programme.modules)
        self._dimension_codes = {
            key: values.codes(it.dimensions) for key, it in self._instruments.items()
        }
        self._aspect_codes = {key: aspect_words(it) for key, it in self._instruments.items()}

    def kommune(self, row: Row) -> str | None:
        """Return the number of the kommune, however it is written."""

        def read(cell: Any) -> str:
            words = values.text(cell)
            code = self._places.find(words) if words else None
            if code is None:
                near = self._places.suggest(words) if words else None
                raise values.Unreadable(_("en kommune i Nordland, med navn eller nummer"), near)
            return code

        return self._cell(row, "kommune", read)

    def untitled(self, row: Row) -> list[str]:
        """Return the columns that have something in this row, and no heading."""
        cells = row[1]
        columns = self._columns
        return [columns.label(i) for i in columns.untitled(len(cells)) if cells[i] is not None]

    def moment(self, row: Row) -> datetime | None:
        """Return when the submission was finished, or None where nothing says so."""
        return self._cell(row, "answered_at", values.day)

    def finished(self, row: Row) -> bool:
        """Tell whether the submission counts by its own word; it does where nothing says so."""
        layout = self._columns.layout
        if not isinstance(layout, PeopleLayout) or "finished" not in self._columns.fields:
            return True
        found = self._cell(row, "finished", values.text)
        return plain(found or "") in {plain(words) for words in layout.finished_when}

    def respondent(self, row: Row) -> str:
        """Return the pseudonym; who gave no address is one person for each submission."""
        who = self._cell(row, "respondent", values.text)
        if who is None or plain(who) in ("anonymous", "anonym"):
            submission = self._cell(row, "submission", values.text) or f"row {row[0]}"
            who = f"{self._about['survey_round']}/{submission}"
        return self._pseudonym(who)

    def scores(self, row: Row) -> list[values.Score]:
        """Return one score per statement, in their order; no answer is one too, with its reason."""
        cells, found = row[1], []
        for index, read in self._statements:
            cell = cells[index] if index < len(cells) else None
            try:
                found.append(read(cell))
            except values.Unreadable as fault:
                self._report(row, index, cell, fault)
                found.append((None, None))
        return found

    def submission(self, row: Row) -> Submission:
        """Return what one person answered: the scores, then barrier and opportunity."""
        person = self._common(row) | {
            "respondent": self.respondent(row),
            "role": self._cell(row, "role", values.text),
        }
        comments = []
        for kind in ("barrier", "opportunity"):
            words = self._cell(row, kind, values.text)
            themes = (self._cell(row, f"{kind}_themes", values.text) or "").split(";")
            themes = [theme.strip() for theme in themes if theme.strip()]
            if words or themes:
                comments.append({"kind": kind, "text": words, "themes": themes})
        return Submission(person, self.scores(row), comments)

    def mean(self, row: Row) -> dict[str, Any]:
        """Return a kommune's mean with the number of answers behind it."""
        self._cell(row, "module", self._same_module)
        key = self._coded(row, "instrument", self._instrument_codes)
        if key is None:
            return {}
        scale = self._instruments[key].scale
        return self._common(row) | {
            "kind": "score",
            "instrument": key,
            "dimension": self._coded(row, "dimension", self._dimension_codes[key]),
            "aspect": self._coded(row, "aspect", self._aspect_codes[key]),
            "score": self._cell(row, "mean", lambda cell: self._mean(cell, scale)),
            "n": int(self._cell(row, "n", lambda c: values.decimal(c, 1, 1e6)) or 0),
        }

    def _mean(self, cell: Cell, scale: Scale) -> float:
        ends = self._columns.layout.scale or (scale.min, scale.max)
        return values.brought(values.decimal(cell, min(ends), max(ends)), ends, scale)

    def _common(self, row: Row) -> dict[str, Any]:
        moment: date | None = self.moment(row)
        if isinstance(moment, datetime):
            moment = moment.date()  # the hour could tell who it was
        return {
            **self._about,
            "kommune": self.kommune(row),
            "answered_at": moment or self._about["answered_at"],
        }

    def _same_module(self, cell: Cell) -> None:
        module = self._about["module"]
        if cell is not None and values.code(cell, self._module_codes) != module:
            expected = _("«{module}», som filen leses inn i").format(module=module)
            raise values.Unreadable(expected)

    def _coded(self, row: Row, name: str, codes: dict[str, str]) -> str | None:
        return self._cell(row, name, lambda cell: values.code(cell, codes))

    def _cell(self, row: Row, name: str, read: Callable[[Any], V]) -> V | None:
        return self._at(row, self._columns.fields.get(name), read)

    def _at(self, row: Row, index: int | None, read: Callable[[Any], V]) -> V | None:
        cell = row[1][index] if index is not None and index < len(row[1]) else None
        try:
            return read(cell)
        except values.Unreadable as fault:
            self._report(row, index, cell, fault)
            return None

    def _report(self, row: Row, index: int | None, cell: Cell, fault: values.Unreadable) -> None:
        problem = Problem(
            row=row[0],
            column=None if index is None else self._columns.label(index),
            found=values.text(cell),
            expected=fault.expected,
            suggestion=fault.suggestion,
        )
        self.problems.append(problem)
