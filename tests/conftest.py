"""What many tests need: the demo taken in, and the real server over it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

import maturity.intake  # noqa: F401  # before openpyxl, to which it says how to parse
from tests.browser.serving import serve, take_demo_in


@pytest.fixture(scope="session")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The table of answers with the demo in it; every query of this worker reads it."""
    path = tmp_path_factory.mktemp("data") / "answers"
    take_demo_in(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATURITY_ANSWERS", str(path))
        yield path


@pytest.fixture(scope="session")
def server(answers: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real server, one for each worker."""
    with serve(answers, log=tmp_path_factory.mktemp("server") / "log") as address:
        yield address


@pytest.fixture(scope="session", autouse=True)
def installed_once() -> Iterator[None]:
    """What is installed is looked up once for each worker.

    For every page that AppTest runs the platform reads what all packages say of themselves, in
    search of components: six times as long as one of our pages takes.
    """
    with pytest.MonkeyPatch.context() as patch:
        search = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", search)
        yield
