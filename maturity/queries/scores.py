"""The scores of one survey round: of kommuner, of groups, and of the people behind them."""

import pandas as pd

from maturity.access import Viewer
from maturity.disclosure import suppress, suppress_detail, suppress_groups, withhold
from maturity.queries.asking import ask
from maturity.queries.sums import Asked, may_be_told
from maturity.serving import Data
from maturity.settings import thresholds


def scores_by_kommune(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return kommune, dimension, mean, n, sd, q1, median, q3 and withheld.

    Where some of a kommune is withheld, so is what nobody there answered: no row tells which.
    """
    limits = thresholds()
    frame = ask(
        data,
        viewer,
        "scores_by_kommune",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
        min_respondents=limits.min_respondents,
    )
    return suppress(frame, limits)


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
    asked = [Asked(survey_round=survey_round, aspect=aspect, members=members)]
    return suppress_groups(
        frame,
        limits,
        known=viewer.knows(instrument),
        own=viewer.own,
        told=may_be_told(data, viewer=viewer, instrument=instrument, asked=asked),
    )


def answers_by_level(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str, kommune: str
) -> pd.DataFrame:
    """Return dimension, level (people's scores rounded half up), people, n and withheld.

    One row per dimension where it is withheld, or where the source has only means.
    """
    limits = thresholds()
    frame = ask(
        data,
        viewer,
        "answers_by_level",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
        kommune=kommune,
        min_respondents=limits.min_respondents,
    ).astype({"level": "Int64", "people": "Int64"})
    shown = suppress_detail(frame, limits, detail=["level", "people"])
    unknown = shown["withheld"].isna() & shown["level"].isna()
    shown.loc[unknown, "withheld"] = "only_means" if kommune in viewer.kommuner else "not_opened"
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
    """Return dimension, k, lowest, q1, median, q3, highest and withheld, over kommuner shown.

    Each of these is the score of a kommune or two; so one who may not see them, named or not, is
    told nothing.
    """
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
    known = viewer.counted if viewer.unnamed else viewer.knows(instrument)
    scores = ("lowest", "q1", "median", "q3", "highest")
    shown = suppress_groups(frame, limits, known=known, own=viewer.own, scores=scores)
    private = [not known.issuperset(codes) for codes in frame["counting"]]
    return withhold(shown, private, rule="not_opened", scores=(*scores, "k"))
