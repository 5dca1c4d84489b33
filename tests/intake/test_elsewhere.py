"""An import in a process of its own does what it does in this one, and can be ended."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from maturity import language
from maturity.errors import ConflictError, UserError
from maturity.intake import elsewhere as elsewhere_module
from maturity.intake.elsewhere import LARGE, elsewhere
from maturity.intake.store import Store
from maturity.intake.taking import take
from tests.intake.bad_work import conflict, fail
from tests.intake.small_exports import ROUND, export, person, rows

PEOPLE = 1200


class Watched:
    """Counts the rows that pass, and stops at one."""

    def __init__(self, *, stop: int | None = None) -> None:
        self.seen: dict[str, int] = {}
        self.stop = stop

    def __call__(self, passing: Iterable, doing: str, count: int | None) -> Iterator:
        self.seen[doing] = 0
        for row in passing:
            self.seen[doing] += 1
            if self.seen[doing] == self.stop:
                raise KeyboardInterrupt
            yield row


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "answers")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    people = (person(who=f"{number}@kommune.no") for number in range(PEOPLE))
    return export(tmp_path / "a.csv", *people)


def test_it_does_the_same_and_tells_how_far_it_is(store: Store, path: Path):
    watch = Watched()
    outcome = elsewhere(take, path, ROUND, size=LARGE, watch=watch, store=store, who="kari")
    assert outcome.version == store.history()[-1].version
    assert (outcome.checked.counted, outcome.checked.kommuner) == (PEOPLE, {"1804"})
    assert outcome.columns.layout.key == "wide-table"
    assert len(rows(store)) == 2 * PEOPLE
    assert store.history()[-1].who == "kari"
    assert list(watch.seen.values()) == [PEOPLE, PEOPLE]
    assert "Kontrollerer" in watch.seen


def test_a_refusal_comes_back_with_its_problems_in_the_readers_language(store, tmp_path):
    path = export(tmp_path / "b.csv", person(scores=("helt enig", "kanskje")))
    language.use("en")
    try:
        with pytest.raises(UserError, match=r"^The file has 1 ") as refusal:
            elsewhere(take, path, ROUND, size=LARGE, watch=Watched(), store=store)
    finally:
        language.use(language.SOURCE)
    (problem,) = refusal.value.problems
    assert (problem.row, problem.found) == (2, "kanskje")
    assert store.history() == []


def test_a_conflict_is_still_one(store: Store):
    with pytest.raises(ConflictError, match="en annen"):
        elsewhere(conflict, size=LARGE, watch=Watched())


def test_whoever_turns_away_ends_it_and_nothing_is_in(store: Store, path: Path):
    with pytest.raises(KeyboardInterrupt):
        elsewhere(take, path, ROUND, size=LARGE, watch=Watched(stop=700), store=store)
    assert store.history() == []
    assert take(path, ROUND, store=store).version is not None


def test_other_faults_are_loud(capfd):
    with pytest.raises(RuntimeError):
        elsewhere(fail, size=LARGE, watch=Watched())
    assert "ValueError: feil" in capfd.readouterr().err


def test_what_is_small_is_done_here(monkeypatch):
    monkeypatch.setattr(elsewhere_module.subprocess, "Popen", lambda *_: pytest.fail("a process"))
    assert elsewhere(lambda *, watch: 5, size=LARGE - 1, watch=None) == 5
