"""Whether what is told leaves each secret room enough on the scale.

Scores lie between the ends of a scale, so sums near an end narrow what is behind them, and several
sums together more. What a reader can conclude of a secret is the interval between the least and
the greatest value it has among all scores that give the sums told: a linear program. Most need
none, for the true scores are among them: from there, the way that the sums leave open of a secret
can be gone until some score meets an end, and that shows room enough.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import svd
from scipy.optimize import linprog

ROOM = 0.25  # points of the scale that a secret keeps to either side
# Withheld is what leaves less than this, in all. Were it 2 · ROOM, then that something is withheld
# would narrow as much as it itself does; as it is, both leave more.
LEAST = 0.75
NOTHING = 1e-9

Matrix = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Ends:
    """What is known before any sum is told: each of some `rows` of weights has its ends."""

    rows: Matrix
    lows: Matrix
    highs: Matrix


def narrowed(told: Matrix, secrets: Matrix, *, values: Matrix, ends: Ends) -> bool:
    """Tell whether the sums `told` leave any of the secrets less room than LEAST.

    `told` and `secrets` have a row for each sum, and like `values` a column for each score.
    """
    if not len(told) or not len(secrets):
        return False
    doubtful = secrets[_room_seen(told, secrets, values=values, ends=ends) <= LEAST]
    if len(doubtful):
        middle = _middle(told, values=values, ends=ends)
        room = _room_seen(told, doubtful, values=middle, ends=ends)
        doubtful = doubtful[np.argsort(room)[: int((room <= LEAST).sum())]]  # the tightest first
    least = most = doubtful @ values
    for at in range(len(doubtful)):
        for way in (1.0, -1.0):
            if most[at] - least[at] > LEAST:  # some scores that were found before show it
                break
            found = doubtful @ _furthest(told, way * doubtful[at], values=values, ends=ends)
            least, most = np.minimum(least, found), np.maximum(most, found)
        if most[at] - least[at] <= LEAST:
            return True
    return False


def _room_seen(told: Matrix, secrets: Matrix, *, values: Matrix, ends: Ends) -> Matrix:
    """Return how far each secret can be moved for certain, along what is open of it itself."""
    basis = _basis(told)
    ways = secrets - (secrets @ basis.T) @ basis
    moved = np.einsum("ij,ij->i", secrets, ways)
    steps = ways @ ends.rows.T
    above, below = ends.highs - ends.rows @ values, ends.rows @ values - ends.lows
    with np.errstate(divide="ignore", invalid="ignore"):
        up = np.where(steps > 0, above / steps, -below / steps)
        down = np.where(steps > 0, below / steps, -above / steps)
    still = np.abs(steps) < NOTHING
    up, down = (np.where(still, np.inf, it).min(axis=1).clip(0) for it in (up, down))
    return np.where(moved > NOTHING, (up + down) * moved, 0)


def _middle(told: Matrix, *, values: Matrix, ends: Ends) -> Matrix:
    """Return scores that give the same sums, as far from all ends as can be."""
    count = len(ends.rows)
    found = linprog(
        np.append(np.zeros(len(values)), -1.0),
        A_ub=np.hstack([np.vstack([ends.rows, -ends.rows]), np.ones((2 * count, 1))]),
        b_ub=np.concatenate([ends.highs, -ends.lows]),
        A_eq=np.hstack([told, np.zeros((len(told), 1))]),
        b_eq=told @ values,
        bounds=(None, None),
        method="highs",
    )
    return np.asarray(found.x[:-1] if found.status == 0 else values, dtype=np.float64)


def _furthest(told: Matrix, secret: Matrix, *, values: Matrix, ends: Ends) -> Matrix:
    """Return scores that give the same sums, with the secret as small as can be."""
    found = linprog(
        secret,
        A_ub=np.vstack([ends.rows, -ends.rows]),
        b_ub=np.concatenate([ends.highs, -ends.lows]),
        A_eq=told,
        b_eq=told @ values,
        bounds=(None, None),
        method="highs",
    )
    # The true scores are a solution; should rounding hide it, no room is taken for granted.
    return np.asarray(found.x if found.status == 0 else values, dtype=np.float64)


def _basis(rows: Matrix) -> Matrix:
    """Return rows of length one, at right angles to each other, that span the same."""
    _left, sizes, right = svd(rows, full_matrices=False)
    return np.asarray(right[sizes > NOTHING * sizes[0]], dtype=np.float64)
