"""What the tests of several pages begin with."""

from pathlib import Path

import pytest


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for the answers, where none are yet."""
    path = tmp_path / "data" / "answers"
    monkeypatch.setenv("MATURITY_ANSWERS", str(path))
    return path
