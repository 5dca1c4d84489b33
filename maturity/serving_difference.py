"""What differs between two versions of the answers, counted once and closed to files."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote

import duckdb
import pandas as pd
from deltalake import DeltaTable

from maturity.serving import Data
from maturity.settings import ROOT

SCHEMA = ROOT / "queries" / "_changes.sql"


class Difference:
    """How many answers of each survey round and kommune are new, others or gone in `after`.

    Only files that one of them alone has are read: an import leaves the others as they are.
    """

    def __init__(self, before: Data, after: Data) -> None:
        self.before, self.after = before, after
        # By their names, which are unlike: a copy of a table shares its files under other paths.
        earlier, later = (_files(it) for it in (before, after))
        self._connection = duckdb.connect()
        self._connection.execute(SCHEMA.read_text("utf-8"))
        gone = sorted(earlier[name] for name in earlier.keys() - later.keys())
        new = sorted(later[name] for name in later.keys() - earlier.keys())
        if gone or new:
            with TemporaryDirectory() as folder:
                found = _counted(gone + new, gone, Path(folder))
            self._connection.execute("insert into change from found")
            del found
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set lock_configuration = true")

    def run(self, sql: str, **values: Any) -> pd.DataFrame:
        """Run one query; many may do so at once."""
        return self._connection.cursor().execute(sql, values).df()


@lru_cache(maxsize=2)  # each holds two versions open
def difference(before: Data, after: Data) -> Difference:
    """Return what differs between two versions, worked out once."""
    return Difference(before, after)


def _files(data: Data) -> dict[str, str]:
    table = DeltaTable(str(data.answers), version=data.version)
    return {Path(uri).name: uri for uri in map(unquote, table.file_uris())}


def _counted(files: list[str], earlier: list[str], folder: Path) -> pd.DataFrame:
    with duckdb.connect(folder / "difference.duckdb") as connection:
        # What goes beyond is put aside on the disk while it is counted.
        connection.execute("set memory_limit = '1GB'")
        connection.execute(SCHEMA.read_text("utf-8"))
        return connection.execute("from changes_between(?, ?)", [files, earlier]).df()
