"""An import that is killed, at any moment, leaves the old table or the new one."""

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from maturity import serving as serving_data
from maturity.intake.__main__ import main
from maturity.intake.schema import SCHEMA
from maturity.intake.store import Store
from tests.intake.import_server import ImportServer, serving

SAMPLES = Path(__file__).parents[1] / "samples"
OTHER = ["take", str(SAMPLES / "modul4-means.csv"), "--module", "teknologi", "--phase", "forarbeid"]
TAKE = ["take", str(SAMPLES / "modul3-limesurvey.csv"), "--module", "strategi"]
TAKE += ["--phase", "forarbeid"]
KILLS = 15

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no SIGKILL on Windows")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))
    return Store(tmp_path / "answers")


@pytest.fixture
def server(store: Store) -> Iterator[ImportServer]:
    with serving() as running:
        running.answers = store.path
        yield running


def answers(store: Store) -> pa.Table:
    """Every answer of the table, read from the files themselves."""
    table = store.table()
    found = table.to_pyarrow_table() if table else SCHEMA.empty_table()
    plain = [name for name in SCHEMA.names if name != "themes"]
    return found.sort_by([(name, "ascending") for name in plain])


def scores(store: Store) -> pd.DataFrame | None:
    """Every score, as the dashboard would read them now."""
    data = serving_data.newest(store.path)
    if data is None:
        return None
    keys = "survey_round, instrument, kommune, dimension, aspect"
    return data.run(f"select {keys}, mean, n, sd from score order by all").round(9)


def same(found: pd.DataFrame | None, expected: pd.DataFrame | None) -> bool:
    return found is expected if expected is None else expected.equals(found)


@pytest.mark.parametrize("first", [True, False], ids=["first of all", "later"])
def test_killed_import_is_all_or_nothing(store: Store, server: ImportServer, first: bool):
    if not first:
        assert main(OTHER) == 0
    old, old_scores = answers(store), scores(store)
    assert server.run(TAKE) == [0]
    new, new_scores = answers(store), scores(store)
    store.undo(who="test")
    began = time.perf_counter()
    assert server.run(TAKE) == [0]
    whole = time.perf_counter() - began
    assert len(new) > len(old)
    store.undo(who="test")
    moments = random.Random(2)
    killed = landed = 0
    for _ in range(4 * KILLS):  # how long it takes varies with what else the machine does
        (process,) = server.start(TAKE)
        time.sleep(moments.uniform(0, whole))
        with suppress(ProcessLookupError):  # it was done before
            os.kill(process, signal.SIGKILL)
        in_time = server.statuses() == [-signal.SIGKILL]
        found = answers(store)
        is_new = found.equals(new)
        assert is_new or found.equals(old)
        assert same(scores(store), new_scores if is_new else old_scores)
        if is_new:
            store.undo(who="test")
        killed += in_time
        landed += in_time and is_new
        if killed == KILLS:
            break
    assert killed == KILLS, "too many kills came too late"
    assert landed < KILLS
    assert server.run(TAKE) == [0]
    assert answers(store).equals(new)
