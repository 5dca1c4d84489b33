"""What follows about each person's answer within a kommune that is seen whole.

People are interchangeable: nothing tells who gave which answer, so what follows of one follows of
all in the same part (those who came twice, those who left, those who joined). The attacker is taken
to know who answered. Bounds on the worst placed person, each from one kind of number and from all.
"""

from math import sqrt

import pandas as pd

from tests.attack.reach import Reached
from tests.attack.solve import BOTTOM, LEAST, TOP

TINY = 1e-9


def told_apart(reached: Reached) -> list[str]:
    """Return the cells whose people's answers are all known to within 0.25, in words."""
    found = []
    rows = {
        (row["place"], row["dimension"], row["aspect"], row["kommune"]): row
        for row in reached.people
    }
    for key, row in rows.items():
        low, high = _from_mean(row["mean"], row["n"])
        if pd.notna(row["sd"]):
            reach = row["sd"] * (row["n"] - 1) / sqrt(row["n"])
            low, high = max(low, row["mean"] - reach), min(high, row["mean"] + reach)
        if key in reached.levels:
            least, most = reached.levels[key]
            low, high = max(low, least - 0.5), min(high, most + 0.5)
        if row.get("no_spread") == "alike":
            low, high = _alike(row, low, high)
        if high - low <= LEAST + TINY:
            found.append(f"{key}: everybody's answer")
    for move in reached.moved:
        found += _moved(move, rows)
    return found


def _from_mean(mean: float, n: float) -> tuple[float, float]:
    room_below, room_above = n * (mean - BOTTOM), n * (TOP - mean)
    return max(BOTTOM, TOP - room_above), min(TOP, BOTTOM + room_below)


def _alike(row: dict, low: float, high: float) -> tuple[float, float]:
    """That a spread is withheld tells that no two are further apart than half a step, or ..."""
    apart = 1.0 if abs(row["mean"] - round(row["mean"])) < TINY else 0.5 * (1 - 1 / row["n"])
    return max(low, row["mean"] - apart), min(high, row["mean"] + apart)


def _moved(move: dict, rows: dict) -> list[str]:
    """What the means of who stayed, left and joined tell of each part."""
    found = []
    sides = (("earlier", "left", move["places"][0]), ("later", "joined", move["places"][1]))
    for name, others, place in sides:
        key = (place, move["dimension"], move["aspect"], move["kommune"])
        if key not in rows:
            found.append(f"{key}: the same people's mean beside a withheld one")
            continue
        whole = rows[key]
        parts = {"same": (move["n"], move[name])}
        if move[others]:
            rest = (whole["mean"] * whole["n"] - move["n"] * move[name]) / move[others]
            parts[others] = (move[others], rest)
        within = None
        if pd.notna(whole["sd"]):
            between = sum(n * (mean - whole["mean"]) ** 2 for n, mean in parts.values())
            within = max(0.0, whole["sd"] ** 2 * (whole["n"] - 1) - between)
        for part, (n, mean) in parts.items():
            low, high = _from_mean(mean, n)
            if within is not None:
                reach = sqrt(within * (n - 1) / n)
                low, high = max(low, mean - reach), min(high, mean + reach)
            if n < 3 or high - low <= LEAST + TINY:
                found.append(f"{key}: the answers of those {part}")
    return found
