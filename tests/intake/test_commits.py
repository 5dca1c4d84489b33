"""A commit is stopped by whoever interrupts it, and tells its faults for what they are."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError, DeltaError

from maturity.errors import ConflictError, UserError
from maturity.intake.commits import committing
from maturity.intake.schema import SCHEMA
from maturity.intake.store import Store
from tests.intake.test_store import stands, take
from tests.made_answers import people

ENTRY = {"file": "a", "sha256": "a", "who": "test", "survey_round": "r", "rows": 1}
BATCH = pa.RecordBatch.from_pylist(people("r", "1804", [3.0]), schema=SCHEMA)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "answers")


def written(store: Store, batches: object) -> int:
    return store.take(batches, kommuner=["1804"], entry=ENTRY | {"invented": False})


@pytest.mark.parametrize("fault", [UserError("avbrutt fil"), ValueError("feil"), OSError(5, "io")])
def test_fault_in_the_rows_comes_out_as_it_is(store: Store, fault: Exception):
    def batches() -> Iterator[pa.RecordBatch]:
        yield BATCH
        raise fault

    with pytest.raises(type(fault)) as raised:
        written(store, batches)
    assert raised.value is fault
    assert store.history() == []
    assert stands(store) == {}
    written(store, lambda: [BATCH])


@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl-C")
def test_interrupt_stops_a_long_import(store: Store):
    passed = []

    def batches() -> Iterator[pa.RecordBatch]:
        for number in range(500):
            passed.append(number)
            time.sleep(0.01)
            yield BATCH

    # A shell's background jobs are born deaf to Ctrl-C; these tests may run in one.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):
            written(store, batches)
    finally:
        signal.signal(signal.SIGINT, before)
    assert len(passed) < 400
    assert store.history() == []
    assert stands(store) == {}


def test_conflict_full_disk_and_other_faults_are_told_apart():
    with pytest.raises(ConflictError, match="prøv igjen"), committing():
        raise CommitFailedError("conflict")
    with pytest.raises(UserError, match="Får ikke skrevet svartabellen"), committing():
        raise DeltaError("External: No space left on device (os error 28)")
    with pytest.raises(DeltaError, match="else"), committing():
        raise DeltaError("something else")


def test_history_outlives_checkpoints_and_a_month(store: Store):
    """Delta would forget commits after a month, whenever it makes a checkpoint."""
    often = {"delta.checkpointInterval": "5"}  # the default is 100
    DeltaTable.create(str(store.path), SCHEMA, configuration=often)
    take(store, ["1804"], file="first")
    a_year_ago = time.time() - 365 * 24 * 3600
    for number in range(12):
        for path in (store.path / "_delta_log").iterdir():
            os.utime(path, (a_year_ago, a_year_ago))
        take(store, ["1804"], file=f"{number}")
        if number % 4 == 3:
            store.undo(who="test")
    assert list((store.path / "_delta_log").glob("*.checkpoint.parquet"))
    assert [entry.file for entry in store.history()][:2] == ["first", "0"]
    with pytest.raises(UserError, match="lest inn før"):
        take(store, ["1804"], file="first")


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_table_is_for_its_owner_alone(store: Store):
    take(store, ["1804"], file="a")
    assert store.path.stat().st_mode & 0o077 == 0
