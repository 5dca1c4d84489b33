"""How hidden scores can move without any group's mean moving."""

from itertools import product

import numpy as np
import pandas as pd

from maturity.access import Viewer
from maturity.groups import groups
from maturity.reference import reference
from maturity.settings import thresholds

CELL = ["survey_round", "instrument", "kommune", "dimension", "aspect"]
MOST = 0.5  # of a score, the furthest that any one moves


def unseen_shifts(rows: pd.DataFrame, viewer: Viewer, *, counts: pd.Series) -> pd.Series:
    """Return how far each cell moves: by round, instrument, kommune, dimension and aspect.

    `rows` are scores, `counts` how many people are behind each row's cell. Only kommuner with
    enough behind each of their scores move; over each group that may be told, and over those of it
    who answered another round too, the moves of a round add up to nothing.
    """
    least = thresholds().min_kommuner
    few = set(rows.loc[counts < thresholds().min_respondents, "kommune"])
    rounds = {str(code): set(own["kommune"]) - few for code, own in rows.groupby("survey_round")}
    members = {group.members for group in groups(reference()).values()}
    chance = np.random.default_rng(4)
    found: dict[tuple[str, ...], float] = {}
    for (code, instrument), own in rows.groupby(["survey_round", "instrument"]):
        moving = sorted(set(own["kommune"]) - viewer.knows(str(instrument)) - few)
        if not moving:
            continue
        both = [group & rounds[str(code)] & rounds[it] for group, it in product(members, rounds)]
        # Of the others the mean is withheld, and so may be any other.
        sets = [it for it in both if len(it & set(moving)) >= least]
        matrix = np.array([[kommune in one for kommune in moving] for one in sets], dtype=float)
        free = _null_space(matrix)
        for dimension, aspect in own[["dimension", "aspect"]].drop_duplicates().to_numpy():
            moves = free @ chance.normal(size=free.shape[1])
            moves *= MOST / np.abs(moves).max()
            for kommune, move in zip(moving, moves, strict=True):
                found[str(code), str(instrument), kommune, dimension, aspect] = float(move)
    return pd.Series(found).rename_axis(CELL) if found else pd.Series(dtype=float)


def _null_space(matrix: np.ndarray) -> np.ndarray:
    """Return columns that span all that every row of the matrix takes to nothing."""
    _left, sizes, right = np.linalg.svd(matrix)
    rank = int((sizes > 1e-10).sum())
    free = right[rank:].T
    assert free.shape[1], "no hidden score can move: the world would be the same"
    return free
