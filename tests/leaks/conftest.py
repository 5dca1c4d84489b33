"""The worlds that readers look at: nearly the demo's, and for each reader another one."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from maturity.access import Viewer
from tests.leaks import worlds
from tests.leaks.readers import Reader


@pytest.fixture(autouse=True)
def same_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is drawn by chance, and tells nothing, is drawn alike in both worlds."""
    monkeypatch.setattr("maturity.ui.running.secrets.token_urlsafe", lambda _count: "sign")
    monkeypatch.setattr("maturity.views.decks.secrets.token_hex", lambda _count: "5eed")


@pytest.fixture(scope="session")
def rows(answers: Path) -> pd.DataFrame:
    return worlds.off_the_ends(worlds.rows_of(answers))


@pytest.fixture(scope="session")
def plain(answers: Path, rows: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table of those rows."""
    folder = tmp_path_factory.mktemp("plain") / "answers"
    worlds.write(rows, folder, like=answers)
    return folder


@pytest.fixture(scope="session")
def two_worlds(
    answers: Path, plain: Path, rows: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Reader], tuple[Path, Path]]:
    """Return where the answers lie, and where others lie that must look the same to a reader."""
    made: dict[Viewer, tuple[Path, Path]] = {}

    def two(reader: Reader) -> tuple[Path, Path]:
        viewer = reader.viewer()
        if viewer not in made:
            folder = tmp_path_factory.mktemp("worlds")
            first, other = plain, folder / "other"
            worlds.write(worlds.other_world(rows, viewer), other, like=answers)
            # Beside the demo's own table lies a log of what all others did.
            if reader.opened or reader.role == "staff":
                first = folder / "first"
                worlds.write(rows, first, like=answers)
                for world in (first, other):
                    with pytest.MonkeyPatch.context() as patch:
                        patch.setenv("MATURITY_ANSWERS", str(world))
                        reader.open()
            made[viewer] = (first, other)
        return made[viewer]

    return two
