"""The Delta table of answers: one import is one commit, all or nothing."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, TableNotFoundError

from maturity.errors import ConflictError, UserError
from maturity.intake.schema import SCHEMA
from maturity.language import _, date


@dataclass(frozen=True, kw_only=True)
class Import:
    """One commit of the history: an import, or the undoing of one."""

    version: int
    action: str
    file: str
    sha256: str
    who: str
    survey_round: str
    rows: int
    when: datetime.datetime
    invented: bool
    undoes: int | None = None


class Store:
    """The table at one path."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def table(self) -> DeltaTable | None:
        """Return the newest state of the table, or None where there is none yet."""
        try:
            return DeltaTable(str(self.path))
        except TableNotFoundError:
            return None

    def history(self) -> list[Import]:
        """Return every import and undoing, the oldest first."""
        table = self.table()
        commits: list[dict[str, Any]] = table.history() if table else []
        return [
            Import(
                version=commit["version"],
                when=datetime.datetime.fromtimestamp(commit["timestamp"] / 1000).astimezone(),
                **json.loads(commit["maturity"]),
            )
            for commit in sorted(commits, key=lambda commit: int(commit["version"]))
            if "maturity" in commit
        ]

    def in_force(self) -> list[Import]:
        """Return the imports that have not been undone, the oldest first."""
        history = self.history()
        undone = {entry.undoes for entry in history}
        return [e for e in history if e.action == "take" and e.version not in undone]

    def take(
        self,
        batches: Callable[[], Iterable[pa.RecordBatch]],
        *,
        kommuner: Iterable[str],
        entry: dict[str, Any],
    ) -> int:
        """Replace a round's rows for some kommuner in one commit; return its version.

        The first real answers clear invented ones away in the same commit. Raises UserError where
        the same file is in already, ConflictError where another import of the same kommuner landed
        meanwhile.
        """
        # The history is read after the table: what lands later than either conflicts below.
        table = self.table() or DeltaTable.create(str(self.path), SCHEMA, mode="ignore")
        for earlier in self.in_force():
            if earlier.sha256 == entry["sha256"]:
                raise UserError(
                    _("Filen er lest inn før, {when} (versjon {version}).").format(
                        when=date(earlier.when), version=earlier.version
                    )
                )
            if entry["invented"] and not earlier.invented:
                raise UserError(_("Tabellen har ekte svar; eksempeldata blandes ikke inn."))
        codes = ", ".join(f"'{code}'" for code in sorted(kommuner))
        own = f"survey_round = '{entry['survey_round']}' and kommune in ({codes})"
        # Invented answers clear nothing real away, since there is nothing real; but saying that
        # they would makes Delta see the conflict where real ones land at the same time.
        others = f"invented = {str(not entry['invented']).lower()}"
        with _one_at_a_time():
            write_deltalake(
                table,
                pa.RecordBatchReader.from_batches(SCHEMA, batches()),
                mode="overwrite",
                predicate=f"({own}) or {others}",
                commit_properties=_properties({"action": "take", **entry}),
            )
        return int(table.version())

    def undo(self, *, who: str) -> Import:
        """Bring back what stood before the newest import; return the import undone."""
        table, taken = self.table(), self.in_force()
        if table is None or not taken:
            raise UserError(_("Det er ingen innlesing å angre."))
        last = taken[-1]
        note = {k: getattr(last, k) for k in ("file", "sha256", "survey_round", "rows", "invented")}
        entry = {"action": "undo", "who": who, "undoes": last.version, **note}
        with _one_at_a_time():
            table.restore(last.version - 1, commit_properties=_properties(entry))
        return last


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Say it to the reader where another commit landed since the table was looked at."""
    try:
        yield
    except CommitFailedError:
        raise ConflictError(
            _("En annen innlesing kom imellom. Ingenting er lest inn; prøv igjen.")
        ) from None


def _properties(entry: dict[str, Any]) -> CommitProperties:
    return CommitProperties(custom_metadata={"maturity": json.dumps(entry)})
