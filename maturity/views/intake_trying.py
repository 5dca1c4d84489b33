"""An import tried: what is found in the file, and what taking it in would do."""

from dataclasses import dataclass, replace
from pathlib import Path

from maturity import queries
from maturity.access import Viewer
from maturity.errors import ConflictError
from maturity.intake.check import Watch
from maturity.intake.decisions import Decisions
from maturity.intake.elsewhere import elsewhere
from maturity.intake.rehearsal import copied, rehearse
from maturity.intake.store import Store
from maturity.intake.taking import Outcome, Round, take
from maturity.language import _
from maturity.settings import answers_path
from maturity.views.intake_effect import Effect, effect


@dataclass(frozen=True, kw_only=True)
class Tried:
    """What was found, and its effect on `version` of the data; None: there is no data yet."""

    outcome: Outcome
    effect: Effect
    version: int | None


def version_now() -> int | None:
    """Return the newest version of the answers; None where there are none."""
    table = Store(answers_path()).table()
    return None if table is None else int(table.version())


def tried(
    path: Path, round_: Round, *, decisions: Decisions, viewer: Viewer, watch: Watch
) -> Tried:
    """Take a file into a copy of the answers and compare. Raises as `take` does."""
    store = Store(answers_path())
    version = version_now()
    with copied(store) as copy:
        outcome = elsewhere(
            rehearse,
            path,
            round_,
            size=path.stat().st_size,
            watch=watch,
            copy=copy,
            of=store,
            decisions=decisions,
        )
        table = copy.table()
        assert table is not None  # noqa: S101  # it was just written to
        found = effect(
            queries.newest(store.path),
            queries.Data(table, answers=copy.path),
            viewer=viewer,
            survey_round=round_.survey_round,
            kommuner=frozenset(outcome.checked.kommuner),
            in_force=store.in_force(),
        )
    return Tried(outcome=replace(outcome, version=None), effect=found, version=version)


def taken(
    path: Path,
    round_: Round,
    *,
    decisions: Decisions,
    who: str,
    seen: int | None,
    watch: Watch,
) -> Outcome:
    """Take a file in whose effect was seen on a version of the data. Raises as `take` does.

    Raises ConflictError where the newest version is another by now.
    """
    if version_now() != seen:
        raise ConflictError(
            _("Svarene er endret siden virkningen ble vist. Se den på nytt. Ingenting er lest inn.")
        )
    store = Store(answers_path())
    return elsewhere(
        take,
        path,
        round_,
        size=path.stat().st_size,
        watch=watch,
        store=store,
        decisions=decisions,
        who=who,
    )
