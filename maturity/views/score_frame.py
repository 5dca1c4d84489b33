"""The score frame of a comparison: kommuner and groups in the order chosen, gaps with reasons."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import Aspect
from maturity.groups import PICK, group_of
from maturity.kept import kept
from maturity.reference import reference
from maturity.views.rounds import Round

COLUMNS = ["mean", "n", "k", "sd", "q1", "median", "q3", "withheld", "no_spread"]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What is compared, by code: the key under which the page's results are kept."""

    instrument: str
    survey_round: str
    aspect: Aspect
    kommuner: tuple[str, ...]
    groups: tuple[str, ...]


def round_frame(
    data: queries.Data,
    *,
    viewer: Viewer,
    asked: Round,
    aspect: Aspect,
    kommuner: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Return `score_frame` of a round, for one aspect."""
    comparison = Comparison(
        instrument=asked.instrument,
        survey_round=asked.survey_round,
        aspect=aspect,
        kommuner=kommuner,
        groups=groups,
    )
    return score_frame(data, viewer=viewer, asked=comparison)


def score_frame(data: queries.Data, *, viewer: Viewer, asked: Comparison) -> pd.DataFrame:
    """Return one row per series and dimension, in the instrument's order, kommuner first.

    series, series_kind, dimension, mean, n, k, sd, q1, median, q3, withheld: why mean is missing,
    "not_asked" where nobody in the round has a score, "not_answered" where others have; no_spread:
    why a kommune's spread is missing beside its mean.
    """
    where = {
        "survey_round": asked.survey_round,
        "instrument": asked.instrument,
        "aspect": asked.aspect,
    }
    in_round = dimensions_asked(data, viewer=viewer, **where)
    series = [
        kommune_rows(data, viewer=viewer, kommune=code, in_round=in_round, **where)
        for code in asked.kommuner
    ]
    series += [
        group_rows(data, viewer=viewer, group=code, in_round=in_round, **where)
        for code in asked.groups
    ]
    told_apart = _tell_apart(series, [*asked.kommuner, *asked.groups])
    return pd.concat(told_apart, ignore_index=True)


@kept
def kommune_rows(
    data: queries.Data,
    *,
    viewer: Viewer,
    survey_round: str,
    instrument: str,
    aspect: str,
    kommune: str,
    in_round: frozenset[str],
) -> pd.DataFrame:
    """Return one kommune's part of the score frame."""
    where = {"survey_round": survey_round, "instrument": instrument, "aspect": aspect}
    scores = kommune_scores(data, viewer=viewer, **where).get(kommune)
    label = reference().kommuner[kommune].name
    missing = "not_answered" if kommune in viewer.knows(instrument) else "not_opened"
    return _rows(scores, instrument, in_round, kind="kommune", label=label, missing=missing)


@kept
def group_rows(
    data: queries.Data,
    *,
    viewer: Viewer,
    survey_round: str,
    instrument: str,
    aspect: str,
    group: str,
    in_round: frozenset[str],
) -> pd.DataFrame:
    """Return one group's part of the score frame."""
    where = {"survey_round": survey_round, "instrument": instrument, "aspect": aspect}
    chosen = group_of(reference(), group)
    scores = queries.scores_by_group(data, viewer=viewer, members=chosen.members, **where)
    by_dimension = scores.set_index("dimension")
    silent = chosen.kind == PICK and not viewer.knows_all([instrument])
    missing = "own_pick" if silent else "min_kommuner"  # of whom none counts is not told apart
    return _rows(
        by_dimension, instrument, in_round, kind="group", label=chosen.label, missing=missing
    )


@kept
def kommune_scores(
    data: queries.Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> dict[str, pd.DataFrame]:
    """Return each kommune's rows, by kommune and there by dimension."""
    scores = queries.scores_by_kommune(
        data, viewer=viewer, survey_round=survey_round, instrument=instrument, aspect=aspect
    )
    return {str(code): rows.set_index("dimension") for code, rows in scores.groupby("kommune")}


@kept
def dimensions_asked(
    data: queries.Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> frozenset[str]:
    """Return the dimensions that anybody in the round has a score on."""
    asked = queries.dimensions_asked(
        data, viewer=viewer, survey_round=survey_round, instrument=instrument, aspect=aspect
    )
    return frozenset(str(code) for code in asked["dimension"])


@kept
def with_scores(
    data: queries.Data, *, viewer: Viewer, survey_round: str, instrument: str
) -> tuple[str, ...]:
    """Return the kommuner with scores of today that may be shown, the viewer's own first."""
    single = kommune_scores(
        data, viewer=viewer, survey_round=survey_round, instrument=instrument, aspect="now"
    )
    shown = [code for code, rows in single.items() if rows["mean"].notna().any()]
    return tuple(sorted(shown, key=lambda code: (code not in viewer.own, code)))


def _rows(
    scores: pd.DataFrame | None,
    instrument: str,
    in_round: frozenset[str],
    *,
    kind: Literal["kommune", "group"],
    label: str,
    missing: str,
) -> pd.DataFrame:
    axes = list(reference().instruments[instrument].by_key)
    found = pd.DataFrame() if scores is None else scores
    rows = found.reindex(index=pd.Index(axes, name="dimension"), columns=COLUMNS)
    reasons = rows["withheld"].astype(object).where(rows["withheld"].notna(), None)
    unsaid = rows["mean"].isna() & reasons.isna()
    reasons[unsaid] = missing
    reasons[~rows.index.isin(in_round)] = "not_asked"
    rows = rows.assign(withheld=reasons, series=label, series_kind=kind).reset_index()
    return rows.astype(
        {"n": "Int64", "k": "Int64"} | dict.fromkeys(["mean", "sd", "q1", "median", "q3"], float)
    )


def _tell_apart(series: list[pd.DataFrame], codes: list[str]) -> list[pd.DataFrame]:
    """Add the code to names that stand more than once: Norway has two Herøy."""
    labels = [str(rows["series"].iloc[0]) for rows in series]
    counts = Counter(labels)
    return [
        rows.assign(series=f"{label} ({code})") if counts[label] > 1 else rows
        for rows, label, code in zip(series, labels, codes, strict=True)
    ]
