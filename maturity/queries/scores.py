"""The scores of one survey round: of kommuner, of groups, and of the people behind them."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import pandas as pd

from maturity.access import Viewer
from maturity.disclosure import suppress, suppress_detail, suppress_groups, why_no_spread, withhold
from maturity.groups import WHOLE, groups
from maturity.intervals import LEAST
from maturity.queries.asking import ask
from maturity.queries.sums import may_be_told
from maturity.queries.sums_offered import Asked
from maturity.queries.sums_picked import silent_picks
from maturity.reference import reference
from maturity.serving import Data
from maturity.settings import thresholds


def scores_by_kommune(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return kommune, dimension, mean, n, sd, q1, median, q3, withheld and no_spread.

    Where some of a kommune is withheld, so is what nobody there answered: no row tells which.
    `no_spread` is why the spread is missing where the mean is not.
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
    shown = suppress(frame, limits)
    return shown.assign(
        no_spread=why_no_spread(shown, ("sd",), limits, whole=viewer.kommuner, alike=frame["alike"])
    )


def scores_unnamed(
    data: Data,
    *,
    viewer: Viewer,
    survey_round: str,
    instrument: str,
    aspect: str,
    members: frozenset[str],
) -> pd.DataFrame:
    """Return dimension and mean of each of some kommuner, by size and rounded: which is not told.

    Of those the viewer knows by name, and of the others where they may be seen without one. A
    dimension with too few, or with too few or too similar who are not known, has none, and some of
    these beside all of them would tell which is whose. Each dimension is sorted
    by itself, so that nobody can be followed from one to the next.
    """
    limits = thresholds()
    known = viewer.knows(instrument)
    frame = ask(
        data,
        viewer,
        "scores_unnamed",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
        members=sorted(members & (viewer.counted if viewer.unnamed else known)),
        min_respondents=limits.min_respondents,
    )
    hidden = ~frame["kommune"].isin(list(known))
    unknown = hidden.groupby(frame["dimension"]).transform("sum")
    means = frame["mean"].where(hidden).groupby(frame["dimension"])
    apart = (means.transform("max") - means.transform("min") > LEAST) & (
        viewer.counted - known <= members
    )
    every = frame.groupby("dimension")["kommune"].transform("size")
    enough = (every >= limits.min_kommuner) & (
        (unknown == 0) | (unknown >= limits.min_kommuner) & apart
    )
    told = frame.loc[enough, ["dimension", "mean"]]
    told = told.assign(mean=[round(float(mean), 1) for mean in told["mean"]])
    return told.sort_values(["dimension", "mean"], ignore_index=True)


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
    shown = suppress_groups(
        frame,
        limits,
        known=viewer.knows(instrument),
        own=viewer.own,
        told=may_be_told(data, viewer=viewer, instrument=instrument, asked=asked),
    )
    return silent_picks(shown, data, viewer=viewer, instrument=instrument, members=members)


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
    shown.loc[unknown, "withheld"] = "only_means"
    if kommune not in viewer.kommuner:  # whatever else there is to say, that will not change
        shown["withheld"] = "not_opened"
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
    known = viewer.knows(instrument)
    scores = ("lowest", "q1", "median", "q3", "highest")
    told = frame.drop(columns="means")
    shown = suppress_groups(told, limits, known=known, own=viewer.own, scores=scores)
    private = [not known.issuperset(codes) for codes in frame["counting"]]
    if not viewer.unnamed:
        return withhold(shown, private, rule="not_opened", scores=(*scores, "k"))
    # Without a name all the same: two groups tell which is whose, and so do scores that are alike.
    several = members != groups(reference())[WHOLE].members
    near = [
        _near(dict(zip(codes, means, strict=True)), known=known)
        for codes, means in zip(frame["counting"], frame["means"], strict=True)
    ]
    tells = [own and (several or it) for own, it in zip(private, near, strict=True)]
    return withhold(shown, tells, rule="subtraction", scores=(*scores, "k"))


def _near(means: Mapping[str, float], *, known: AbstractSet[str]) -> bool:
    """Tell whether the scores of who is not known lie so near each other that they are told."""
    hidden = [mean for kommune, mean in means.items() if kommune not in known]
    return bool(hidden) and max(hidden) - min(hidden) <= LEAST
