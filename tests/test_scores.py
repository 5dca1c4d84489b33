"""The bar: the demo's exports give the scores worked out elsewhere; and what is kept of them."""

import os
import time
from pathlib import Path

import pandas as pd
import pytest
from deltalake import DeltaTable

from maturity import queries, scores
from maturity.access import demo_viewer
from maturity.reference import reference
from maturity.serving import Data
from maturity.settings import thresholds
from tests.made_answers import people, take

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize("module", [1, 2, 3, 4])
def test_scores_equal_the_expected(answers: Path, module: int) -> None:
    expected = pd.read_csv(
        SAMPLES / f"modul{module}-expected.csv", dtype={"kommune": str}
    ).set_index(["module", "instrument", "kommune", "dimension", "aspect"])
    data = queries.newest(answers)
    assert data is not None
    raw = data.run(
        "select module, instrument, kommune, dimension, aspect, n, mean "
        "from visible_score($kommuner, [], true) where aspect <> 'gap' and module = $module",
        kommuner=sorted(reference().kommuner),
        module=expected.index[0][0],
    ).set_index(expected.index.names)
    both = expected.join(raw, how="outer", suffixes=("", "_here"))
    assert both.notna().all().all()
    assert (both["n"] == both["n_here"]).all()
    assert ((both["mean"] - both["mean_here"]).abs() < 1e-6).all()


def test_few_respondents_are_withheld_with_their_n(answers: Path) -> None:
    data = queries.newest(answers)
    assert data is not None
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=data.all_invented)
    shown = queries.scores_by_kommune(
        data,
        viewer=viewer,
        survey_round="organisasjon-forarbeid",
        instrument="modenhet-5gen",
        aspect="now",
    )
    withheld = shown[shown["withheld"].notna()]
    assert len(withheld)
    assert withheld[["mean", "n", "sd"]].isna().all().all()
    assert (shown["n"].dropna() >= thresholds().min_respondents).all()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of its own, with kept scores beside it."""
    answers = tmp_path / "answers"
    take(answers, people("r1", "1804", [1, 2, 3]))
    scores.prepare(answers)
    return answers


def kept(answers: Path) -> list[Path]:
    return sorted((answers.parent / f"{answers.name}.scores").iterdir())


def mean(answers: Path) -> float:
    """The one score, as a process that has just started finds it."""
    data = Data(DeltaTable(str(answers)), answers=answers)
    return float(data.run("select mean from visible_score(['1804'], [], true)")["mean"].item())


def remove_answers(answers: Path) -> None:
    for file in answers.glob("*.parquet"):
        file.unlink()


def test_a_start_reads_what_was_kept_and_no_answers(table: Path) -> None:
    remove_answers(table)
    assert mean(table) == 2
    data = Data(DeltaTable(str(table)), answers=table)
    assert data.all_invented


def test_what_takes_more_memory_gets_it(
    table: Path, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    for file in kept(table):
        file.unlink()
    monkeypatch.setattr(scores, "MEMORY", "1MB")
    scores.prepare(table)
    assert "take more than 1MB" in caplog.text
    assert len(kept(table)) == 1
    assert mean(table) == 2


def test_kept_scores_are_their_owners_only(table: Path) -> None:
    (file,) = kept(table)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert str(DeltaTable(str(table)).metadata().id) in file.name
    assert file.name.startswith(f"{DeltaTable(str(table)).version()}-")


def test_an_import_keeps_the_new_scores_and_drops_the_old(table: Path) -> None:
    (old,) = kept(table)
    take(table, people("r1", "1804", [5, 5, 5]))
    scores.prepare(table)
    (new,) = kept(table)
    assert new != old
    assert mean(table) == 5


def test_who_is_late_with_an_old_version_leaves_the_newer(table: Path) -> None:
    late = DeltaTable(str(table))
    for file in kept(table):
        file.unlink()
    take(table, people("r1", "1804", [5, 5, 5]))
    scores.prepare(table)
    (new,) = kept(table)
    scores.scores(late, answers=table)
    assert new in kept(table)


def test_another_definition_is_worked_out_anew(
    table: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "_schema.sql"
    sql = scores.SCHEMA.read_text("utf-8")
    other.write_text(sql.replace("avg(score) as mean", "avg(score) + 1 as mean"), "utf-8")
    monkeypatch.setattr(scores, "SCHEMA", other)
    assert mean(table) == 3


@pytest.mark.parametrize("damage", ["empty", "cut", "changed", "other"])
def test_a_damaged_file_is_worked_out_anew(
    table: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    (file,) = kept(table)
    content = bytearray(file.read_bytes())
    if damage == "changed":
        content[len(content) // 8] ^= 0xFF
    file.write_bytes(
        {"empty": b"", "cut": content[:-100], "changed": content, "other": b"not this"}[damage]
    )
    assert mean(table) == 2
    assert "worked out anew" in caplog.text
    caplog.clear()
    remove_answers(table)
    assert mean(table) == 2
    assert not caplog.text


def test_without_the_file_the_scores_are_worked_out(table: Path) -> None:
    (file,) = kept(table)
    file.unlink()
    assert mean(table) == 2
    assert kept(table) == [file]


def test_a_place_that_cannot_be_written_is_done_without(
    table: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (file,) = kept(table)
    file.unlink()
    file.parent.rmdir()
    file.parent.write_text("a file stands where the folder should", "utf-8")
    assert mean(table) == 2
    assert "cannot be kept" in caplog.text


def test_what_a_killed_process_left_is_tidied_away(table: Path) -> None:
    (file,) = kept(table)
    old, fresh = file.parent / "old.part", file.parent / "fresh.part"
    old.touch()
    fresh.touch()
    os.utime(old, (time.time() - 7200,) * 2)
    file.unlink()
    mean(table)
    assert sorted(kept(table)) == sorted([file, fresh])


def test_an_import_never_fails_for_its_scores(
    table: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for file in kept(table):
        file.unlink()
    remove_answers(table)
    scores.prepare(table)
    assert "not made yet" in caplog.text
