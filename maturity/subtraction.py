"""Which sums may be told without telling, by subtraction, what is behind them.

A group's mean tells the sum of its kommuner's scores. Two such sums tell their difference, three
tell more, and Nordland beside all regions but one tells that one. So what a reader may not see of
each kommune is held as what is *still unknown*, and a sum is told only if enough stays unknown.
Source: the audit of linear queries in statistical disclosure control (Chin and Ozsoyoglu, 1982).
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Sum = Mapping[Hashable, float]  # the weight of each cell in it
EXACT = 1e-8

Matrix = NDArray[np.float64]


class Unknown:
    """What is still unknown of some cells, after sums over them have been told.

    `secrets` are lists of sums, each list over other kommuner: no sum of one or two of a list may
    be known, whatever their weights.
    """

    def __init__(self, cells: Sequence[Hashable], *, secrets: Iterable[Sequence[Sum]]) -> None:
        self._place = {cell: at for at, cell in enumerate(cells)}
        self._secrets = [self._rows(secret) for secret in secrets if secret]
        # The projection onto all that the sums told so far leave open; at first, everything.
        self._open: Matrix = np.eye(len(cells))
        self._products = [secret @ secret.T for secret in self._secrets]

    def told(self, one: Sum) -> bool:
        """Tell one more sum, unless it gives a secret away; return whether it was told."""
        row = self._rows([one])[0]
        new = self._open @ row
        size = float(row @ new)
        if size < EXACT:  # follows from what was told before
            return True
        moved = [secret @ new for secret in self._secrets]
        after = [
            before - np.outer(by, by) / size
            for before, by in zip(self._products, moved, strict=True)
        ]
        if any(_given_away(left) for left, by in zip(after, moved, strict=True) if by.any()):
            return False
        self._open -= np.outer(new, new) / size
        self._products = after
        return True

    def _rows(self, sums: Sequence[Sum]) -> Matrix:
        rows: Matrix = np.zeros((len(sums), len(self._place)))
        for at, one in enumerate(sums):
            for cell, weight in one.items():
                rows[at, self._place[cell]] = weight
        return rows


def _given_away(products: Matrix) -> bool:
    """Tell whether one secret is known, or one stands in a known proportion to another.

    `products` are the inner products of what is unknown of each: a vector of no length is known,
    and two that are parallel have a weighted sum that is.
    """
    lengths = np.diag(products)
    if (lengths < EXACT).any():
        return True
    cosines = products / np.sqrt(np.outer(lengths, lengths))
    np.fill_diagonal(cosines, 0)
    return bool((np.abs(cosines) > 1 - EXACT).any())
