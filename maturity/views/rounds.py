"""What can be compared: the instruments and survey rounds that somebody has answered."""

import datetime
from dataclasses import dataclass

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.kept import kept
from maturity.language import date
from maturity.reference import reference


@dataclass(frozen=True, kw_only=True)
class Round:
    """One survey round of one instrument, with its name in the reader's language."""

    survey_round: str
    instrument: str
    label: str
    label_with_date: str  # tells it from another of the same module
    answered_at: datetime.date | None
    invented: bool


@kept
def offered(data: queries.Data, *, viewer: Viewer) -> dict[str, dict[str, Round]]:
    """Return the rounds by instrument and code, newest first.

    The instruments come in the order of their newest round; of two in the same round, the one
    with most dimensions comes first: it says most, and is what a reader sees who chooses nothing.
    """
    known = reference()
    modules = {module.key: module.label for module in known.programme.modules}
    phases = {phase.key: phase.label for phase in known.programme.phases}
    asked = queries.rounds(data, viewer=viewer)
    several = asked.groupby("module")["phase"].nunique() > 1
    found: dict[str, dict[str, Round]] = {}
    for row in asked.iloc[::-1].to_dict("records"):
        label = modules[row["module"]]
        if several[row["module"]]:
            label = f"{label} ({phases[row['phase']].lower()})"
        # Of a round without a date pandas makes moments of all the others' days.
        when = None if pd.isna(row["answered_at"]) else pd.Timestamp(row["answered_at"]).date()
        found.setdefault(str(row["instrument"]), {})[str(row["survey_round"])] = Round(
            survey_round=str(row["survey_round"]),
            instrument=str(row["instrument"]),
            label=label,
            label_with_date=f"{label}, {date(when)}",
            answered_at=when,
            invented=bool(row["invented"]),
        )
    return dict(sorted(found.items(), key=_first))


def _first(one: tuple[str, dict[str, Round]]) -> tuple[int, int]:
    code, rounds = one
    newest = next(iter(rounds.values())).answered_at or datetime.date.min
    return -newest.toordinal(), -len(reference().instruments[code].dimensions)
