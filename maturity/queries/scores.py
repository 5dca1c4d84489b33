"""The scores of one survey round: of kommuner, of groups, and of the people behind them."""

import pandas as pd

from maturity.access import Viewer
from maturity.disclosure import suppress, suppress_detail, suppress_groups
from maturity.queries.asking import ask
from maturity.serving import Data
from maturity.settings import thresholds


def scores_by_kommune(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return kommune, dimension, mean, n, sd, q1, median, q3 and withheld."""
    frame = ask(
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
    frame = ask(
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


def answers_by_level(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str, kommune: str
) -> pd.DataFrame:
    """Return dimension, level (people's scores rounded half up), people, n and withheld.

    One row per dimension where it is withheld, or where the source has only means.
    """
    frame = ask(
        data,
        viewer,
        "answers_by_level",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
        kommune=kommune,
    ).astype({"level": "Int64", "people": "Int64"})
    shown = suppress_detail(frame, thresholds(), detail=["level", "people"])
    unknown = shown["withheld"].isna() & shown["level"].isna()
    shown.loc[unknown, "withheld"] = "only_means"
    return shown


def spread_between(
    data: Data,
    *,
    viewer: Viewer,
    survey_round: str,
    instrument: str,
    aspect: str,
    members: frozenset[str],
) -> pd.DataFrame:
    """Return dimension, k, lowest, q1, median, q3, highest and withheld, over kommuner shown."""
    limits = thresholds()
    frame = ask(
        data,
        viewer,
        "spread_between",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
        members=sorted(members),
        min_respondents=limits.min_respondents,
    )
    scores = ("lowest", "q1", "median", "q3", "highest")
    return suppress_groups(frame, limits, own=len(viewer.own & members), scores=scores)
