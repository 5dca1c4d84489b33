"""All faults of a file at once, each with its place; nothing taken in."""

from pathlib import Path

import pytest

from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.intake.taking import Round, take

SAMPLES = Path(__file__).parents[1] / "samples"
ROUND = Round(module="organisasjon", phase="forarbeid")


def test_six_faults_are_reported_and_nothing_is_taken_in(tmp_path: Path) -> None:
    store = Store(tmp_path / "answers")
    with pytest.raises(UserError) as refusal:
        take(SAMPLES / "modul1-forms-with-errors.xlsx", ROUND, store=store)
    found = {(p.row, p.found, p.suggestion) for p in refusal.value.problems}
    assert found == {
        (2, "Bodo", "Bodø"),
        (3, "Heltt enig", "Helt enig"),
        (4, "6", None),
        (5, None, None),
        (6, "i går", None),
        (7, "=1+1", None),
    }
    assert store.table() is None


def test_the_same_file_twice_is_refused_and_undo_opens_for_it_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "answers")
    file = SAMPLES / "modul1-forms.xlsx"
    take(file, ROUND, store=store)
    with pytest.raises(UserError, match="lest inn før"):
        take(file, ROUND, store=store)
    store.undo(who="test")
    take(file, ROUND, store=store)
    assert [entry.action for entry in store.history()] == ["take", "undo", "take"]
