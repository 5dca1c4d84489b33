"""Running one query file in the name of a viewer."""

from functools import cache
from typing import Any, Protocol

import pandas as pd

from maturity.access import Viewer
from maturity.queries.sums_offered import members_offered
from maturity.settings import ROOT

FOLDER = ROOT / "queries"


class Database(Protocol):
    """What runs a query: one version of the answers, or what differs between two."""

    def run(self, sql: str, **values: Any) -> pd.DataFrame:
        """Run one query."""


@cache
def _sql(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text("utf-8")


def ask(data: Database, viewer: Viewer, name: str, **choices: Any) -> pd.DataFrame:
    """Run `queries/<name>.sql` over what the viewer may see, or over what counts in groups."""
    sql = _sql(name)
    rights = {
        "kommuner": sorted(viewer.kommuner),
        "opened": sorted(f"{instrument} {kommune}" for kommune, instrument in viewer.opened),
        "counted": sorted(viewer.counted),
        "invented_only": viewer.invented_only,
    }
    if "$exact" in sql:
        rights["exact"] = viewer.counted <= viewer.knows(choices["instrument"])
    if "$offered" in sql:
        rights["offered"] = frozenset(choices["members"]) in members_offered()
    return data.run(
        sql, **{right: it for right, it in rights.items() if f"${right}" in sql}, **choices
    )
