"""Who was asked what, when, and who answered."""

import pandas as pd

from maturity.access import Viewer
from maturity.disclosure import suppress
from maturity.queries.asking import ask
from maturity.serving import Data
from maturity.settings import thresholds


def rounds(data: Data, *, viewer: Viewer) -> pd.DataFrame:
    """Return the survey rounds: survey_round, module, phase, instrument, answered_at, k."""
    return ask(data, viewer, "rounds", min_respondents=thresholds().min_respondents)


def participation(data: Data, *, viewer: Viewer) -> pd.DataFrame:
    """Return survey_round, module, phase, kommune, n and withheld; no row where nobody answered."""
    return suppress(ask(data, viewer, "participation"), thresholds())


def dimensions_asked(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return dimension, one row for each that anybody has a score on."""
    return ask(
        data,
        viewer,
        "dimensions_asked",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
    )


def items_asked(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return dimension and items: a sorted tuple of codes, empty where only means are known."""
    frame = ask(
        data,
        viewer,
        "items_asked",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
    )
    return frame.assign(items=frame["items"].map(tuple))
