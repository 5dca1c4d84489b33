"""Imports in processes of their own at the same moment: all land, or are told to try again."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from maturity.intake.store import Store
from maturity.settings import ROOT
from tests.intake.import_server import ImportServer, serving
from tests.intake.small_exports import export, person, rows

DONE, REFUSED, TRY_AGAIN = 0, 1, 3
TURNS = 2  # how they meet is a matter of milliseconds

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="starts them by fork")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "answers")


@pytest.fixture(scope="module")
def libraries() -> Iterator[ImportServer]:
    with serving() as running:
        yield running


@pytest.fixture
def server(libraries: ImportServer, store: Store) -> ImportServer:
    libraries.answers = store.path
    return libraries


def take(path: Path, *, survey_round: str = "r1") -> list[str]:
    about = ["--module", "ledelse", "--phase", "forarbeid", "--round", survey_round]
    return ["take", str(path), *about]


def present(store: Store) -> Counter[tuple[object, object]]:
    """The number of answers by survey round and kommune."""
    return Counter((row["survey_round"], row["kommune"]) for row in rows(store))


@pytest.mark.parametrize("turn", range(TURNS))
@pytest.mark.parametrize("rounds", [("r1", "r1", "r1"), ("r1", "r2", "r3")], ids=["one", "three"])
def test_three_kommuner_at_once_on_no_table(
    store: Store, server: ImportServer, tmp_path: Path, rounds: tuple[str, ...], turn: int
):
    kommuner = {"Bodø": "1804", "Narvik": "1806", "Rana": "1833"}
    commands = [
        take(export(tmp_path / f"{name}.csv", person(name)), survey_round=survey_round)
        for name, survey_round in zip(kommuner, rounds, strict=True)
    ]
    statuses = server.run(*commands)
    assert set(statuses) <= {DONE, TRY_AGAIN}
    for status, command in zip(statuses, commands, strict=True):  # nobody else is there now
        if status == TRY_AGAIN:
            assert server.run(command) == [DONE]
    expected = dict.fromkeys(zip(rounds, kommuner.values(), strict=True), 2)
    assert present(store) == expected
    assert len(store.history()) == 3


@pytest.mark.parametrize("turn", range(TURNS))
@pytest.mark.parametrize("rounds", [("r1", "r1"), ("r1", "r2")], ids=["one round", "two rounds"])
def test_same_file_at_once_lands_once(
    store: Store, server: ImportServer, tmp_path: Path, rounds: tuple[str, ...], turn: int
):
    path = export(tmp_path / "a.csv", person())
    statuses = server.run(*(take(path, survey_round=it) for it in rounds))
    assert statuses.count(DONE) == 1
    assert set(statuses) <= {DONE, REFUSED, TRY_AGAIN}
    assert len(store.history()) == 1
    assert list(present(store).values()) == [2]


@pytest.mark.parametrize("turn", range(TURNS))
def test_two_files_with_the_same_kommune_do_not_mix(
    store: Store, server: ImportServer, tmp_path: Path, turn: int
):
    paths = [export(tmp_path / f"{n}.csv", person(scores=(n, n))) for n in (1, 5)]
    statuses = server.run(*map(take, paths))
    landed = [entry.file for entry in store.history()]
    assert len(landed) == statuses.count(DONE) >= 1
    assert set(statuses) <= {DONE, TRY_AGAIN}
    last = float(landed[-1].removesuffix(".csv"))
    assert [row["score"] for row in rows(store)] == [last, last]


def test_real_answers_and_the_demo_at_once_do_not_mix(
    store: Store, server: ImportServer, tmp_path: Path
):
    real = take(export(tmp_path / "a.csv", person()))
    statuses = server.run(real, ["demo"])
    assert set(statuses) <= {DONE, REFUSED, TRY_AGAIN}
    assert DONE in statuses
    if statuses[0] != DONE:
        assert server.run(real) == [DONE]
    assert {row["invented"] for row in rows(store)} == {False}
    assert server.run(["demo"]) == [DONE]
    assert present(store) == {("r1", "1804"): 2}


def test_undo_and_an_import_at_once(store: Store, server: ImportServer, tmp_path: Path):
    first, second = (export(tmp_path / f"{name}.csv", person(name)) for name in ("Bodø", "Rana"))
    assert server.run(take(first)) == [DONE]
    undo, taken = server.run(["undo"], take(second))
    assert {undo, taken} <= {DONE, TRY_AGAIN}
    undone = [entry.file for entry in store.history() if entry.action == "undo"]
    expected = {first.name: 2} | ({second.name: 2} if taken == DONE else {})
    expected = {name: n for name, n in expected.items() if name not in undone}
    files = {"1804": first.name, "1833": second.name}
    assert {files[kommune]: n for (_round, kommune), n in present(store).items()} == expected


MAKE = """
import os, sys, time
from pathlib import Path
from maturity.intake.store import Store

for turn in range(12):
    store, together, processes = Store(Path(sys.argv[1]) / str(turn)), time.time() + 0.05, []
    for _ in range(4):
        process = os.fork()
        if not process:
            while time.time() < together:
                pass
            os._exit(0 if store._table().version() == 0 else 1)
        processes.append(process)
    print(*(os.waitpid(process, 0)[1] for process in processes))
for turn in range(12):  # Delta works in one process, forked or not
    print(Store(Path(sys.argv[1]) / str(turn)).table().version())
"""


def test_table_is_made_once(tmp_path: Path):
    """Delta itself lets the later of two that make it put another in the first one's place."""
    command = [sys.executable, "-c", MAKE, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.splitlines() == ["0 0 0 0"] * 12 + ["0"] * 12
