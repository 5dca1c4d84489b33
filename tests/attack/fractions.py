"""What follows from one told sum when scores are fractions: n people who answered so many items.

An attacker who knows how many answered, and what they were asked, knows the few values that a score
can have. Of one sum over few whom they do not know they can try them all.
"""

from collections.abc import Iterator
from functools import lru_cache
from math import lcm

import numpy as np

from maturity.access import Viewer
from tests.attack.reach import Reached, Sum
from tests.attack.solve import BOTTOM, LEAST, TOP
from tests.attack.truth import Place, Truth

FEW = 4  # unknown scores that are tried together
OFF = 0.5  # of the sum of people's scores from an end: nearer, none is told
EXACT = 1e-6

Values = np.ndarray  # that a score can have


def solved(reached: Reached, *, viewer: Viewer, truth: dict[Place, dict[str, Truth]]) -> list[str]:
    """Return the scores that one told sum leaves less than half a point between, in words."""
    found = []
    for (place, dimension), sums in reached.sums.items():
        one = truth[place][dimension]
        for told in dict.fromkeys(_few(sums, one, viewer.knows(place[0]))):
            found += [f"{place[0]} {place[1]} {dimension} {it} is one fraction" for it in _of(told)]
    return sorted(set(found))


Told = tuple[tuple[tuple[str, int, int], ...], float, float]  # code, people, items; between


def _few(sums: list[Sum], truth: Truth, known: frozenset[str]) -> Iterator[Told]:
    """Yield the sums of one aspect over few who are unknown, without those who are known."""
    for one in sums:
        hidden = [cell for cell in one.weights if cell[1] not in known]
        aspects = {aspect for aspect, _code in one.weights}
        if one.between is None or len(aspects) != 1 or not 1 < len(hidden) <= FEW:
            continue
        rest = sum(truth.mean[cell] for cell in one.weights if cell[1] in known)
        cells = tuple((cell[1], truth.count[cell], truth.items[cell]) for cell in sorted(hidden))
        if all(
            np.abs(_values(n, items) - truth.mean[cell]).min() < EXACT
            for cell, (_c, n, items) in zip(sorted(hidden), cells, strict=True)
        ):
            yield cells, one.between[0] - rest, one.between[1] - rest


def _of(told: Told) -> Iterator[str]:
    """Yield who of the hidden can have only values that lie near each other."""
    cells, least, most = told
    whole = lcm(*(n * items for _code, n, items in cells))
    steps = [np.rint(_values(n, items) * whole).astype(int) for _code, n, items in cells]
    for at, (code, _n, _items) in enumerate(cells):
        others = [it for place, it in enumerate(steps) if place != at]
        sums = np.unique(sum(np.ix_(*others)))
        low = np.searchsorted(sums, np.ceil(least * whole - EXACT) - steps[at])
        possible = (low < len(sums)) & (
            sums[np.minimum(low, len(sums) - 1)] <= np.floor(most * whole + EXACT) - steps[at]
        )
        own = steps[at][possible] / whole
        if len(own) and own.max() - own.min() <= LEAST:
            yield code


@lru_cache(maxsize=256)
def _values(n: int, items: int) -> Values:
    """Return the means that n people can have who answered as many items each, and that count."""
    sums = np.arange(BOTTOM * n * items, TOP * n * items + 1)
    inside = (sums > (BOTTOM * n + OFF) * items) & (sums < (TOP * n - OFF) * items)
    return sums[inside] / (n * items)
