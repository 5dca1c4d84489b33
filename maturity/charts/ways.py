"""Ways from today to the target: what the charts and sentences of one kommune are made of."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from maturity.charts.scores import EXACT, area_of, behind, level
from maturity.instruments import Instrument
from maturity.language import _


@dataclass(frozen=True, kw_only=True)
class Way:
    """One dimension's score today, its target and the gap between; each None where missing."""

    dimension: str
    label: str
    area: str | None
    now: float | None
    target: float | None
    gap: float | None
    n_now: int | None
    n_target: int | None
    withheld: str | None  # why one of them is missing
    k_now: int | None = None  # of a group: the kommuner behind the score
    k_target: int | None = None
    k_gap: int | None = None  # those of them that have both

    @property
    def over_the_same(self) -> bool:
        """Whether today, the target and the gap are means of the same kommuner, or of one."""
        return self.k_gap is None or self.k_now == self.k_target == self.k_gap


def ways(frame: pd.DataFrame, *, instrument: Instrument) -> list[Way]:
    """Return one way per dimension of the instrument, in its order.

    `frame` has one row per dimension: dimension, now, target (on the scale, NaN where missing),
    gap (target minus now, before rounding), n_now, n_target (people), withheld (None or a reason);
    of a group k_now, k_target and k_gap (kommuner) in the place of people. A kommune has a gap
    where it has both, so where these counts are equal, they are of the same kommuner.
    """
    rows = frame.set_index("dimension").to_dict("index")
    found = []
    for key, dimension in instrument.by_key.items():
        row: dict[Any, Any] = rows.get(key, {})
        reason = row.get("withheld")
        found.append(
            Way(
                dimension=key,
                label=dimension.label,
                area=area_of(dimension, instrument=instrument),
                now=_number(row.get("now")),
                target=_number(row.get("target")),
                gap=_number(row.get("gap")),
                n_now=_count(row.get("n_now")),
                n_target=_count(row.get("n_target")),
                withheld=None if pd.isna(reason) else str(reason),
                k_now=_count(row.get("k_now")),
                k_target=_count(row.get("k_target")),
                k_gap=_count(row.get("k_gap")),
            )
        )
    return found


def words(way: Way, *, instrument: Instrument, aspect: str) -> str:
    """Return what is shown over a way's point; empty where the point is missing."""
    value = way.now if aspect == "now" else way.target
    n, k = (way.n_now, way.k_now) if aspect == "now" else (way.n_target, way.k_target)
    if value is None:
        return ""
    lines = [
        f"<b>{way.label}</b>",
        _("{value} av {top}").format(value=level(value, aspect="now"), top=instrument.scale.max),
        behind(n, k),
    ]
    return "<br>".join(line for line in lines if line)


def _number(value: Any) -> float | None:
    return None if pd.isna(value) else round(float(value), EXACT)


def _count(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
