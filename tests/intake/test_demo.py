"""The demo comes in once, on a table that holds nothing else."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from deltalake import DeltaTable

from maturity.errors import UserError
from maturity.intake.demo import take_demo
from maturity.intake.schema import SCHEMA
from maturity.intake.store import Store
from maturity.intake.taking import Round
from tests.intake.small_exports import export, person, rows, taken


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "answers")


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A demo of two small files."""
    folder = tmp_path / "demo"
    folder.mkdir()
    lines = []
    for kommune in ("Bodø", "Rana"):
        export(folder / f"{kommune}.csv", person(kommune))
        phase = "forarbeid" if kommune == "Bodø" else "etterarbeid"
        lines += ["[[rounds]]", f'file = "{kommune}.csv"', 'module = "ledelse"']
        lines += [f'phase = "{phase}"']
    (folder / "rounds.toml").write_text("\n".join(lines), "utf-8")
    monkeypatch.setattr("maturity.intake.demo.FOLDER", folder)
    return folder


def test_demo_of_the_house_is_taken_in_whole_and_marked(store: Store):
    assert take_demo(store) == 4
    table = store.table()
    assert table is not None
    found = table.to_pyarrow_table(columns=["invented", "module"]).to_pydict()
    assert set(found["invented"]) == {True}
    assert set(found["module"]) == {"organisasjon", "ledelse", "strategi", "teknologi"}
    began = time.perf_counter()
    assert take_demo(store) == 0
    assert time.perf_counter() - began < 1
    assert len(store.history()) == 4


def test_demo_begins_on_an_empty_table_and_goes_on_after_a_kill(store: Store, short: Path):
    DeltaTable.create(str(store.path), SCHEMA)
    assert take_demo(store) == 2
    store.undo(who="test")
    other = export(short / "Narvik.csv", person("Narvik"))
    with (short / "rounds.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[[rounds]]\nfile = "{other.name}"\nmodule = "strategi"\nphase = "forarbeid"')
    assert take_demo(store) == 1, "what was undone stays so; what never was comes in"
    assert {row["kommune"] for row in rows(store)} == {"1804", "1806"}


def test_real_answers_end_the_demo_for_good(store: Store, short: Path, tmp_path: Path):
    assert take_demo(store) == 2
    taken(export(tmp_path / "real.csv", person("Fauske")), store)
    assert {row["kommune"] for row in rows(store)} == {"1841"}
    assert take_demo(store) == 0
    store.undo(who="test")
    assert {row["kommune"] for row in rows(store)} == {"1804", "1833"}
    assert take_demo(store) == 0


def test_command_without_work_loads_no_readers():
    """`demo` goes through here at every start of the dashboard."""
    code = "import sys, maturity.intake.__main__; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "deltalake" in loaded
    assert not loaded & {"openpyxl", "duckdb", "pydantic", "maturity.intake.taking"}


def test_history_that_is_gone_erases_no_real_answers(
    store: Store, short: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    taken(export(tmp_path / "real.csv", person("Fauske")), store)
    monkeypatch.setattr(Store, "history", lambda _self: [])
    assert take_demo(store) == 0
    with pytest.raises(UserError, match="ekte svar"):
        taken(short / "Rana.csv", store, Round(module="ledelse", phase="forarbeid", invented=True))
    assert {row["kommune"] for row in rows(store)} == {"1841"}


def test_table_without_history_is_told_and_left_alone(
    store: Store, short: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    taken(export(tmp_path / "real.csv", person("Fauske")), store)
    monkeypatch.setattr(DeltaTable, "history", lambda _self: [])
    for attempt in (store.history, lambda: take_demo(store), lambda: store.undo(who="test")):
        with pytest.raises(UserError, match="Får ikke lest historien"):
            attempt()
    assert {row["kommune"] for row in rows(store)} == {"1841"}
