"""The only reader of the answers: one typed function per file in `queries/`."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from deltalake import DeltaTable

from maturity.access import Viewer
from maturity.disclosure import suppress, suppress_groups
from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.language import _
from maturity.settings import ROOT, Thresholds, thresholds

FOLDER = ROOT / "queries"
READABLE = {"appendOnly", "invariants", "timestampNtz"}


class Data:
    """The serving database of one version of the table; nothing in it can reach a file."""

    def __init__(self, table: DeltaTable) -> None:
        protocol = table.protocol()
        foreign = set(protocol.reader_features or ()) - READABLE
        if foreign:
            raise UserError(
                _("Svartabellen bruker noe vi ikke kan lese: {features}.").format(
                    features=", ".join(sorted(foreign))
                )
            )
        self.version = int(table.version())
        self._connection = duckdb.connect()
        self._connection.execute("set variable files = ?", [table.file_uris()])
        self._connection.execute((FOLDER / "_schema.sql").read_text("utf-8"))
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set lock_configuration = true")
        row = self._connection.execute("select coalesce(bool_and(invented), true) from score")
        self.all_invented = bool((row.fetchone() or (False,))[0])

    def ask(self, name: str, viewer: Viewer, **choices: Any) -> pd.DataFrame:
        """Run one query file in the name of a viewer."""
        sql = (FOLDER / f"{name}.sql").read_text("utf-8")
        given = {
            "kommuner": sorted(viewer.kommuner),
            "invented_only": viewer.invented_only,
            **choices,
        }
        return self._connection.cursor().execute(sql, given).df()


def newest(path: Path) -> Data | None:
    """Open the newest version of the table, once per version; None where nothing is in yet."""
    table = Store(path).table()
    if table is None or not table.file_uris():
        return None
    return _opened(str(path), int(table.version()))


@lru_cache(maxsize=2)
def _opened(path: str, version: int) -> Data:
    return Data(DeltaTable(path, version=version))


def rounds(data: Data, *, viewer: Viewer) -> pd.DataFrame:
    """Return the survey rounds: survey_round, module, phase, instrument, answered_at, k."""
    return data.ask("rounds", viewer, min_respondents=thresholds().min_respondents)


def scores_by_kommune(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return kommune, dimension, mean, n, sd, q1, median, q3 and withheld."""
    frame = data.ask(
        "scores_by_kommune",
        viewer,
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
    )
    return suppress(frame, thresholds())


def scores_by_group(
    data: Data,
    *,
    viewer: Viewer,
    survey_round: str,
    instrument: str,
    aspect: str,
    members: frozenset[str],
) -> pd.DataFrame:
    """Return dimension, mean, k and withheld of a group of kommuner, each counting once."""
    limits: Thresholds = thresholds()
    frame = data.ask(
        "scores_by_group",
        viewer,
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
        members=sorted(members),
        min_respondents=limits.min_respondents,
    )
    return suppress_groups(frame, limits, own=len(viewer.own & members))
