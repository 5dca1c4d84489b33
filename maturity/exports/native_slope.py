"""The lines of a slope as series of one chart: where a line breaks, another series begins."""

from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import pandas as pd

ORDER = ("other", "group", "kommune")  # drawn last, lies on top


@dataclass(frozen=True, kw_only=True)
class SlopeLine:
    """A line through some rounds; `first` of its name, so that a legend says it once."""

    name: str
    kind: str  # "kommune" | "group" | "other"
    values: tuple[float | None, ...]
    first: bool


def slope_lines(frame: pd.DataFrame, *, rounds: list[str], others: str) -> list[SlopeLine]:
    """Return a slope frame's steps as lines over the rounds; others are named `others` alone.

    `frame` has one row per series and step: series, series_kind, start, end, earlier, later. Two
    steps are one line where one begins with the score that the other ended with; a group may
    begin elsewhere, since other kommuner are in both rounds of the next step.
    """
    place = {code: at for at, code in enumerate(rounds)}
    steps = frame.dropna(subset=["earlier", "later"]).to_dict("records")
    steps.sort(
        key=lambda row: (ORDER.index(row["series_kind"]), row["series"], place[row["start"]])
    )
    found: list[SlopeLine] = []
    named: set[str] = set()
    for (kind, series), rows in groupby(steps, key=lambda row: (row["series_kind"], row["series"])):
        name = others if kind == "other" else str(series)
        for values in _unbroken(list(rows), place):
            found.append(
                SlopeLine(name=name, kind=str(kind), values=values, first=name not in named)
            )
            named.add(name)
    # In the order of their names the others would not be nameless.
    nameless = sorted((line for line in found if line.kind == "other"), key=_levels)
    firsts = [replace(line, first=at == 0) for at, line in enumerate(nameless)]
    return [*firsts, *(line for line in found if line.kind != "other")]


def _unbroken(rows: list[dict[Any, Any]], place: dict[str, int]) -> list[tuple[float | None, ...]]:
    lines: list[list[float | None]] = []
    for row in rows:
        start, end = place[row["start"]], place[row["end"]]
        if not lines or lines[-1][start] != row["earlier"]:
            lines.append([None] * len(place))
            lines[-1][start] = float(row["earlier"])
        lines[-1][end] = float(row["later"])
    return [tuple(line) for line in lines]


def _levels(line: SlopeLine) -> tuple[float, ...]:
    return tuple(-1.0 if value is None else value for value in line.values)
