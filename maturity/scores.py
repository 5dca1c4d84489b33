"""The tables that readers ask: worked out from the answers once per data version, and kept.

At 85 million answers that takes half a minute; reading what was kept takes a moment. It is kept
beside the answers as one DuckDB database, whose blocks carry checksums.
"""

import hashlib
import logging
import os
import time
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory, mkstemp
from urllib.parse import unquote

import duckdb
from deltalake import DeltaTable

from maturity.errors import UserError
from maturity.reference import reference
from maturity.seals import broken_files, damaged, files
from maturity.settings import ROOT

SCHEMA = ROOT / "queries" / "_schema.sql"
# What DuckDB may hold; the rest it puts on the disk. A million people of twelve answers get along
# with the first, the whole country does not.
MEMORY, MORE = "350MB", "2GB"
MANY = 40_000_000  # rows, with which the first is not tried
LEFT_BEHIND = 3600  # seconds after which nobody writes on an unfinished file any more

log = logging.getLogger(__name__)


def scores(table: DeltaTable, *, answers: Path) -> duckdb.DuckDBPyConnection:
    """Return a database of one version of a table with rows: read where kept, else worked out.

    It is closed to files. Raises UserError where the answers themselves are damaged.
    """
    kept = _place(table, answers)
    connection = _read(kept)
    if connection is None:
        if wrong := broken_files(answers, files(table)):
            raise damaged(wrong)
        with TemporaryDirectory() as folder:
            made = Path(folder) / kept.name
            _work_out(table, made)
            connection = _read(made)
            if connection is None:
                raise OSError(f"what was just written to {made} cannot be read")
            _keep(made, kept)
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def prepare(answers: Path) -> None:
    """Work out the scores of the newest version now, so that no reader waits for them.

    The answers are in already: what fails here is logged, and tried again by the first reader.
    """
    try:
        table = DeltaTable(str(answers))
        if table.file_uris():
            scores(table, answers=answers).close()
    except (duckdb.Error, OSError, UserError):
        log.exception("The scores in %s are not made yet", answers)


def _place(table: DeltaTable, answers: Path) -> Path:
    """Name the file after all that the scores depend on: version, table, definition and scales."""
    made_by = f"{SCHEMA.read_text('utf-8')}\n{duckdb.__version__}\n{_scales()}"
    digest = hashlib.sha256(made_by.encode()).hexdigest()[:16]
    name = f"{table.version()}-{table.metadata().id}-{digest}.duckdb"
    return answers.parent / f"{answers.name}.scores" / name


def _read(kept: Path) -> duckdb.DuckDBPyConnection | None:
    if not kept.exists():
        return None
    connection = duckdb.connect()
    try:
        connection.execute(f"attach '{_quoted(kept)}' as kept (read_only)")
        connection.execute("copy from database kept to memory")
        connection.execute("detach kept")
    except duckdb.Error as fault:
        connection.close()
        log.warning("The kept scores in %s cannot be read and are worked out anew: %s", kept, fault)
        return None
    return connection


def _work_out(table: DeltaTable, made: Path) -> None:
    """Make the database with as little memory as it takes."""
    rows = sum(table.get_add_actions(flatten=True).column("num_records").to_pylist())
    if rows < MANY:
        try:
            _make(table, made, memory=MEMORY)
        except duckdb.OutOfMemoryException:
            log.warning("The scores take more than %s", MEMORY)
            made.unlink()
        else:
            return
    _make(table, made, memory=MORE)


def _make(table: DeltaTable, made: Path, *, memory: str) -> None:
    """Make the database, one survey round after the other: what bounds the memory."""
    files = [unquote(uri) for uri in table.file_uris()]  # «ø» and spaces come as in an address
    with duckdb.connect(made) as connection:
        connection.execute(f"set memory_limit = '{memory}'")
        connection.execute("set enable_progress_bar = false")  # it would go to standard output
        connection.execute("set preserve_insertion_order = false")
        connection.execute(SCHEMA.read_text("utf-8"))
        connection.executemany("insert into scale values (?, ?, ?)", _scales())
        for (code,) in connection.execute("from rounds_answered(?)", [files]).fetchall():
            connection.execute("insert into score from scores_of_round(?, ?)", [files, code])
            connection.execute("insert into asked from asked_in_round(?, ?)", [files, code])
        for rounds, instruments in _neighbours(connection).items():
            same = "insert into same_person from same_people_in(?, ?, ?, ?, ?)"
            connection.execute(same, [files, *rounds, instruments])
        connection.execute("set preserve_insertion_order = true")
        connection.execute("insert into comment from comments_in(?)", [files])
        connection.execute("insert into theme from themes_in(?)", [files])
        connection.execute("insert into about from all_invented(?)", [files])


def _scales() -> list[list[str | int]]:
    """Return each framework with the ends of its scale."""
    return [[it.key, it.scale.min, it.scale.max] for it in reference().instruments.values()]


def _neighbours(
    connection: duckdb.DuckDBPyConnection,
) -> dict[tuple[str | None, str, str], list[str]]:
    """Return the instruments by rounds of people that follow each other in time in them.

    Two, with the one before them; None: there is none.
    """
    answered: dict[str, list[str]] = {}
    for instrument, code in connection.execute("from rounds_of_people").fetchall():
        answered.setdefault(instrument, []).append(code)
    found: dict[tuple[str | None, str, str], list[str]] = {}
    for instrument, codes in answered.items():
        for before, (earlier, later) in zip((None, *codes), pairwise(codes), strict=False):
            found.setdefault((before, earlier, later), []).append(instrument)
    return found


def _keep(made: Path, kept: Path) -> None:
    """Put the database in its place whole or not at all, for its owner only, and tidy up."""
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = mkstemp(dir=kept.parent, suffix=".part")
        os.close(handle)
        try:
            copyfile(made, part)
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


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
