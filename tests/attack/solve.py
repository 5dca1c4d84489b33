"""What follows from sums about the scores behind them: what is determined, and what is narrowed.

Independent of what the product itself reckons with; scipy's linear algebra and HiGHS.
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from scipy.linalg import null_space
from scipy.optimize import linprog

from maturity.access import Viewer
from tests.attack.reach import Reached
from tests.attack.truth import ASPECTS, Cell, Place, Truth, parts

LEAST = 0.5  # points of the scale that a secret must be able to lie within, and more: ±0.25
BOTTOM, TOP = 1.0, 5.0
EXACT = 1e-7
Secret = tuple[str, str]  # aspect, kommune


def follows(reached: Reached, *, viewer: Viewer, truth: dict[Place, dict[str, Truth]]) -> list[str]:
    """Return what a viewer can work out of scores that are withheld or not open, in words."""
    found = []
    for place, dimensions in truth.items():
        for dimension, own in dimensions.items():
            words = f"{place[0]} {place[1]} {dimension}"
            found += [f"{words} {it}" for it in _system(reached, viewer, place, dimension, own)]
    return found


def _system(
    reached: Reached, viewer: Viewer, place: Place, dimension: str, truth: Truth
) -> Iterator[str]:
    cells = sorted(truth.mean)
    column = {cell: at for at, cell in enumerate(cells)}
    values = np.array([truth.mean[cell] for cell in cells])
    sums = reached.sums.get((place, dimension), [])
    told = np.zeros((len(sums), len(cells)))
    for at, one in enumerate(sums):
        for cell, weight in one.weights.items():
            told[at, column[cell]] = weight
        # What the attack takes for a sum must be one, or it finds nothing that is so.
        assert abs(told[at] @ values - one.value) < 1e-6
    secrets = dict(_secrets(viewer, place[0], truth))
    if not secrets:
        return
    rows = np.array([_row(column, *secret) for secret in secrets])
    free = null_space(told) if len(sums) else np.eye(len(cells))
    left = rows @ free
    size = np.linalg.norm(left, axis=1)
    exact = size < EXACT
    for secret, is_exact in zip(secrets, exact, strict=True):
        if is_exact:
            yield f"{secret[0]} of {secret[1]} is determined"
    yield from _pairs(list(secrets), left, size)
    limits = _limits(reached, place, dimension, column)
    doubtful = [at for at in range(len(rows)) if not exact[at]]
    for at in _narrow(told, rows, doubtful, values, limits, free):
        yield f"{list(secrets)[at][0]} of {list(secrets)[at][1]} is within 0.25"


def _secrets(viewer: Viewer, instrument: str, truth: Truth) -> Iterator[tuple[Secret, None]]:
    """Yield what must not be known: all of who is not open, and what is withheld of the rest.

    The gap of two that are both open is no secret; of two of which one is withheld it is.
    """
    known = viewer.knows(instrument)
    for aspect in ASPECTS:
        for kommune in sorted(truth.answered(aspect)):
            if kommune not in known or kommune not in truth.counting(aspect):
                yield (aspect, kommune), None


def _row(column: dict[Cell, int], aspect: str, kommune: str) -> np.ndarray:
    row = np.zeros(len(column))
    for it, weight in parts(aspect).items():
        row[column[it, kommune]] = weight
    return row


def _pairs(secrets: list[Secret], left: np.ndarray, size: np.ndarray) -> Iterator[str]:
    """Yield two scores of the same aspect of which a weighted sum is known: two hide nobody."""
    for one, other in combinations(range(len(secrets)), 2):
        if secrets[one][0] != secrets[other][0] or min(size[one], size[other]) < EXACT:
            continue
        cosine = abs(left[one] @ left[other]) / (size[one] * size[other])
        if cosine > 1 - EXACT:
            yield f"{secrets[one][0]} of {secrets[one][1]} and {secrets[other][1]} are tied"


def _limits(reached, place, dimension, column) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return rows of weights and between what each lies: the scale's ends, and those told."""
    told = [
        (_row(column, aspect, kommune), least, most)
        for aspect, kommuner, least, most in reached.bounds.get((place, dimension), [])
        for kommune in kommuner
    ]
    rows = [*np.eye(len(column)), *(row for row, _least, _most in told)]
    low = [BOTTOM] * len(column) + [least for _row, least, _most in told]
    high = [TOP] * len(column) + [most for _row, _least, most in told]
    return np.array(rows), np.array(low), np.array(high)


def _narrow(told, rows, doubtful, values, ends, free) -> Iterator[int]:
    """Yield the secrets that cannot move by more than LEAST.

    Along the open directions from the truth first, by which nearly all are seen to move enough.
    """
    limits, low, high = ends
    here = limits @ values
    for at in doubtful:
        way = free @ (rows[at] @ free)
        steps = limits @ way
        moving = np.abs(steps) > 1e-12
        ahead = np.where(steps > 0, high - here, low - here)[moving] / steps[moving]
        behind = np.where(steps > 0, low - here, high - here)[moving] / steps[moving]
        span = (ahead.min() - behind.max()) * (rows[at] @ way)
        if span > LEAST:
            continue
        least, most = (
            linprog(
                sign * rows[at],
                A_eq=told if len(told) else None,
                b_eq=told @ values if len(told) else None,
                A_ub=np.vstack([limits, -limits]),
                b_ub=np.concatenate([high, -low]) + 1e-9,
                bounds=(None, None),
                method="highs",
            )
            for sign in (1, -1)
        )
        assert least.status == most.status == 0, (least.message, most.message)
        if -most.fun - least.fun <= LEAST:
            yield at
