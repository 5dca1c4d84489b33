"""An import that is killed, at any moment, leaves the old table or the new one."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from deltalake import DeltaTable

from maturity.intake.store import Store
from maturity.intake.taking import Round, take
from maturity.settings import ROOT

SAMPLES = Path(__file__).parents[1] / "samples"
FILE = f"ledelse forarbeid {SAMPLES / 'modul2-forms.xlsx'}\n"
KILLS = 40

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no SIGKILL on Windows")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "answers")


@pytest.fixture
def server(store: Store) -> Iterator[subprocess.Popen]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.intake.import_server"],
        cwd=ROOT,
        env={**os.environ, "MATURITY_ANSWERS": str(store.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        yield running
        running.stdin.close()


def imported(server: subprocess.Popen, *, kill_after: float | None = None) -> float:
    """Let it take the file in, killed after some seconds; return the seconds that it took."""
    server.stdin.write(FILE)
    server.stdin.flush()
    process = int(server.stdout.readline())
    began = time.perf_counter()
    if kill_after is not None:
        time.sleep(kill_after)
        with suppress(ProcessLookupError):  # it was done before
            os.kill(process, signal.SIGKILL)
    server.stdout.readline()
    return time.perf_counter() - began


def rows(store: Store) -> dict[str, int]:
    """The number of rows of each survey round, counted from the files themselves."""
    table = store.table()
    if table is None or not table.file_uris():
        return {}
    rounds = DeltaTable(str(store.path)).to_pyarrow_table(columns=["survey_round"])
    counts = rounds["survey_round"].value_counts().to_pylist()
    return {it["values"]: it["counts"] for it in counts}


@pytest.mark.parametrize("first", [True, False], ids=["first of all", "later"])
def test_killed_import_is_all_or_nothing(store: Store, server: subprocess.Popen, first: bool):
    if not first:
        file = SAMPLES / "modul1-forms.xlsx"
        take(file, Round(module="organisasjon", phase="forarbeid"), store=store)
    old = rows(store)
    whole = imported(server)
    new = rows(store)
    assert new != old
    store.undo(who="test")
    moments = random.Random(2)
    landed = 0
    for _ in range(KILLS // 2):
        imported(server, kill_after=moments.uniform(0, whole * 1.1))
        found = rows(store)
        assert found in (old, new)
        if found == new:
            landed += 1
            store.undo(who="test")
            assert rows(store) == old
    assert landed < KILLS // 2, "every kill came too late"
    imported(server)
    assert rows(store) == new
