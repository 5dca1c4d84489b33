"""From all that a viewer can reach, nothing follows that is withheld or private."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from maturity import queries
from tests.attack.attacking import attacked, judged, made
from tests.attack.reach import reach
from tests.attack.somebody import answers_of, everybody
from tests.attack.truth import truths

BODO, FAUSKE, SALTDAL, NARVIK = "1804", "1841", "1840", "1806"
DEMO = everybody(
    BODO, NARVIK, opened=(FAUSKE, SALTDAL), instruments=("evner-10+3", "modenhet-5gen")
)
QUICK = ("staff", "executive, own")
SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


def attack_demo(answers: Path, name: str, *, deep: bool) -> None:
    data = queries.newest(answers)
    assert data is not None
    truth = truths(answers)
    if not deep:  # one framework, two rounds in which people can be followed
        kept = [("modenhet-5gen", f"{it}-forarbeid") for it in ("organisasjon", "ledelse")]
        truth = {place: truth[place] for place in kept}
    reached = reach(data, viewer=DEMO[name], truth=truth)
    assert judged(reached, viewer=DEMO[name], truth=truth) == []
    assert sum(map(len, reached.sums.values())) > 300
    if name.startswith(("staff", "executive")):
        assert len(reached.people) >= 10
        assert reached.levels
        assert reached.moved


@pytest.mark.parametrize("name", QUICK)
def test_of_the_demo(answers: Path, name: str) -> None:
    attack_demo(answers, name, deep=False)


@pytest.mark.deep
@pytest.mark.parametrize("name", DEMO)
def test_of_the_demo_for_everybody(answers: Path, name: str) -> None:
    attack_demo(answers, name, deep=True)


def attack_made(folder: Path, seed: int, names: int) -> None:
    rows, kommuner = answers_of(seed)
    data, truth = made(rows, folder)
    chance = np.random.default_rng(seed)
    one, other, *some = chance.permutation(kommuner)
    every = everybody(str(one), str(other), opened=tuple(map(str, some[:2])))
    for name in chance.permutation(list(every))[:names]:
        assert attacked(data, viewer=every[name], truth=truth) == [], (seed, name)


@settings(max_examples=2, deadline=None, suppress_health_check=SLOW, phases=[Phase.generate])
@given(seed=st.integers(0, 2**32))
def test_of_any_answers(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    attack_made(tmp_path_factory.mktemp("made"), seed, names=2)


@pytest.mark.deep
@settings(max_examples=25, deadline=None, suppress_health_check=SLOW, phases=[Phase.generate])
@given(seed=st.integers(0, 2**32))
def test_of_many_answers(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    attack_made(tmp_path_factory.mktemp("made"), seed, names=20)
