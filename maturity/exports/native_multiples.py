"""Every kommune's profile as a small chart of its own, beside that of the group."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from maturity.charts.colours import palette, styles
from maturity.charts.scores import level, scale_range
from maturity.exports.native import (
    Line,
    Native,
    aspect_of,
    axis_of,
    dimensions_of,
    exact,
    instrument_of,
)
from maturity.language import _, number
from maturity.view import View


@dataclass(frozen=True, kw_only=True)
class Small:
    """One of many small charts: whose it is, and its numbers in words."""

    name: str
    words: str
    drawn: Native


def multiples(view: View) -> tuple[Small, ...]:
    """Return the profiles of a view in the order of its drawing, all on one scale.

    Dimensions stand from the left; a score that is missing is a gap.
    """
    instrument, aspect = instrument_of(view), aspect_of(view)
    keys, names = list(instrument.by_key), dimensions_of(instrument)
    own, beside = styles(["kommune", "group"], dark=False)
    thin = replace(beside, dash="4px,3px", width=1.25, colour=palette(dark=False).muted)
    low, high, _unit = axis_of(instrument, aspect)
    group = Line(
        name=str(view.options["group_label"]),
        values=_values(view.options["group"], keys),
        style=thin,
        size=0,
    )
    found = []
    for _code, rows in view.frame.groupby("kommune", sort=False):
        values = _values(dict(zip(rows["dimension"], rows["mean"], strict=True)), keys)
        name = str(rows["name"].iloc[0])
        line = Line(name=name, values=values, style=replace(own, width=1.75), size=5)
        said = [
            f"{what} {level(value, aspect=aspect)}"
            for what, value in zip(names, values, strict=True)
            if value is not None
        ]
        drawn = Native(
            form="lines", categories=names, lines=(group, line), axis=(low, high, high - low)
        )
        found.append(Small(name=name, words=f"{name}: {'; '.join(said)}.", drawn=drawn))
    return tuple(found)


def key_of(view: View) -> str:
    """Return how the small charts are read."""
    instrument = instrument_of(view)
    low, high = scale_range(instrument, aspect=aspect_of(view))
    return _(
        "I hver: skalaen {low} til {high} nedenfra, {what} fra venstre. Stiplet: {group}."
    ).format(
        low=number(low, digits=0),
        high=number(high, digits=0),
        what=_("generasjonene") if instrument.ordered else _("evnene"),
        group=view.options["group_label"],
    )


def _values(means: dict[str, Any], keys: list[str]) -> tuple[float | None, ...]:
    found = (means.get(key) for key in keys)
    return tuple(None if it is None or pd.isna(it) else exact(float(it)) for it in found)
