"""One import is one commit: it replaces its own rows, conflicts are seen, and undo goes back."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from deltalake import DeltaTable

from maturity.errors import ConflictError, UserError
from maturity.intake.schema import SCHEMA
from maturity.intake.store import Store
from tests.made_answers import people

ROUND, OTHER = "ledelse-forarbeid", "strategi-forarbeid"


def batches(rows: list[dict[str, Any]]) -> Any:
    return lambda: iter([pa.RecordBatch.from_pylist(rows, schema=SCHEMA)])


def take(
    store: Store,
    kommuner: list[str],
    *,
    file: str,
    survey_round: str = ROUND,
    score: float = 3,
    invented: bool = False,
    during: Any = None,
) -> int:
    """Take in three answers a kommune; `during` runs once the rows are being written."""
    rows = [
        answer
        for kommune in kommuner
        for answer in people(survey_round, kommune, [score] * 3, invented=invented)
    ]

    def written() -> Any:
        if during:  # not in Delta's own thread, which may not wait for another table
            with ThreadPoolExecutor(1) as elsewhere:
                elsewhere.submit(during).result()
        yield from batches(rows)()

    entry = {
        "file": file,
        "sha256": file,
        "who": "test",
        "survey_round": survey_round,
        "rows": len(rows),
        "invented": invented,
    }
    return store.take(written, kommuner=kommuner, entry=entry)


def stands(store: Store) -> dict[tuple[str, str], set[float]]:
    """The scores by survey round and kommune, as another reader of the table finds them."""
    found: dict[tuple[str, str], set[float]] = {}
    for row in DeltaTable(str(store.path)).to_pyarrow_table().to_pylist():
        found.setdefault((row["survey_round"], row["kommune"]), set()).add(row["score"])
    return found


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "answers")


def test_corrected_file_replaces_exactly_its_kommuner_in_one_commit(store: Store):
    take(store, ["1804", "1806"], file="first")
    take(store, ["1804"], file="other", survey_round=OTHER)
    before = store.history()[-1].version
    after = take(store, ["1806"], file="corrected", score=5)
    assert after == before + 1
    assert stands(store) == {(ROUND, "1804"): {3}, (ROUND, "1806"): {5}, (OTHER, "1804"): {3}}
    assert store.undo(who="test").file == "corrected"
    assert stands(store) == {(ROUND, "1804"): {3}, (ROUND, "1806"): {3}, (OTHER, "1804"): {3}}


def test_undo_goes_back_one_import_at_a_time(store: Store):
    take(store, ["1804"], file="one")
    take(store, ["1806"], file="two")
    assert [store.undo(who="test").file for _ in range(2)] == ["two", "one"]
    assert stands(store) == {}
    with pytest.raises(UserError, match="ingen innlesing å angre"):
        store.undo(who="test")
    take(store, ["1806"], file="two")
    assert stands(store) == {(ROUND, "1806"): {3}}


def test_same_file_is_refused_with_the_date_of_the_first_time(store: Store):
    take(store, ["1804"], file="one")
    with pytest.raises(UserError, match=r"lest inn før, \d+\. \w+ \d{4} \(versjon 1\)"):
        take(store, ["1804"], file="one", survey_round=OTHER)


def test_first_real_answers_clear_the_invented_away_and_undo_brings_them_back(store: Store):
    take(store, ["1804"], file="invented", survey_round=OTHER, invented=True)
    take(store, ["1806"], file="real")
    assert stands(store) == {(ROUND, "1806"): {3}}
    with pytest.raises(UserError, match="ekte svar"):
        take(store, ["1804"], file="more", survey_round=OTHER, invented=True)
    store.undo(who="test")
    assert stands(store) == {(OTHER, "1804"): {3}}


@pytest.mark.parametrize("first", [True, False], ids=["first of all", "later"])
@pytest.mark.parametrize(
    ("here", "there", "both_land"),
    [
        ({"kommuner": ["1804"]}, {"kommuner": ["1806"]}, True),
        ({"kommuner": ["1804"]}, {"kommuner": ["1804"], "survey_round": OTHER}, True),
        ({"kommuner": ["1804"]}, {"kommuner": ["1804"]}, False),
        ({"kommuner": ["1804"], "invented": True}, {"kommuner": ["1806"]}, False),
        ({"kommuner": ["1804"]}, {"kommuner": ["1806"], "invented": True}, False),
    ],
)
def test_two_imports_at_once(store: Store, here, there, both_land: bool, first: bool):
    """The other lands between the moment this one looks at the table and its own commit."""
    if not first:
        # Two that clear the same invented answers away do meet.
        take(store, ["1841"], file="before", invented=not both_land)
    other = Store(store.path)

    def during() -> None:
        take(other, file="there", score=5, **there)

    if both_land:
        take(store, file="here", during=during, **here)
    else:
        with pytest.raises(ConflictError, match="prøv igjen"):
            take(store, file="here", during=during, **here)
    landed = {entry.file for entry in store.history()} - {"before"}
    assert landed == ({"here", "there"} if both_land else {"there"})
    found = stands(store)
    assert found[there.get("survey_round", ROUND), there["kommuner"][0]] == {5}
    if both_land:
        assert found[ROUND, "1804"] == {3}


@pytest.mark.parametrize("survey_round", [ROUND, OTHER])
def test_same_file_twice_at_once_lands_once(store: Store, survey_round: str):
    def during() -> None:
        take(Store(store.path), ["1804"], file="same", survey_round=survey_round)

    with pytest.raises(ConflictError):
        take(store, ["1804"], file="same", during=during)
    assert [entry.file for entry in store.history()] == ["same"]
    with pytest.raises(UserError, match="lest inn før"):
        take(store, ["1804"], file="same")


def test_undo_does_not_take_another_import_with_it(store: Store, monkeypatch):
    take(store, ["1804"], file="one")
    in_force = Store.in_force

    def meanwhile(self: Store) -> Any:
        found = in_force(self)
        monkeypatch.setattr(Store, "in_force", in_force)
        take(Store(store.path), ["1806"], file="two")
        return found

    monkeypatch.setattr(Store, "in_force", meanwhile)
    with pytest.raises(ConflictError):
        store.undo(who="test")
    assert stands(store) == {(ROUND, "1804"): {3}, (ROUND, "1806"): {3}}


def test_table_without_rows_is_no_import(store: Store):
    """What a kill between making the table and the first commit leaves behind."""
    DeltaTable.create(str(store.path), SCHEMA)
    assert store.history() == []
    take(store, ["1804"], file="one")
    assert stands(store) == {(ROUND, "1804"): {3}}
