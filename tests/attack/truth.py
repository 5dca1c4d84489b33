"""What was answered, from the raw rows: what the attacker wants to know, and who is behind what."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from deltalake import DeltaTable

from tests.raw_scores import FEW, raw_scores

ASPECTS = ("now", "target", "gap")
Place = tuple[str, str]  # framework, survey round
Cell = tuple[str, str]  # aspect ("now" or "target"), kommune


@dataclass(frozen=True, kw_only=True)
class Truth:
    """Every kommune's scores on one dimension of a round; `count` of people, of `items` too.

    The attacker knows who answered, how many, and by which rules kommuner count in groups.
    """

    mean: dict[Cell, float]
    count: dict[Cell, int]
    items: dict[Cell, int]
    at_an_end: frozenset[Cell]

    def enough(self, aspect: str) -> frozenset[str]:
        """The kommuner with answers enough, whatever these are."""
        return frozenset(
            code
            for code in self.answered(aspect)
            if all(self.count[it, code] >= FEW for it in parts(aspect))
        )

    def counting(self, aspect: str) -> frozenset[str]:
        """The kommuner that count in groups."""
        return frozenset(
            code
            for code in self.enough(aspect)
            if not any((it, code) in self.at_an_end for it in parts(aspect))
        )

    def may_count(self, aspect: str) -> list[frozenset[str]]:
        """Who counts in groups, and who would if one rule or both of who does were broken."""
        ends = {code for it, code in self.at_an_end if it in parts(aspect)}
        off = self.answered(aspect) - ends
        return [self.counting(aspect), self.enough(aspect), off, self.answered(aspect)]

    def answered(self, aspect: str) -> frozenset[str]:
        """The kommuner with any answer."""
        return frozenset.intersection(
            *(frozenset(code for of, code in self.mean if of == it) for it in parts(aspect))
        )

    def score(self, aspect: str, kommune: str) -> float:
        """A kommune's score."""
        return sum(weight * self.mean[it, kommune] for it, weight in parts(aspect).items())


def parts(aspect: str) -> dict[str, float]:
    """The scores that one is made of, with their weights."""
    return {"target": 1.0, "now": -1.0} if aspect == "gap" else {aspect: 1.0}


def truths(answers: Path) -> dict[Place, dict[str, Truth]]:
    """What was answered, by framework and round, and there by dimension."""
    rows = DeltaTable(str(answers)).to_pandas()
    rows = rows[rows["kind"] == "score"]
    places = rows[["instrument", "survey_round"]].drop_duplicates().itertuples(index=False)
    found: dict[Place, dict[str, Truth]] = {}
    for instrument, survey_round in places:
        raw = raw_scores(answers, survey_round=survey_round, instrument=instrument)
        raw = raw[raw["aspect"] != "gap"]
        here = (rows["instrument"] == instrument) & (rows["survey_round"] == survey_round)
        cell = ["dimension", "aspect", "kommune"]
        items = rows[here].groupby(cell)["item"].nunique().clip(lower=1).to_dict()
        found[instrument, survey_round] = {
            str(dimension): _truth(own, {cell: items[dimension, *cell] for cell in _cells(own)})
            for dimension, own in raw.groupby("dimension")
        }
    return found


def _cells(rows: pd.DataFrame) -> list[Cell]:
    return list(zip(rows["aspect"], rows["kommune"], strict=True))


def _truth(rows: pd.DataFrame, items: dict[Cell, int]) -> Truth:
    cells = _cells(rows)
    ends = zip(cells, rows["at_an_end"], strict=True)
    return Truth(
        mean=dict(zip(cells, rows["mean"].astype(float), strict=True)),
        count=dict(zip(cells, rows["n"].astype(int), strict=True)),
        items=items,
        at_an_end=frozenset(cell for cell, it in ends if it),
    )
