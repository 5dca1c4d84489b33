"""What follows from all told sums together when scores are fractions of so many people and items.

An attacker who knows how many answered, and what they were asked, knows the few values that a score
can have. Of all sums on a dimension, as they were rounded, each score is a whole number of steps:
what values of it are left, integer programming tells (HiGHS).
"""

from collections.abc import Iterator
from math import ceil, floor, lcm

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

from maturity.access import Viewer
from tests.attack.reach import Reached, Sum
from tests.attack.solve import BOTTOM, LEAST, TOP
from tests.attack.truth import Cell, Place, Truth

OFF = 0.5  # of the sum of people's scores from an end: nearer, none is told
EXACT = 1e-6
WHOLE = 1_000_000  # steps, at most, in which a row is reckoned with whole numbers
WAYS = 4  # directions in which all are moved together, before any is moved by itself
SECONDS = 20  # for one score's least and most


def solved(reached: Reached, *, viewer: Viewer, truth: dict[Place, dict[str, Truth]]) -> list[str]:
    """Return the scores that are left less than half a point between, in words."""
    found = []
    for (place, dimension), sums in reached.sums.items():
        known = viewer.knows(place[0])
        told = _told(sums, truth[place][dimension], known)
        if told:
            left = Left(truth[place][dimension], told, _between(reached, place, dimension))
            found += [f"{place[0]} {place[1]} {dimension} {it}" for it in left.narrow()]
    return sorted(set(found))


Row = tuple[tuple[tuple[Cell, float], ...], float, float]  # weights of who is unknown; between


def _told(sums: list[Sum], truth: Truth, known: frozenset[str]) -> list[Row]:
    """Return what sums tell of the unknown alone, each once."""
    rows = []
    for one in sums:
        hidden = tuple(
            sorted((cell, by) for cell, by in one.weights.items() if cell[1] not in known)
        )
        if one.between is not None and hidden:
            rest = sum(
                by * truth.mean[cell] for cell, by in one.weights.items() if cell[1] in known
            )
            rows.append((hidden, one.between[0] - rest, one.between[1] - rest))
    return list(dict.fromkeys(rows))


def _between(reached: Reached, place: Place, dimension: str) -> dict[Cell, tuple[float, float]]:
    """Return the ends between which single scores were told to lie."""
    found: dict[Cell, tuple[float, float]] = {}
    for aspect, kommuner, least, most in reached.bounds.get((place, dimension), []):
        for cell in ((aspect, it) for it in kommuner if aspect != "gap"):
            low, high = found.get(cell, (BOTTOM, TOP))
            found[cell] = (max(low, least), min(high, most))
    return found


class Left:
    """The values that the unknown scores of one dimension may still have."""

    def __init__(
        self, truth: Truth, rows: list[Row], between: dict[Cell, tuple[float, float]]
    ) -> None:
        self.cells = sorted({cell for weights, _low, _high in rows for cell, _by in weights})
        self.values = np.array([truth.mean[it] for it in self.cells])
        people = np.array([truth.count[it] for it in self.cells])
        self.steps = people * np.array([truth.items[it] for it in self.cells])
        on = self.values * self.steps
        self.whole = np.abs(on - np.rint(on)) < EXACT  # not so where somebody left one out
        low, high = np.array([between.get(it, (BOTTOM, TOP)) for it in self.cells]).T
        # Strictly within the ends, of which only what is withheld may be nearer.
        inside = (
            np.minimum(self.values, BOTTOM + OFF / people + EXACT),
            np.maximum(self.values, TOP - OFF / people - EXACT),
        )
        self.bounds = Bounds(
            _on(np.maximum(low, inside[0]) * self.steps, self.whole, np.ceil, -EXACT),
            _on(np.minimum(high, inside[1]) * self.steps, self.whole, np.floor, EXACT),
        )
        self.rows = LinearConstraint(*self._system(rows))

    def narrow(self) -> Iterator[str]:
        """Yield the scores that cannot lie half a point apart, in words."""
        chance = np.random.default_rng(1)
        ways = chance.normal(size=(WAYS, len(self.cells)))
        seen = [self.values] + [
            self._best(sign * way * self.steps, near=0.5).x / self.steps
            for way in ways
            for sign in (1, -1)
        ]
        for at, (aspect, code) in enumerate(self.cells):
            if np.ptp([it[at] for it in seen]) > LEAST:
                continue
            one = np.eye(len(self.cells))[at]
            least, most = self._best(one), self._best(-one)
            seen += [it.x / self.steps for it in (least, most) if it.x is not None]
            if np.ptp([it[at] for it in seen]) > LEAST:
                continue
            if -_proven(most) - _proven(least) > LEAST * self.steps[at]:
                yield f"{aspect} of {code} could not be decided"
            else:
                yield f"{aspect} of {code} is one fraction"

    def _best(self, way: np.ndarray, *, near: float = 0.0) -> OptimizeResult:
        result = milp(
            way / np.abs(way).max(),
            integrality=self.whole.astype(int),
            bounds=self.bounds,
            constraints=self.rows,
            options={"time_limit": SECONDS, "mip_rel_gap": near},
        )
        assert result.status in (0, 1), result.message  # what is true is always left
        return result

    def _system(self, rows: list[Row]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return weights of steps, in whole numbers where a row has them, and between what."""
        column = {cell: at for at, cell in enumerate(self.cells)}
        weights, low, high = np.zeros((len(rows), len(self.cells))), [], []
        for at, (row, least, most) in enumerate(rows):
            places = [column[cell] for cell, _by in row]
            size = lcm(*(int(it) for it in self.steps[places]))
            whole = size <= WHOLE and self.whole[places].all()
            size = size if whole else 1
            for cell, by in row:
                weights[at, column[cell]] = by * size / self.steps[column[cell]]
            low.append(ceil(least * size - EXACT * size) if whole else least)
            high.append(floor(most * size + EXACT * size) if whole else most)
        return weights, np.array(low), np.array(high)


def _proven(result: OptimizeResult) -> float:
    """Return what nothing is below."""
    return float(result.fun if result.status == 0 else result.mip_dual_bound)


def _on(ends, whole, towards, off):
    return np.where(whole, towards(ends + off), ends)
