"""The way from today to the target as a table: the twin of its figures."""

import pandas as pd

from maturity.aspects import aspects
from maturity.charts.scores import behind, level
from maturity.charts.ways import Way, ways
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _
from maturity.view import Table


def way_table(frame: pd.DataFrame, *, instrument: Instrument, source: str) -> Table:
    """Return today, target and gap of each dimension by area, of a kommune or of a group."""
    names = aspects(instrument)
    heads = (
        _("Generasjon") if instrument.ordered else _("Evne"),
        names["now"],
        names["target"],
        names["gap"],
        _("Antall kommuner") if "k_now" in frame else _("Antall svar"),
    )
    rows: list[tuple[str, ...] | str] = []
    area = None
    for way in ways(frame, instrument=instrument):
        if way.area and way.area != area:
            rows.append(way.area)
        area = way.area
        rows.append((way.label, *_cells(way)))
    return Table(heads=heads, rows=tuple(rows), notes=(source,))


def _cells(way: Way) -> list[str]:
    why = withheld_reason(way.withheld or "not_answered")
    people = dict.fromkeys((way.n_now, way.n_target))
    counts = [behind(n, None) for n in people if n is not None]
    kommuner = sorted({k for k in (way.k_now, way.k_target, way.k_gap) if k is not None})
    if kommuner:
        least = f"{kommuner[0]}–" if len(kommuner) > 1 else ""
        counts.append(f"{least}{behind(None, kommuner[-1])}")
    return [
        why if way.now is None else level(way.now, aspect="now"),
        why if way.target is None else level(way.target, aspect="target"),
        why if way.gap is None else level(way.gap, aspect="gap"),
        " / ".join(counts),
    ]
