"""What moved in the area that a module taught, beside what moved elsewhere."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from maturity.charts.scores import level
from maturity.instruments import Instrument
from maturity.language import _


@dataclass(frozen=True, kw_only=True)
class Taught:
    """Mean change of the dimensions in a module's areas, and of all others; points of the scale.

    `inside` and `outside` count the dimensions, `k` the kommuner behind the least of them.
    """

    taught: float
    others: float
    inside: int
    outside: int
    k: int


def compare_taught(
    frame: pd.DataFrame, *, areas: Collection[str], instrument: Instrument
) -> Taught | None:
    """Return the two means, or None where one of the sides has no dimension that can be shown.

    `frame` has one row per dimension: dimension, earlier, later (a group's means, NaN where
    missing), k. Each dimension counts once.
    """
    known = frame.dropna(subset=["earlier", "later"])
    inside = known["dimension"].map(lambda key: instrument.by_key[str(key)].area in areas)
    moved = known["later"] - known["earlier"]
    there = inside.astype(bool)
    if not there.any() or there.all():
        return None
    return Taught(
        taught=float(moved[there].mean()),
        others=float(moved[~there].mean()),
        inside=int(there.sum()),
        outside=int((~there).sum()),
        k=int(known["k"].min()),
    )


def taught_finding(found: Taught, *, module: str, later: str) -> str:
    """Say how much the module's own capabilities moved until the next survey round."""
    return _(
        "Etter {module}, til {later}: evnene i modulens eget område endret seg {taught} i snitt, "
        "de andre evnene {others}."
    ).format(
        module=module,
        later=later,
        taught=_points(found.taught),
        others=_points(found.others),
    )


def taught_caution() -> list[str]:
    """Say what the comparison cannot tell."""
    return [
        _("Tallene sier ikke hva som er årsaken: kommunene er få, og mye annet skjedde samtidig."),
        _(
            "Kartleggingen i forarbeidet er tatt før modulens samling. Det modulen eventuelt har "
            "gjort, kan derfor først vises i neste kartlegging."
        ),
        _(
            "Hvilket område en modul hører til, er prosjektets egen antakelse til DigiNordland "
            "har bekreftet den."
        ),
    ]


def _points(change: float) -> str:
    return level(round(change, 2) + 0.0, aspect="gap", digits=2)  # never «−0,00»
