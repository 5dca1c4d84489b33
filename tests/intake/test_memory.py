"""An import holds as much of a long file in memory as of a short one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from maturity.settings import ROOT
from tests.intake.small_exports import export, person

# The scores are worked out by DuckDB, which has a limit of its own.
TAKE = """
import sys
from pathlib import Path
from maturity.intake import taking
from maturity.intake.store import Store
from tests.intake.peak import megabytes

taking.prepare = lambda answers: None
idle = megabytes()
store = Store(Path(sys.argv[1]).with_suffix(".answers"))
taking.take(Path(sys.argv[1]), taking.Round(module="ledelse", phase="forarbeid"), store=store)
rows = store.table().get_add_actions(flatten=True)["num_records"].to_pylist()
print(megabytes() - idle, sum(rows))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the unit of the measure is another elsewhere")
def test_memory_does_not_grow_with_the_file(tmp_path: Path):
    grown = []
    for size in (5_000, 50_000):
        people = (
            person(who=f"{i}@x.no", scores=("Helt enig", "Vet ikke"), barrier="Tid. " * 100)
            for i in range(size)
        )
        path = export(tmp_path / f"{size}.csv", *people)
        done = subprocess.run(
            [sys.executable, "-c", TAKE, str(path)],
            cwd=ROOT,
            env={**os.environ, "MALLOC_ARENA_MAX": "2"},
            check=True,
            capture_output=True,
            text=True,
        )
        megabytes, count = map(int, done.stdout.split())
        assert count == 3 * size
        grown.append(megabytes)
    print(f"megabytes beyond those of the libraries: {grown}")
    assert grown[1] < grown[0] + 50
