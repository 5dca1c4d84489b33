"""Who could help whom: kommuner that are like another, and strong where it wants to go.

Pure functions over frames of scores that may be shown. Likeness is a weighted mean of five
criteria, each from 0 to 1, chosen so that each can be said in a sentence.
"""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any

import numpy as np
import pandas as pd

from maturity.instruments import Kommune

EARTH = 6371.0  # km
TENFOLD = float(np.log(10))  # the difference in population at which nothing is left of likeness
FAR = 300.0  # km at which nothing is left of it
CENTRALITIES = 5.0  # steps from 1 to 6
NEED = 0.5  # points of the scale: a gap below is not asked help for
LEAD = 0.75  # points above the asker's today that count as strong; less may be chance
EXACT = 9  # decimals: what lies on a limit must not fall off it by the noise of a subtraction
WANTED = 5  # the asker's largest gaps are looked at, at most


@dataclass(frozen=True, kw_only=True)
class Weights:
    """How much each criterion counts, 0 or more; only how they stand to each other matters."""

    size: float = 2.0
    centrality: float = 2.0
    kostra: float = 2.0
    region: float = 2.0
    distance: float = 2.0


@dataclass(frozen=True, kw_only=True)
class Partner:
    """A kommune to call: how like it is, how much it has of what is wanted (0 to 1), and where.

    `dimensions` are those on which it is strong, the one with most to give first.
    """

    kommune: str
    likeness: float
    strength: float
    dimensions: tuple[str, ...]

    @property
    def score(self) -> float:
        """Like and strong: one without the other is worth little."""
        return self.likeness * self.strength


def criteria(kommuner: Mapping[str, Kommune]) -> dict[str, pd.DataFrame]:
    """Return each criterion's likeness between any two kommuner, 0 to 1, by number."""
    codes = sorted(kommuner)
    own = [kommuner[code] for code in codes]
    population = np.array([it.population for it in own], float)
    centrality = np.array([it.centrality for it in own], float)
    found = {
        "size": of_size(population[:, None], population),
        "centrality": of_centrality(centrality[:, None], centrality),
        "kostra": _same([it.kostra_group for it in own]),
        "region": _same([it.region for it in own]),
        "distance": of_distance(distances(kommuner).to_numpy()),
    }
    return {
        name: pd.DataFrame(values, index=codes, columns=codes) for name, values in found.items()
    }


def of_size(one: Any, other: Any) -> Any:
    """Return how alike two populations are, 0 to 1: numbers, or arrays of them."""
    apart = np.abs(np.log(np.maximum(1, one)) - np.log(np.maximum(1, other)))
    return np.clip(1 - apart / TENFOLD, 0, 1)


def of_centrality(one: Any, other: Any) -> Any:
    """Return how alike two centralities are, 0 to 1."""
    return np.clip(1 - np.abs(np.subtract(one, other)) / CENTRALITIES, 0, 1)


def of_distance(km: Any) -> Any:
    """Return how near is near, 0 to 1."""
    return np.clip(1 - np.divide(km, FAR), 0, 1)


def distances(kommuner: Mapping[str, Kommune]) -> pd.DataFrame:
    """Return the kilometres between the centres of any two kommuner, as the crow flies."""
    codes = sorted(kommuner)
    lat, lon = np.radians([(kommuner[code].lat, kommuner[code].lon) for code in codes]).T
    half = (
        np.sin((lat[:, None] - lat) / 2) ** 2
        + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    )
    return pd.DataFrame(2 * EARTH * np.arcsin(np.sqrt(half)), index=codes, columns=codes)


def likeness(kommuner: Mapping[str, Kommune], weights: Weights) -> pd.DataFrame:
    """Return how like any two kommuner are, 0 to 1; where nothing counts, all are alike."""
    given = np.array(astuple(weights))
    if not given.sum():
        codes = sorted(kommuner)
        return pd.DataFrame(1.0, index=codes, columns=codes)
    parts = criteria(kommuner)
    whole = sum(parts[name] * weight for name, weight in _named(weights).items())
    return pd.DataFrame(whole / given.sum())


def wanted(gap: pd.DataFrame) -> pd.DataFrame:
    """Return which dimensions each kommune wants help with: its largest gaps, True where it does.

    `gap` has a row per kommune and a column per dimension, NaN where it may not be shown.
    """
    way = gap.round(EXACT)
    order = way.rank(axis=1, method="first", ascending=False)
    return (order <= WANTED) & (way >= NEED)


def strengths(now: pd.DataFrame, gap: pd.DataFrame) -> tuple[np.ndarray, list[str], list[str]]:
    """Return asker × helper × dimension: how much of the asker's way the helper has, 0 to 1.

    0 where it is not clearly ahead, where the asker does not want to go, or a score is missing.
    Also the kommuner and the dimensions, in the array's order. `now` and `gap` have a row per
    kommune and a column per dimension.
    """
    codes, dimensions = sorted(now.index), list(now.columns)
    have = now.reindex(codes).to_numpy(float)
    way = gap.reindex(index=codes, columns=dimensions)
    ahead = np.round(have[None, :, :] - have[:, None, :], EXACT)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.clip(ahead / way.to_numpy(float)[:, None, :], 0, 1)
        useful = (ahead >= LEAD) & wanted(way).to_numpy()[:, None, :]
    return np.where(useful, share, 0.0), codes, dimensions


def matches(
    now: pd.DataFrame, gap: pd.DataFrame, *, kommuner: Mapping[str, Kommune], weights: Weights
) -> pd.DataFrame:
    """Return every pair with something to give: asker, partner, likeness, strength, dimensions.

    The best come first for each asker; equal ones in the order of their numbers.
    """
    share, codes, dimensions = strengths(now, gap)
    count = np.maximum(1, wanted(gap.reindex(codes)).sum(axis=1).to_numpy())
    strength = share.sum(axis=2) / count[:, None]
    alike = likeness(kommuner, weights).reindex(index=codes, columns=codes).to_numpy()
    rows = [
        {
            "asker": codes[a],
            "partner": codes[b],
            "likeness": float(alike[a, b]),
            "strength": float(strength[a, b]),
            "dimensions": tuple(
                dimensions[d]
                for d in sorted(range(len(dimensions)), key=lambda d: -share[a, b, d])
                if share[a, b, d] > 0
            ),
        }
        for a, b in zip(*np.nonzero(strength), strict=True)
    ]
    found = pd.DataFrame(rows, columns=["asker", "partner", "likeness", "strength", "dimensions"])
    found["score"] = (found["likeness"] * found["strength"]).astype(float).round(9)
    return found.sort_values(
        ["asker", "score", "partner"], ascending=[True, False, True], ignore_index=True
    )


def partners(found: pd.DataFrame, *, kommune: str, most: int) -> list[Partner]:
    """Return the best partners of one kommune, from what `matches` returned."""
    own = found[(found["asker"] == kommune) & (found["score"] > 0)].head(most)
    return [
        Partner(
            kommune=row["partner"],
            likeness=row["likeness"],
            strength=row["strength"],
            dimensions=row["dimensions"],
        )
        for row in own.to_dict("records")
    ]


def _same(values: list[str]) -> np.ndarray:
    return np.array([[float(one == other) for other in values] for one in values])


def _named(weights: Weights) -> dict[str, float]:
    return {name: float(getattr(weights, name)) for name in Weights.__dataclass_fields__}
