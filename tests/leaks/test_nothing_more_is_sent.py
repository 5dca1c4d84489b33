"""Whatever changes that a reader may not know, what is sent to them stays the same."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.leaks.look import told_apart, walk
from tests.leaks.readers import READERS, REFUSED, Reader
from tests.leaks.walk import PAGES

QUICK, DEEP = 1, 4
# The others differ from these by what is seen of more or fewer kommuner; all walk in the deep test.
FEW = (
    "staff",
    "presenter",
    "executive",
    "executive, named",
    "executive of two, unnamed",
    "executive to whom two have opened",
)


def groups(readers: Iterable[str]) -> list:
    """One worker for each reader, for their other world is made once."""
    return [pytest.param(name, marks=pytest.mark.xdist_group(f"leaks {name}")) for name in readers]


def look(answers: Path, reader: Reader, page: str, worlds: tuple[Path, Path], count: int) -> None:
    where = walk(page, world=answers, count=count)
    every_file = count > QUICK  # again after each button
    looks, found = told_apart(reader, page, where, worlds=worlds, every_file=every_file)
    assert found == []
    assert looks > len(where)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", groups(FEW))
def test_what_a_reader_may_not_know_changes_nothing(answers, two_worlds, name, page):
    look(answers, READERS[name], page, two_worlds(READERS[name]), QUICK)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", groups(["nobody", "stranger"]))
def test_to_who_is_refused_there_might_be_no_data(answers, tmp_path, name, page):
    look(answers, REFUSED[name], page, (answers, tmp_path / "nothing"), 1)


@pytest.mark.parametrize("name", REFUSED)
def test_nor_is_there_to_any_other_who_is(answers, tmp_path, name):
    look(answers, REFUSED[name], "kommune", (answers, tmp_path / "nothing"), 1)


@pytest.mark.deep
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", groups(READERS))
def test_nor_by_any_of_many_addresses(answers, two_worlds, name, page):
    look(answers, READERS[name], page, two_worlds(READERS[name]), DEEP)
