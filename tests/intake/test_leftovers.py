"""What killed imports left behind goes once it is old; what any version needs stays."""

import os
import time
from pathlib import Path

import pytest

from maturity.intake.leftovers import A_DAY, remove_leftovers
from maturity.intake.store import Store
from tests.intake.test_store import ROUND, stands, take


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = Store(tmp_path / "svar på nytt" / "answers")
    for file in ("one", "two"):
        take(found, ["1804"], file=file, score=1 if file == "one" else 2)
    return found


def left(store: Store, name: str, *, age: float) -> Path:
    path = store.path / name
    path.write_bytes(b"half")
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_old_leftovers_go_with_the_next_import(store: Store):
    for path in store.path.glob("*.parquet"):
        os.utime(path, (time.time() - 9 * A_DAY,) * 2)
    old = left(store, "part-00000-a-c000.snappy.parquet", age=2 * A_DAY)
    half = left(store, "part-00000-b-c000.snappy.parquet#1", age=2 * A_DAY)
    new = left(store, "part-00000-c-c000.snappy.parquet", age=A_DAY / 2)
    other = left(store, "notat.txt", age=9 * A_DAY)
    take(store, ["1806"], file="three")
    assert [path.exists() for path in (old, half, new, other)] == [False, False, True, True]
    for score in (2, 1):  # the files of every version are still there
        store.undo(who="test")
        assert stands(store) == {(ROUND, "1804"): {score}}


def test_nothing_goes_where_a_commit_is_missing(store: Store, caplog: pytest.LogCaptureFixture):
    old = left(store, "part-00000-a-c000.snappy.parquet", age=2 * A_DAY)
    log = store.path / "_delta_log"
    take(store, ["1806"], file="three")
    assert not old.exists()
    old = left(store, "part-00000-a-c000.snappy.parquet", age=2 * A_DAY)
    (log / f"{1:020}.json").rename(log / "elsewhere")
    remove_leftovers(store.path)
    assert old.exists()
    assert "does not hold every commit" in caplog.text
