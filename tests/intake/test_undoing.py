"""An import is undone after others came: only its own rows go, and what it replaced comes back."""

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from maturity.errors import ConflictError, UserError
from maturity.intake import undoing
from maturity.intake.standing import effects, standing
from maturity.intake.standing import undoing as undoing_of
from maturity.intake.store import Store
from maturity.intake.telling_effects import in_short, of_undoing
from tests.intake.test_store import OTHER, ROUND, stands, take


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "answers")


def undo(store: Store, version: int) -> None:
    store.undo(who="test", version=version)


def test_later_imports_stay(store: Store):
    first = take(store, ["1804", "1806"], file="first", score=1)
    take(store, ["1806"], file="second", score=2)
    take(store, ["1833"], file="third", score=3, survey_round=OTHER)
    undo(store, first)
    assert stands(store) == {(ROUND, "1806"): {2}, (OTHER, "1833"): {3}}
    assert [it.file for it in store.in_force()] == ["second", "third"]


def test_what_it_replaced_comes_back(store: Store):
    take(store, ["1804", "1806"], file="first", score=1)
    second = take(store, ["1804", "1806"], file="second", score=2)
    take(store, ["1806"], file="third", score=3)
    undo(store, second)
    assert stands(store) == {(ROUND, "1804"): {1}, (ROUND, "1806"): {3}}


def test_what_was_undone_before_does_not_come_back(store: Store):
    first = take(store, ["1804"], file="first", score=1)
    second = take(store, ["1804"], file="second", score=2)
    undo(store, first)
    assert stands(store) == {(ROUND, "1804"): {2}}
    undo(store, second)
    assert stands(store) == {}


def test_all_of_it_is_replaced_already(store: Store):
    first = take(store, ["1804"], file="first", score=1)
    take(store, ["1804"], file="second", score=2)
    undo(store, first)
    assert stands(store) == {(ROUND, "1804"): {2}}
    assert [it.file for it in store.in_force()] == ["second"]
    with pytest.raises(UserError, match=f"Versjon {first}"):
        undo(store, first)


def test_the_last_real_one_brings_the_invented_back(store: Store):
    take(store, ["1804"], file="invented", score=1, survey_round=OTHER, invented=True)
    first = take(store, ["1806"], file="first", score=2)
    second = take(store, ["1833"], file="second", score=3)
    undo(store, first)
    assert stands(store) == {(ROUND, "1833"): {3}}
    undo(store, second)
    assert stands(store) == {(OTHER, "1804"): {1}}


def test_where_the_history_names_no_kommuner_only_the_newest_is_undone(store: Store):
    def old(file: str, kommune: str) -> int:
        """An import of before they were noted."""
        entry = {"file": file, "sha256": file, "who": "x", "survey_round": ROUND, "rows": 1}
        entry |= {"invented": False, "kommuner": []}
        return store.take(lambda: [], kommuner=[kommune], entry=entry)

    first = old("first", "1804")
    old("second", "1806")
    with pytest.raises(UserError, match="den siste"):
        undo(store, first)
    assert store.undo(who="test").file == "second"


def test_two_undo_the_same_at_once(store: Store, monkeypatch):
    first = take(store, ["1804"], file="first", score=1)
    take(store, ["1806"], file="second", score=2)
    take(store, ["1804"], file="third", score=3)
    put_back = undoing.put_back

    def meanwhile(*args: Any, **kwargs: Any) -> None:
        monkeypatch.setattr("maturity.intake.store.put_back", put_back)
        with ThreadPoolExecutor(1) as elsewhere:
            elsewhere.submit(undo, Store(store.path), first).result()
        put_back(*args, **kwargs)

    monkeypatch.setattr("maturity.intake.store.put_back", meanwhile)
    with pytest.raises(ConflictError):
        undo(store, first)
    assert [it.action for it in store.history()].count("undo") == 1


def test_an_import_of_the_same_rows_lands_meanwhile(store: Store, monkeypatch):
    first = take(store, ["1804"], file="first", score=1)
    take(store, ["1806"], file="second", score=2)
    put_back = undoing.put_back

    def meanwhile(*args: Any, **kwargs: Any) -> None:
        with ThreadPoolExecutor(1) as elsewhere:
            elsewhere.submit(take, Store(store.path), ["1804"], file="third", score=3).result()
        put_back(*args, **kwargs)

    monkeypatch.setattr("maturity.intake.store.put_back", meanwhile)
    with pytest.raises(ConflictError):
        undo(store, first)
    assert stands(store) == {(ROUND, "1804"): {3}, (ROUND, "1806"): {2}}


def test_any_order_leaves_what_the_imports_in_force_would(store: Store):
    """Against another reckoning: each place has the score of the newest in force that has it."""
    chance = random.Random(7)
    brought: dict[int, tuple[str, list[str], float]] = {}
    for turn in range(24):
        if brought and chance.random() < 0.4:
            version = chance.choice(sorted(brought))
            undo(store, version)
            del brought[version]
        else:
            survey_round, score = chance.choice([ROUND, OTHER]), float(turn)
            kommuner = chance.sample(["1804", "1806", "1833"], chance.randint(1, 3))
            version = take(store, kommuner, file=f"{turn}", survey_round=survey_round, score=score)
            brought[version] = (survey_round, kommuner, score)
        expected = {}
        for _version, (survey_round, kommuner, score) in sorted(brought.items()):
            expected |= {(survey_round, kommune): {score} for kommune in kommuner}
        assert stands(store) == expected, turn
    assert standing(store.in_force()).keys() == expected.keys()


def test_what_was_done_is_told(store: Store):
    first = take(store, ["1804", "1806"], file="first", score=1)
    second = take(store, ["1806", "1833"], file="second", score=2)
    undo(store, first)
    told = effects(store.history())
    assert [in_short(told[it.version]) for it in store.history()] == [
        "2 nye",
        "1 ny, 1 erstattet",
        "1 fjernet",
    ]
    assert second in told


def test_what_undoing_would_do_is_told_before(store: Store):
    first = take(store, ["1804", "1806"], file="first", score=1)
    take(store, ["1806", "1833"], file="second", score=2)
    take(store, ["1833"], file="third", score=3)
    history = store.history()

    def said(file: str) -> str:
        (one,) = [it for it in history if it.file == file]
        return " ".join(of_undoing(undoing_of(history, one), one))

    assert said("first") == (
        f"Uten svar blir Bodø ({ROUND}). Nyere svar blir stående i Narvik ({ROUND})."
    )
    assert said("second") == (
        f"Svarene fra versjon {first} kommer tilbake i Narvik ({ROUND}). "
        f"Nyere svar blir stående i Rana ({ROUND})."
    )
