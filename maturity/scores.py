"""The score table: worked out from the answers once per data version, and kept beside them.

At 85 million answers that takes half a minute; reading what was kept takes a moment.
"""

import hashlib
import logging
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkstemp
from urllib.parse import unquote

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable

from maturity.settings import ROOT

SCHEMA = ROOT / "queries" / "_schema.sql"
MEMORY = "2GB"
ALL_INVENTED = "all_invented"  # kept with the scores: comments count too, and are not among them
LEFT_BEHIND = 3600  # seconds after which nobody writes on an unfinished file any more

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Scores:
    """A database with the score table, closed to files; whether every answer is invented."""

    connection: duckdb.DuckDBPyConnection
    all_invented: bool


def scores(table: DeltaTable, *, answers: Path) -> Scores:
    """Return the scores of one version of a table with rows: read where kept, else worked out."""
    kept = _place(table, answers)
    found = _read(kept)
    if found is None:
        found = _worked_out(table)
        _keep(found, kept)
    connection = _connected()
    connection.from_arrow(found).insert_into("score")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    about = found.schema.metadata or {}
    return Scores(connection, about.get(ALL_INVENTED.encode()) == b"True")


def prepare(answers: Path) -> None:
    """Work out the scores of the newest version now, so that no reader waits for them.

    The answers are in already: what fails here is logged, and tried again by the first reader.
    """
    try:
        table = DeltaTable(str(answers))
        if table.file_uris():
            scores(table, answers=answers).connection.close()
    except (duckdb.Error, OSError):
        log.exception("The scores in %s are not made yet", answers)


def _connected() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(SCHEMA.read_text("utf-8"))
    return connection


def _place(table: DeltaTable, answers: Path) -> Path:
    """Name the file after all that the scores depend on: version, table, and the definition."""
    made_by = f"{SCHEMA.read_text('utf-8')}\n{duckdb.__version__}"
    digest = hashlib.sha256(made_by.encode()).hexdigest()[:16]
    name = f"{table.version()}-{table.metadata().id}-{digest}.parquet"
    return answers.parent / f"{answers.name}.scores" / name


def _read(kept: Path) -> pa.Table | None:
    try:
        return pq.read_table(kept, page_checksum_verification=True, partitioning=None)
    except FileNotFoundError:
        return None
    except (OSError, pa.ArrowException) as fault:
        log.warning("The kept scores in %s cannot be read and are worked out anew: %s", kept, fault)
        return None


def _worked_out(table: DeltaTable) -> pa.Table:
    """Ask one survey round after the other, in a database of its own: what bounds the memory."""
    files = [unquote(uri) for uri in table.file_uris()]  # «ø» and spaces come as in an address
    with TemporaryDirectory() as spill, _connected() as connection:
        connection.execute(f"set temp_directory = '{spill}'")
        connection.execute(f"set memory_limit = '{MEMORY}'")
        connection.execute("set preserve_insertion_order = false")
        for (survey_round,) in connection.execute("from rounds_answered(?)", [files]).fetchall():
            connection.execute(
                "insert into score from scores_of_round(?, ?)", [files, survey_round]
            )
        ((all_invented,),) = connection.execute("from all_invented(?)", [files]).fetchall()
        found: pa.Table = connection.table("score").to_arrow_table()
        return found.replace_schema_metadata({ALL_INVENTED: str(bool(all_invented))})


def _keep(found: pa.Table, kept: Path) -> None:
    """Write the table whole or not at all, for its owner only, and tidy up."""
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = mkstemp(dir=kept.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                pq.write_table(found, file, write_page_checksum=True)
            Path(part).replace(kept)
        finally:
            Path(part).unlink(missing_ok=True)
    except OSError as fault:
        log.warning("The scores cannot be kept in %s, and are worked out anew: %s", kept, fault)
        return
    with suppress(OSError):  # whoever reads what is removed has it open, and goes on reading
        for other in kept.parent.iterdir():
            if _superseded(other, by=kept):
                other.unlink(missing_ok=True)


def _superseded(other: Path, *, by: Path) -> bool:
    """Tell whether a file is of no use any more; one who is late does not take the newer away."""
    if other.suffix == ".part":
        return time.time() - other.stat().st_mtime > LEFT_BEHIND
    version, _, made = other.stem.partition("-")
    own, _, mine = by.stem.partition("-")
    same_table = made.rpartition("-")[0] == mine.rpartition("-")[0]
    newer = same_table and version.isdigit() and int(version) > int(own)
    return other != by and not newer
