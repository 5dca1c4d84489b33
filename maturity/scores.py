"""The score table: worked out from the answers once per data version, and kept beside them.

At 85 million answers that takes half a minute; reading what was kept takes a moment.
"""

import hashlib
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable

from maturity.settings import ROOT

SCHEMA = ROOT / "queries" / "_schema.sql"
MEMORY = "2GB"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Scores:
    """A database with the score table, closed to files; whether every answer is invented."""

    connection: duckdb.DuckDBPyConnection
    all_invented: bool


def scores(table: DeltaTable, *, answers: Path) -> Scores:
    """Return the scores of one version of a table with rows: read where kept, else worked out."""
    connection = _connected(table)
    kept = _place(table, answers)
    if not _read(connection, kept):
        found = _worked_out(table)
        connection.from_arrow(found).insert_into("score")
        _keep(found, kept)
    (all_invented,) = connection.execute("from all_invented()").fetchone() or (False,)
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return Scores(connection, bool(all_invented))


def _connected(table: DeltaTable) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("set variable files = ?", [table.file_uris()])
    connection.execute(SCHEMA.read_text("utf-8"))
    return connection


def prepare(answers: Path) -> None:
    """Work out the scores of the newest version now, so that no reader waits for them."""
    table = DeltaTable(str(answers))
    if table.file_uris():
        scores(table, answers=answers).connection.close()


def _place(table: DeltaTable, answers: Path) -> Path:
    """Name the file after all that the scores depend on: table, version, and the definition."""
    parts = (str(table.metadata().id), SCHEMA.read_text("utf-8"), duckdb.__version__)
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    return answers.parent / f"{answers.name}.scores" / f"{table.version()}-{digest}.parquet"


def _read(connection: duckdb.DuckDBPyConnection, kept: Path) -> bool:
    if not kept.exists():
        return False
    try:
        connection.execute("insert into score from kept_scores(?)", [str(kept)])
    except duckdb.Error as fault:
        log.warning("The kept scores in %s cannot be read and are worked out anew: %s", kept, fault)
        return False
    return True


def _worked_out(table: DeltaTable) -> pa.Table:
    """Ask one survey round after the other, in a database of its own: what bounds the memory."""
    with TemporaryDirectory() as spill, _connected(table) as connection:
        connection.execute(f"set temp_directory = '{spill}'")
        connection.execute(f"set memory_limit = '{MEMORY}'")
        connection.execute("set preserve_insertion_order = false")
        for (survey_round,) in connection.execute("from rounds_answered()").fetchall():
            connection.execute("insert into score from scores_of_round(?)", [survey_round])
        return connection.table("score").to_arrow_table()


def _keep(found: pa.Table, kept: Path) -> None:
    """Write the table whole or not at all, and remove what older versions left behind."""
    part = kept.with_suffix(f".{os.getpid()}.part")
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        pq.write_table(found, part)
        part.replace(kept)
        for other in kept.parent.glob("*.parquet"):
            if other != kept:  # whoever reads it has it open, and goes on reading it
                other.unlink(missing_ok=True)
    except OSError as fault:
        log.warning("The scores cannot be kept in %s, and are worked out anew: %s", kept, fault)
