"""The Delta table of answers: one import is one commit, all or nothing."""

import datetime
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, Transaction
from deltalake.exceptions import DeltaError, TableNotFoundError

from maturity.errors import ConflictError, UserError
from maturity.intake.commits import KEEP_ALL, committing, replace_rows
from maturity.intake.imports import Import, refuse
from maturity.intake.leftovers import remove_leftovers
from maturity.intake.schema import SCHEMA
from maturity.intake.standing import effect, in_force, standing
from maturity.intake.undoing import put_back, refuse_unknown
from maturity.language import _
from maturity.seals import broken_commits, damaged, refuse_damage, seal


class Store:
    """The table at one path."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def table(self) -> DeltaTable | None:
        """Return the newest state of the table, or None where there is none yet.

        Raises UserError where its commits cannot be read.
        """
        try:
            return DeltaTable(str(self.path))
        except TableNotFoundError:
            return None
        except DeltaError as fault:
            wrong = broken_commits(self.path)
            if not wrong:
                raise
            raise damaged(wrong) from fault

    def history(self) -> list[Import]:
        """Return every import and undoing, the oldest first."""
        table = self.table()
        commits: list[dict[str, Any]] = table.history() if table else []
        if table and not commits:  # a table has at least the commit that made it
            raise UserError(
                _(
                    "Får ikke lest historien til svarene i «{path}». Ingenting er endret. Flytt "
                    "mappen til en sti uten spesialtegn, eller hent den fra en sikkerhetskopi."
                ).format(path=self.path)
            )
        return [
            _import(commit)
            for commit in sorted(commits, key=lambda commit: int(commit["version"]))
            if "maturity" in commit
        ]

    def in_force(self, *, until: int | None = None) -> list[Import]:
        """Return the imports not undone, the oldest first; `until`: as it was in that version."""
        return in_force(self.history(), until=until)

    def has_real(self) -> bool:
        """Tell whether any answer is real, by the rows themselves and not by their history."""
        table = self.table()
        if table is None:
            return False
        import duckdb  # a moment to load, and only the demo asks

        files = [unquote(uri) for uri in table.file_uris()]
        asked = "select 1 from read_parquet(?) where invented is distinct from true limit 1"
        return bool(files) and duckdb.connect().execute(asked, [files]).fetchone() is not None

    def refuse(self, entry: dict[str, Any]) -> None:
        """Raise UserError where an import does not go with those in force."""
        refuse(entry, self.in_force())
        if entry["invented"] and self.has_real():
            raise UserError(_("Tabellen har ekte svar; eksempeldata blandes ikke inn."))

    def take(
        self,
        batches: Callable[[], Iterable[pa.RecordBatch]],
        *,
        kommuner: Iterable[str],
        entry: dict[str, Any],
    ) -> int:
        """Replace a round's rows for some kommuner in one commit; return its version.

        The first real answers clear invented ones away in the same commit. Raises UserError as
        `refuse` does, ConflictError where another import of the same kommuner or of the same file
        landed meanwhile.
        """
        # The history is read after the table: what lands later than either conflicts below.
        table = self._table()
        refuse_damage(self.path, table)
        self.refuse(entry)
        own_codes = sorted(kommuner)
        codes = ", ".join(f"'{code}'" for code in own_codes)
        own = f"survey_round = '{entry['survey_round']}' and kommune in ({codes})"
        # Invented answers clear nothing real away, since there is nothing real; but saying that
        # they would makes Delta see the conflict where real ones land at the same time.
        others = f"invented = {str(not entry['invented']).lower()}"
        # Two commits at once of one transaction conflict, whatever rows they replace.
        same_file = Transaction(f"{entry['sha256']} {entry.get('table') or ''}".strip(), 0)
        replace_rows(
            table,
            batches,
            where=f"({own}) or {others}",
            properties=noted({"action": "take", "kommuner": own_codes, **entry}, same_file),
        )
        seal(self.path, table)
        remove_leftovers(self.path)
        return int(table.version())

    def undo(self, *, who: str, version: int | None = None) -> Import:
        """Take back an import, the newest where no version is told; return it.

        What others brought since stays. Where its rows stand, what stood there before comes back.
        Raises UserError where there is no such import, ConflictError where another commit that
        concerns the same rows landed meanwhile.
        """
        # The history is read after the table: what lands later than either conflicts below.
        table, taken = self.table(), self.in_force()
        if table is None or not taken:
            raise UserError(_("Det er ingen innlesing å angre."))
        undone = next((it for it in reversed(taken) if version in (None, it.version)), None)
        if undone is None:
            raise UserError(
                _("Versjon {version} er ingen innlesing som gjelder nå.").format(version=version)
            )
        refuse_damage(self.path, table)
        # Two that undo the same import at once conflict, whatever rows there are to replace.
        once = Transaction(f"undo {undone.version}", 0)
        properties = noted(undone.undoing(who=who), once)
        rest = [it for it in taken if it != undone]
        if self.in_force(until=undone.version - 1) == rest:
            refuse_damage(self.path, DeltaTable(str(self.path), version=undone.version - 1))
            with committing():
                table.restore(
                    undone.version - 1,
                    commit_properties=properties,
                    post_commithook_properties=KEEP_ALL,
                )
        else:
            refuse_unknown(taken)
            here = effect(standing(taken), standing(rest))
            put_back(table, self.path, effect=here, properties=properties)
        seal(self.path, table)
        return undone

    def _table(self) -> DeltaTable:
        """Return the table, made if need be; of two that make it at once one does."""
        table = self.table()
        if table is None:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)  # comments are for few eyes
            once = CommitProperties(max_commit_retries=0)  # or the later would replace the earlier
            try:
                with committing():
                    table = DeltaTable.create(str(self.path), SCHEMA, commit_properties=once)
            except (ConflictError, DeltaError):
                table = DeltaTable(str(self.path))
        return table


def _import(commit: dict[str, Any]) -> Import:
    entry = json.loads(commit["maturity"])
    return Import(
        version=commit["version"],
        when=datetime.datetime.fromtimestamp(commit["timestamp"] / 1000).astimezone(),
        **{**entry, **{it: tuple(entry.get(it, ())) for it in ("kommuner", "left_out")}},
    )


def noted(entry: dict[str, Any], *transactions: Transaction) -> CommitProperties:
    """Return what a commit says of itself; two at once of one transaction conflict."""
    return CommitProperties(
        custom_metadata={"maturity": json.dumps(entry)}, app_transactions=list(transactions)
    )
