"""The worlds that readers look at: the demo's, and for each reader's rights another one."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from maturity.access import Viewer
from tests.leaks import worlds


@pytest.fixture(scope="session")
def rows(answers: Path) -> pd.DataFrame:
    return worlds.rows_of(answers)


@pytest.fixture(scope="session")
def other_world(
    answers: Path, rows: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Viewer], Path]:
    """Return where the answers lie that must look the same to a viewer."""
    made: dict[Viewer, Path] = {}

    def other(viewer: Viewer) -> Path:
        if viewer not in made:
            path = tmp_path_factory.mktemp("other") / "answers"
            worlds.write(worlds.other_world(rows, viewer), path, like=answers)
            made[viewer] = path
        return made[viewer]

    return other
