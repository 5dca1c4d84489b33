"""An import tried on a copy: the copy becomes what the table would, and the table stays."""

from pathlib import Path

import pytest

from maturity.errors import UserError
from maturity.intake.decisions import Decisions
from maturity.intake.rehearsal import copied, rehearse
from maturity.intake.store import Store
from maturity.intake.taking import take
from tests.intake.small_exports import ROUND, export, person, rows, taken


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = Store(tmp_path / "data" / "answers")
    taken(export(tmp_path / "first.csv", person(), person(who="b")), found)
    return found


def content(folder: Path) -> dict[str, bytes]:
    return {str(it): it.read_bytes() for it in sorted(folder.rglob("*")) if it.is_file()}


def people(store: Store) -> list[tuple]:
    return sorted((it["kommune"], it["respondent"], it["item"] or "") for it in rows(store))


def test_the_copy_becomes_what_the_table_would_and_the_table_stays(store: Store, tmp_path: Path):
    before = content(store.path.parent)
    path = export(tmp_path / "next.csv", person("Narvik"), person(who="c"))
    with copied(store) as copy:
        assert people(copy) == people(store)
        rehearse(path, ROUND, copy=copy, of=store)
        rehearsed, place = people(copy), copy.path
        assert len(copy.history()) == 2
    assert content(store.path.parent) == before
    assert not place.exists()
    take(path, ROUND, store=store)
    assert people(store) == rehearsed, "the same people by the same key"


def test_where_nothing_is_yet_nothing_is_left(tmp_path: Path):
    store = Store(tmp_path / "data" / "answers")
    with copied(store) as copy:
        rehearse(export(tmp_path / "a.csv", person()), ROUND, copy=copy, of=store)
    assert list((tmp_path / "data").iterdir()) == []


def test_stopped_in_the_middle_it_leaves_nothing(store: Store, tmp_path: Path):
    before = content(store.path.parent)

    def stopping(_rows, _doing, _count):
        raise KeyboardInterrupt
        yield

    with pytest.raises(KeyboardInterrupt), copied(store) as copy:
        path = export(tmp_path / "next.csv", person("Narvik"))
        rehearse(path, ROUND, copy=copy, of=store, watch=stopping)
    assert content(store.path.parent) == before


def test_corrections_are_laid_over_the_file_and_left_out_rows_do_not_count(tmp_path: Path):
    store = Store(tmp_path / "data" / "answers")
    path = export(tmp_path / "a.csv", person("Bodo by"), person("?", who="b"), person(who="c"))
    with pytest.raises(UserError):
        take(path, ROUND, store=store)
    decisions = Decisions(cells={(2, 1): "Narvik"}, left_out=frozenset([3]))
    take(path, ROUND, store=store, decisions=decisions)
    assert {it["kommune"] for it in rows(store)} == {"1806", "1804"}
    (entry,) = store.history()
    assert (entry.corrected, entry.left_out) == ({"B2": "Narvik"}, (3,))
