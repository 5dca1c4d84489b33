"""The figure as a table: one row per dimension, one column a series."""

from typing import Any

import pandas as pd

from maturity.charts.scores import Aspect, area_of, behind, level, series_of
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _, number
from maturity.view import Table


def score_table(
    frame: pd.DataFrame, *, instrument: Instrument, aspect: Aspect, source: str
) -> Table:
    """Return the score frame as a table, by area."""
    found = series_of(frame, instrument=instrument)
    its_rows = [series.rows.to_dict("index") for series in found]
    rows: list[tuple[str, ...] | str] = []
    area = None
    for key, dimension in instrument.by_key.items():
        own = area_of(dimension, instrument=instrument)
        if own != area and own is not None:
            rows.append(own)
            area = own
        rows.append((dimension.label, *(_cell(its[key], aspect=aspect) for its in its_rows)))
    corner = _("Generasjon") if instrument.ordered else _("Evne")
    key = _(
        "I hver rute: gjennomsnitt, hva det bygger på, standardavvik (sd), og nederst første "
        "kvartil – median – tredje kvartil der de kan vises."
    )
    return Table(
        heads=(corner, *(series.label for series in found)), rows=tuple(rows), notes=(source, key)
    )


def _cell(row: dict[Any, Any], *, aspect: Aspect) -> str:
    if pd.isna(row["mean"]):
        return _why(row["withheld"])
    about = [behind(row["n"], row["k"])]
    if pd.notna(row["sd"]):
        about.append(_("sd {value}").format(value=number(row["sd"])))
    lines = [level(row["mean"], aspect=aspect), ", ".join(it for it in about if it)]
    if pd.notna(row["q1"]):
        lines.append(" – ".join(number(row[name]) for name in ("q1", "median", "q3")))
    return "\n".join(lines)


def _why(code: Any) -> str:
    reason = withheld_reason("not_answered" if pd.isna(code) else str(code))
    if str(code).startswith("min_"):
        return _("holdt tilbake: {reason}").format(reason=reason)
    return reason
