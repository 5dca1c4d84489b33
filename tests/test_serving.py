"""The serving database: which version serves when, and that it can reach nothing else."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest
from deltalake import DeltaTable, TableFeatures

from maturity import serving
from maturity.errors import UserError
from maturity.intake.store import SCHEMA, Store
from maturity.preparing import preparing
from maturity.scores import prepare
from maturity.serving import Data, newest
from maturity.settings import ROOT
from tests.made_answers import opened, people, take

FIRST = people("r1", "1804", [1, 2, 3])
SECOND = people("r2", "1804", [3, 4, 5])


def rounds_of(data: Data | None) -> list[str]:
    assert data is not None
    found = data.run("select distinct survey_round as it from visible_score(['1804'], [], true)")
    return sorted(found["it"])


def test_nothing_in_yet_is_no_data(tmp_path: Path) -> None:
    assert newest(tmp_path / "answers") is None
    DeltaTable.create(str(tmp_path / "answers"), SCHEMA)
    assert newest(tmp_path / "answers") is None


def test_a_new_import_is_a_new_version_and_the_old_one_still_answers(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    take(answers, FIRST)
    old = opened(answers)
    assert rounds_of(old) == ["r1"]
    take(answers, SECOND)
    new = opened(answers)
    assert new.version > old.version
    assert rounds_of(new) == ["r1", "r2"]
    assert rounds_of(old) == ["r1"]
    Store(answers).undo(who="test")
    assert rounds_of(opened(answers)) == ["r1"]


def test_the_table_is_not_opened_where_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(tmp_path / "answers", FIRST)
    data = opened(tmp_path / "answers")
    monkeypatch.setattr(Store, "table", lambda _self: pytest.fail("opened the table"))
    assert newest(tmp_path / "answers") is data


def test_a_table_made_anew_in_the_same_place_is_noticed(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    take(answers, FIRST)
    first = opened(answers)
    shutil.rmtree(answers)
    assert newest(answers) is None
    take(answers, SECOND)
    second = opened(answers)
    assert second.version == first.version
    assert rounds_of(second) == ["r2"]


def test_a_table_replaced_between_two_looks_is_noticed(tmp_path: Path) -> None:
    answers, other = tmp_path / "answers", tmp_path / "other"
    take(answers, FIRST)
    take(other, SECOND)
    assert rounds_of(newest(answers)) == ["r1"]
    shutil.rmtree(answers)
    other.rename(answers)
    assert rounds_of(newest(answers)) == ["r2"]


def test_many_at_once_open_a_table_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take(tmp_path / "answers", FIRST)
    made: list[Data] = []

    class Counted(Data):
        def __init__(self, table: DeltaTable, *, answers: Path) -> None:
            made.append(self)
            super().__init__(table, answers=answers)

    monkeypatch.setattr(serving, "Data", Counted)
    together, found = threading.Barrier(8), []

    def read() -> None:
        together.wait()
        found.append(newest(tmp_path / "answers"))

    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(made) == 1
    assert {id(data) for data in found} == {id(made[0])}


def test_the_old_version_serves_while_the_new_one_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = tmp_path / "answers"
    take(answers, FIRST)
    old = opened(answers)
    take(answers, SECOND)
    began, may_end = threading.Event(), threading.Event()

    class Slow(Data):
        def __init__(self, table: DeltaTable, *, answers: Path) -> None:
            began.set()
            assert may_end.wait(30)
            super().__init__(table, answers=answers)

    monkeypatch.setattr(serving, "Data", Slow)
    first = threading.Thread(target=newest, args=[answers])
    first.start()
    assert began.wait(30)
    try:
        assert newest(answers) is old
    finally:
        may_end.set()
        first.join()
    assert rounds_of(newest(answers)) == ["r1", "r2"]


def test_the_newest_import_in_force_is_told(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    take(answers, FIRST)
    take(answers, SECOND)
    last = opened(answers).last_import
    assert last is not None
    assert (last.file, last.survey_round, last.rows) == ("r2.csv", "r2", 3)
    Store(answers).undo(who="test")
    last = opened(answers).last_import
    assert last is not None
    assert last.file == "r1.csv"


def test_one_real_answer_is_enough(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    take(answers, FIRST)
    assert opened(answers).all_invented
    comment = people("r2", "1806", [None], kind="barrier", text="Tid", invented=False)
    take(answers, comment)
    assert not opened(answers).all_invented


@pytest.mark.parametrize(
    "sql",
    [
        "select content from read_text('{outside}')",
        "select a from read_csv('{outside}')",
        "from '{answers}/*.parquet'",
        "from all_invented(['{parquet}'])",
        "from scores_of_round(['{parquet}'], 'r1')",
        "copy score to '{outside}.copy'",
        "attach '{outside}.db'",
        "export database '{outside}.export'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set allowed_paths = ['{outside}']",
        "set lock_configuration = false",
        "reset lock_configuration",
    ],
)
def test_it_reads_no_file_and_cannot_be_set_otherwise(tmp_path: Path, sql: str) -> None:
    answers, outside = tmp_path / "answers", tmp_path / "outside.csv"
    outside.write_text("a\nsecret\n", "utf-8")
    take(answers, FIRST)
    parquet = next(answers.glob("*.parquet"))
    before = sorted(tmp_path.iterdir())
    data = opened(answers)
    with pytest.raises(duckdb.Error):
        data.run(sql.format(outside=outside, answers=answers, parquet=parquet))
    assert set(tmp_path.iterdir()) - set(before) <= {tmp_path / "answers.scores"}
    assert rounds_of(data) == ["r1"]


def test_a_table_with_features_we_cannot_read_is_refused(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    take(answers, FIRST)
    DeltaTable(str(answers)).alter.add_feature(
        TableFeatures.DeletionVectors, allow_protocol_versions_increase=True
    )
    with pytest.raises(UserError, match="deletionVectors"):
        newest(answers)


def test_the_folder_may_have_a_norwegian_name(tmp_path: Path) -> None:
    answers = tmp_path / "svar på øya" / "answers"
    take(answers, FIRST)
    assert rounds_of(newest(answers)) == ["r1"]


def test_who_has_one_version_reads_on_while_the_next_is_prepared(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    take(answers, FIRST)
    old = opened(answers)
    with preparing(answers):
        take(answers, SECOND)
        assert newest(answers) is old
        prepare(answers)
    assert rounds_of(newest(answers)) == ["r1", "r2"]


def test_who_has_none_waits_for_nobody(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    with preparing(answers):
        take(answers, FIRST)
        assert rounds_of(newest(answers)) == ["r1"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no such locks on Windows")
def test_one_who_was_killed_holds_nobody_up(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    take(answers, FIRST)
    opened(answers)
    killed = "import os, sys; from pathlib import Path; from maturity.preparing import preparing\n"
    killed += "with preparing(Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", killed, str(answers)], cwd=ROOT, check=False)
    (sign,) = (tmp_path / "answers.scores").glob("preparing-*")
    take(answers, SECOND)
    assert rounds_of(newest(answers)) == ["r1", "r2"]
    assert not sign.exists()
