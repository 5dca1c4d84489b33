"""Looking at a page in two worlds, with the same eyes and in the same order."""

import os
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

from maturity.reference import reference
from maturity.settings import access_path
from tests.leaks.compare import differences
from tests.leaks.readers import READERS, Reader
from tests.leaks.walk import Address, addresses, offered, seen


def walk(page: str, *, world: Path, count: int) -> list[Address]:
    """Return addresses of a page: by what staff can choose, for that is the most there is."""
    with mock.patch.dict(os.environ, MATURITY_ANSWERS=str(world)):
        options = offered(READERS["staff"], page)
    return addresses(options, kommuner=sorted(reference().kommuner), count=count, seed=page)


def told_apart(
    reader: Reader,
    page: str,
    where: Sequence[Address],
    *,
    worlds: tuple[Path, Path],
    every_file: bool = True,
) -> tuple[int, list[str]]:
    """Return at how many things a reader looked, and by what the two worlds can be told apart."""
    walks = []
    for world in worlds:
        with mock.patch.dict(os.environ, MATURITY_ANSWERS=str(world)):
            for log in access_path().glob("log.sqlite*"):
                log.unlink()  # of readers before: a world may be several readers' first
            walks.append(dict(seen(reader, page, where, every_file=every_file)))
    first, second = walks
    found = [f"steps: {set(first) ^ set(second)}"] if list(first) != list(second) else []
    for step in first.keys() & second.keys():
        found += [f"{step}: {it}" for it in differences(first[step], second[step])]
    return len(first), found
