"""Who attacks, and answers made to be attacked: few kommuner, few people, scores near the ends."""

from datetime import UTC, datetime
from itertools import product

import numpy as np

from maturity.access import Viewer, viewer_of
from maturity.claims import Person
from maturity.groups import REGION, groups
from maturity.reference import reference
from tests.made_answers import Row, people, row

INSTRUMENT = "modenhet-6gen"
DIMENSIONS = ("gen1", "gen2")
ROUNDS = ("r1", "r2")
NORDLAND = frozenset(reference().kommuner)
NOW = datetime(2025, 1, 1, tzinfo=UTC)


def somebody(
    role: str,
    *own: str,
    see: str = "own",
    opened: tuple[str, ...] = (),
    once: tuple[str, ...] = (),
    instruments: tuple[str, ...] = (INSTRUMENT,),
) -> Viewer:
    """The rights of somebody who has signed in."""
    person = Person(name="x", role=role, own=frozenset(own), signed_in_at=NOW)  # type: ignore[arg-type]
    return viewer_of(
        person,
        see=see,  # type: ignore[arg-type]
        kommuner=NORDLAND,
        instruments=list(reference().instruments),
        shared=frozenset(product(opened, instruments)),
        once=frozenset(product(once, instruments)),
    )


def everybody(
    one: str, other: str, *, opened: tuple[str, ...], instruments: tuple[str, ...] = (INSTRUMENT,)
) -> dict[str, Viewer]:
    """Every role with every setting, some with opened profiles and some with closed ones again."""
    found = {"staff": somebody("staff")}
    for see in ("own", "anonymous", "named"):
        found[f"presenter, {see}"] = somebody("presenter", see=see)
        found[f"executive, {see}"] = somebody("executive", one, see=see)
    found["executive of two"] = somebody("executive", one, other)
    some = {"opened": opened, "instruments": instruments}
    found["executive, opened"] = somebody("executive", one, **some)  # type: ignore[arg-type]
    found["presenter, anonymous and opened"] = somebody("presenter", see="anonymous", **some)  # type: ignore[arg-type]
    found["executive, closed again"] = somebody(
        "executive", one, once=opened, instruments=instruments
    )
    return found


def some_kommuner(count: int, chance: np.random.Generator) -> list[str]:
    """Kommuner of two regions, so that groups overlap and leave few."""
    regions = [it.members for it in groups(reference()).values() if it.kind == REGION]
    one, other = chance.permutation(len(regions))[:2]
    both = [sorted(regions[at]) for at in (one, other)]
    first = list(chance.permutation(both[0]))[: max(1, count - count // 3)]
    second = list(chance.permutation(both[1]))[: count - len(first)]
    return [str(code) for code in (*first, *second)]


def answers_of(seed: int) -> tuple[list[Row], list[str]]:
    """Random answers in two rounds, and who answered."""
    chance = np.random.default_rng(seed)
    kommuner = some_kommuner(int(chance.integers(5, 9)), chance)
    levels = chance.choice([1, 0.6, 0.3])  # how far towards both ends
    rows: list[Row] = []
    for survey_round, kommune in product(ROUNDS, kommuner):
        if survey_round == "r2" and chance.random() < 0.3:
            continue
        size = int(chance.integers(2, 8))
        stay = chance.random() < 0.5
        for dimension, aspect in product(DIMENSIONS, ("now", "target")):
            if chance.random() < 0.1:
                continue
            top = chance.random() < 0.5
            centre = chance.choice([1.2, 4.8]) if chance.random() > levels else 3.0
            made = np.clip(np.rint(chance.normal(centre, 0.2 + chance.random(), size)), 1, 5)
            if top and aspect == "target":
                made = np.full(size, 5.0)
            item = {"dimension": dimension, "item": f"{dimension}-1", "aspect": aspect}
            own = people(survey_round, kommune, list(made), instrument=INSTRUMENT, **item)
            if not stay:
                own = [
                    {**it, "respondent": f"{it['respondent']}{survey_round}"} if at % 2 else it
                    for at, it in enumerate(own)
                ]
            rows += own
    return rows or [row("r1", kommuner[0], respondent="a")], kommuner
