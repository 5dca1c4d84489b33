"""The only reader of the answers: one typed function per file in `queries/`."""

from functools import cache
from typing import Any

import pandas as pd

from maturity.access import Viewer
from maturity.disclosure import suppress, suppress_groups
from maturity.serving import Data, newest
from maturity.settings import ROOT, thresholds

FOLDER = ROOT / "queries"

__all__ = ["Data", "newest"]  # and every query below


@cache
def _sql(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text("utf-8")


def _ask(data: Data, viewer: Viewer, name: str, **choices: Any) -> pd.DataFrame:
    """Run one query file in the name of a viewer."""
    return data.run(
        _sql(name),
        kommuner=sorted(viewer.kommuner),
        invented_only=viewer.invented_only,
        **choices,
    )


def rounds(data: Data, *, viewer: Viewer) -> pd.DataFrame:
    """Return the survey rounds: survey_round, module, phase, instrument, answered_at, k."""
    return _ask(data, viewer, "rounds", min_respondents=thresholds().min_respondents)


def scores_by_kommune(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return kommune, dimension, mean, n, sd, q1, median, q3 and withheld."""
    frame = _ask(
        data,
        viewer,
        "scores_by_kommune",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
    )
    return suppress(frame, thresholds())


def scores_by_group(
    data: Data,
    *,
    viewer: Viewer,
    survey_round: str,
    instrument: str,
    aspect: str,
    members: frozenset[str],
) -> pd.DataFrame:
    """Return dimension, mean, k and withheld of a group of kommuner, each counting once."""
    limits = thresholds()
    frame = _ask(
        data,
        viewer,
        "scores_by_group",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
        members=sorted(members),
        min_respondents=limits.min_respondents,
    )
    return suppress_groups(frame, limits, own=len(viewer.own & members))


def participation(data: Data, *, viewer: Viewer) -> pd.DataFrame:
    """Return survey_round, module, phase, kommune, n and withheld; no row where nobody answered."""
    return suppress(_ask(data, viewer, "participation"), thresholds())


def dimensions_asked(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return dimension, one row for each that anybody has a score on."""
    return _ask(
        data,
        viewer,
        "dimensions_asked",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
    )


def changes_by_group(
    data: Data,
    *,
    viewer: Viewer,
    earlier: str,
    later: str,
    instrument: str,
    aspect: str,
    members: frozenset[str],
) -> pd.DataFrame:
    """Return dimension, earlier, later, k and withheld, over the kommuner shown in both rounds."""
    limits = thresholds()
    frame = _ask(
        data,
        viewer,
        "changes_by_group",
        earlier=earlier,
        later=later,
        instrument=instrument,
        aspect=aspect,
        members=sorted(members),
        min_respondents=limits.min_respondents,
    )
    own = len(viewer.own & members)
    return suppress_groups(frame, limits, own=own, scores=("earlier", "later"))
