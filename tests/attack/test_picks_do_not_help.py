"""Whoever picks groups of their own, however cleverly, works nobody out from them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from maturity import queries
from maturity.queries import sums_picked
from tests.attack.attacking import attacked, judged, made
from tests.attack.reach import Reached, reach
from tests.attack.somebody import NORDLAND, somebody
from tests.attack.truth import Place, Truth
from tests.made_answers import people

OWN, *OTHERS = sorted(NORDLAND)[:11]
EXECUTIVE = somebody("executive", OWN)
World = tuple[queries.Data, dict[Place, dict[str, Truth]]]
Pick = frozenset[str]
SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


def world(folder: Path) -> World:
    """One round, one aspect of it near the top."""
    rows = []
    for at, code in enumerate([OWN, *OTHERS]):
        rows += people("r1", code, [2.0, 3.0, 2.0 + at % 3])
        rows += people("r1", code, [4.0, 5.0, 4.0 + at % 2], aspect="target")
    return made(rows, folder)


def after(picks: Sequence[Pick], answers: World) -> tuple[Reached, list[str]]:
    """What is reached by somebody who asks for these picks, one after the other."""
    data, truth = answers
    reached = reach(data, viewer=EXECUTIVE, truth=truth, picks=tuple(picks), most=3)
    return reached, judged(reached, viewer=EXECUTIVE, truth=truth)


def apart(one: str, others: Sequence[str]) -> list[Pick]:
    """Picks that tell of one kommune: with it and without; three that tell it between them."""
    a, b, c, d = others[:4]
    return [
        *(frozenset(others[:size]) for size in (3, 4, 5)),
        *(frozenset([*others[:size], one]) for size in (3, 4, 5)),
        frozenset([one, a, b]),
        frozenset([one, c, d]),
        frozenset([a, b, c, d]),
        NORDLAND - {one},
        *(frozenset(others) - {it} for it in others),
    ]


def test_what_differs_by_one_tells_of_nobody(tmp_path: Path) -> None:
    reached, found = after(apart(OTHERS[0], OTHERS[1:]), world(tmp_path))
    assert found == []
    told = [one for sums in reached.sums.values() for one in sums if 3 <= len(one.weights) <= 5]
    assert told, "some pick is told"


def test_it_would_were_they_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sums_picked, "picked", lambda *_all, **_rest: ())
    monkeypatch.setattr(
        sums_picked,
        "pick",
        lambda _answers, members, *, may, **_rest: (members,) if may((members,)) else (),
    )
    _reached, found = after(apart(OTHERS[0], OTHERS[1:]), world(tmp_path))
    assert any("is determined" in it for it in found)


def picks() -> st.SearchStrategy[list[Pick]]:
    """Sets of kommuner, many of them near one before them."""

    @st.composite
    def some(draw: st.DrawFn) -> list[Pick]:
        found: list[Pick] = []
        for _ in range(draw(st.integers(2, 8))):
            if found and draw(st.booleans()):
                before = draw(st.sampled_from(found))
                found.append(
                    before ^ draw(st.sets(st.sampled_from(OTHERS), min_size=1, max_size=3))
                )
            else:
                found.append(frozenset(draw(st.sets(st.sampled_from([OWN, *OTHERS]), min_size=3))))
        return found

    return some()


@settings(max_examples=6, deadline=None, suppress_health_check=SLOW, phases=[Phase.generate])
@given(asked=picks())
def test_nor_does_any_sequence(tmp_path_factory: pytest.TempPathFactory, asked: list[Pick]) -> None:
    _reached, found = after(asked, world(tmp_path_factory.mktemp("picks")))
    assert found == []


@pytest.mark.deep
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW, phases=[Phase.generate])
@given(asked=picks())
def test_nor_any_of_many(tmp_path_factory: pytest.TempPathFactory, asked: list[Pick]) -> None:
    _reached, found = after(asked, world(tmp_path_factory.mktemp("picks")))
    assert found == []


@pytest.mark.deep
def test_nor_the_one_who_never_stops(tmp_path: Path) -> None:
    """Ask on and on, for anything and for what is near to what was asked."""
    answers = world(tmp_path)
    chance = np.random.default_rng(7)
    asked: list[Pick] = []
    for _ in range(25):
        tries = [frozenset(chance.permutation(OTHERS)[: chance.integers(3, 9)]) for _ in range(3)]
        near = [before ^ {str(chance.choice(OTHERS))} for before in asked[-3:]]
        asked += [*tries, *near]
    assert attacked(answers[0], viewer=EXECUTIVE, truth=answers[1], picks=tuple(asked)) == []
