"""Every kind of export that tells the same gives the same scores, to the last respondent."""

import datetime

import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake

from maturity import queries
from maturity.intake.__main__ import main
from maturity.intake.columns import Columns
from maturity.intake.readers import read
from maturity.intake.schema import SCHEMA
from maturity.intake.taking import Round, opened
from tests.formats.make import FOLDER, make
from tests.formats.truth import KOMMUNER, expected

SCALES = {"reversed.csv": (5, 1), "one-to-seven.csv": (1, 7), "percent.csv": (0, 100)}
DAY = datetime.date(2024, 3, 8)
FILES = sorted(path.name for path in FOLDER.iterdir())
SCORES = """
    select survey_round, kommune, instrument, dimension, aspect, mean, n
    from visible_score($kommuner, [], false) where aspect <> 'gap'
"""


def code(name: str) -> str:
    return name.replace(".", "-")


@pytest.fixture(scope="module")
def taken(tmp_path_factory) -> tuple[dict[str, Columns], dict[str, dict]]:
    """The columns of each file, and its scores; each is a survey round."""
    path = tmp_path_factory.mktemp("formats") / "answers"
    columns, batches = {}, []
    for name in FILES:
        round_ = Round(module="ledelse", phase="forarbeid", key=code(name), date=DAY)
        columns[name], checker = opened(
            read(FOLDER / name), round_, secret=b"formats", scale=SCALES.get(name)
        )
        batches += checker.batches(checker.check())
    # One commit for all of them: an import of each would take twenty seconds.
    write_deltalake(path, pa.RecordBatchReader.from_batches(SCHEMA, batches))
    kept = str(DeltaTable(path).to_pyarrow_table().to_pylist())
    assert "Økonomisjef" in kept, "what was kept is not what was searched"
    assert "example.no" not in kept
    assert "Person " not in kept
    data = queries.newest(path)
    assert data is not None
    scores: dict[str, dict] = {}
    for row in data.run(SCORES, kommuner=sorted(KOMMUNER)).itertuples(index=False):
        scores.setdefault(row[0], {})[tuple(row[1:5])] = row[5:]
    return columns, scores


@pytest.mark.parametrize("name", FILES)
def test_file_gives_the_expected_scores(name: str, taken) -> None:
    columns, scores = taken
    found, wanted = scores[code(name)], expected()
    assert set(found) == set(wanted)
    for where, (mean, n) in wanted.items():
        assert found[where][0] == pytest.approx(mean, abs=1e-9), where
        assert found[where][1] == n, where
    assert columns[name].unmatched == ()


def test_files_are_those_that_the_script_makes(tmp_path) -> None:
    make(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name


def test_what_was_taken_by_a_rule_is_said(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))
    about = ["--module", "ledelse", "--phase", "forarbeid"]
    assert main(["check", str(FOLDER / "surveyxact-variables.csv"), *about]) == 0
    assert "s_1 til s_72 er bare numre" in capsys.readouterr().out
    assert main(["check", str(FOLDER / "percent.csv"), *about, "--scale", "0:100"]) == 0
    assert "0 blir 1, 100 blir 5" in capsys.readouterr().out
    assert main(["check", str(FOLDER / "percent.csv"), *about]) == 1
    assert "et tall fra 1 til 5" in capsys.readouterr().err
