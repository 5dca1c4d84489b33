"""The answers of each kommune as a table, region by region."""

from itertools import groupby

import pandas as pd

from maturity.language import _, number
from maturity.view import Table


def answers_table(
    frame: pd.DataFrame, tiles: pd.DataFrame, *, labels: list[str], source: str
) -> Table:
    """Return the numbers of both figures of the overview as one table.

    `frame` has one row per kommune and survey round, in the order of `labels`: kommune, name,
    region, n, state. `tiles` has one row per kommune: kommune, value (modules answered).
    """
    modules = dict(zip(tiles["kommune"], tiles["value"], strict=True))
    rows: list[tuple[str, ...] | str] = []
    for region, members in groupby(frame.to_dict("records"), key=lambda row: row["region"]):
        rows += [str(region)] if region else []
        for kommune, cells in groupby(members, key=lambda row: str(row["kommune"])):
            own = list(cells)
            said = (_cell(row["state"], row["n"]) for row in own)
            rows.append((str(own[0]["name"]), *said, str(modules[kommune])))
    return Table(
        heads=(_("Kommune"), *labels, _("Moduler med svar")), rows=tuple(rows), notes=(source,)
    )


def _cell(state: str, n: int) -> str:
    return {"shown": "", "withheld": _("holdt tilbake"), "none": _("ingen svar")}[state] or number(
        n, digits=0
    )
