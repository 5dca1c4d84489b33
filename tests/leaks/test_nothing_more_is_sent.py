"""Whatever changes that a reader may not know, what is sent to them stays the same."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from maturity.reference import reference
from tests.leaks.compare import differences
from tests.leaks.readers import READERS, REFUSED, Reader
from tests.leaks.walk import PAGES, addresses, offered, seen

QUICK, DEEP = 1, 12
# The others differ from these by what is seen of more or fewer kommuner; all walk in the deep test.
FEW = (
    "staff",
    "presenter",
    "executive",
    "executive, named",
    "executive of two, unnamed",
    "executive of a silent kommune",
)


def groups(readers: Iterable[str]) -> list:
    """One worker for each reader, for their other world is made once."""
    return [pytest.param(name, marks=pytest.mark.xdist_group(f"leaks {name}")) for name in readers]


def look(reader: Reader, page: str, *, worlds: list[Path], count: int, patch) -> int:
    """Walk a page in each of the worlds; return how often something was looked at."""
    patch.setenv("MATURITY_ANSWERS", str(worlds[0]))
    # What staff can choose is the most that there is; others ask for it by hand.
    options = offered(READERS["staff"], page)
    where = addresses(options, kommuner=sorted(reference().kommuner), count=count, seed=page)
    walks = []
    for world in worlds:
        patch.setenv("MATURITY_ANSWERS", str(world))
        walks.append(dict(seen(reader, page, where)))
    first, second = walks
    assert list(first) == list(second)
    for step, leaves in first.items():
        assert differences(leaves, second[step]) == [], step
    return len(first)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", groups(FEW))
def test_what_a_reader_may_not_know_changes_nothing(answers, other_world, name, page, monkeypatch):
    reader = READERS[name]
    worlds = [answers, other_world(reader.viewer())]
    assert look(reader, page, worlds=worlds, count=QUICK, patch=monkeypatch) > QUICK


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", groups(REFUSED))
def test_to_who_is_refused_there_might_be_no_data(answers, tmp_path, name, page, monkeypatch):
    worlds = [answers, tmp_path / "nothing"]
    assert look(REFUSED[name], page, worlds=worlds, count=1, patch=monkeypatch) > 1


@pytest.mark.deep
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", groups(READERS))
def test_nor_by_any_of_many_addresses(answers, other_world, name, page, monkeypatch):
    reader = READERS[name]
    worlds = [answers, other_world(reader.viewer())]
    assert look(reader, page, worlds=worlds, count=DEEP, patch=monkeypatch) > DEEP
