"""The attack: ask for everything, then see what follows."""

from pathlib import Path

from maturity import queries
from maturity.access import Viewer
from tests.attack.fractions import solved
from tests.attack.people import told_apart
from tests.attack.reach import Reached, reach
from tests.attack.solve import follows
from tests.attack.truth import Place, Truth, truths
from tests.made_answers import Row, opened, take


def attacked(
    data: queries.Data,
    *,
    viewer: Viewer,
    truth: dict[Place, dict[str, Truth]],
    picks: tuple[frozenset[str], ...] = (),
    most: int | None = None,
) -> list[str]:
    """Return all that a viewer reaches and should not, in words."""
    reached = reach(data, viewer=viewer, truth=truth, picks=picks, most=most)
    return judged(reached, viewer=viewer, truth=truth)


def judged(reached: Reached, *, viewer: Viewer, truth: dict[Place, dict[str, Truth]]) -> list[str]:
    """Return what should not have been told, and what follows from all that was."""
    worked_out = [*told_apart(reached), *follows(reached, viewer=viewer, truth=truth)]
    return [*reached.leaks, *worked_out, *solved(reached, viewer=viewer, truth=truth)]


def made(rows: list[Row], folder: Path) -> tuple[queries.Data, dict[Place, dict[str, Truth]]]:
    """Take answers in, and return them as they are served and as they are."""
    answers = folder / "answers"
    take(answers, sorted(rows, key=lambda it: it["survey_round"]))
    return opened(answers), truths(answers)
