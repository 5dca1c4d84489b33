"""Withholding what small groups are owed: the number, its n and its spread go together."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import pandas as pd

from maturity.settings import Thresholds

SPREAD = ["sd", "q1", "median", "q3"]


def suppress(frame: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """Withhold what is behind too few respondents; adds `withheld`, the rule's name.

    `frame` has `n`, and may have `mean` and the columns of the spread.
    """
    shown = frame.copy()
    shown["n"] = shown["n"].astype("Int64")
    few = shown["n"] < thresholds.min_respondents
    for column in shown.columns.intersection(SPREAD):
        shown.loc[shown["n"] < thresholds.min_respondents_detail, column] = float("nan")
    shown["withheld"] = _rule(few, "min_respondents")
    if "mean" in shown:
        shown.loc[few, "mean"] = float("nan")
    shown.loc[few, "n"] = pd.NA
    return shown


def suppress_groups(
    frame: pd.DataFrame,
    thresholds: Thresholds,
    *,
    known: AbstractSet[str],
    own: AbstractSet[str],
    told: Mapping[str, bool] | None = None,
    scores: Sequence[str] = ("mean",),
) -> pd.DataFrame:
    """Withhold the scores of groups with too few kommuner besides the viewer's `own`.

    `frame` has k and `counting`, the kommuner behind it, which goes. Besides those whose scores
    are `known` anyway there must be as many, or nobody; and where `told` has dimensions, a score
    that gives another away is withheld too.
    """
    shown = frame.drop(columns="counting")
    shown["k"] = shown["k"].astype("Int64")
    counting = [set(codes) for codes in frame["counting"]]
    least = thresholds.min_kommuner
    few = pd.Series(
        [len(codes - own) < least or 0 < len(codes - known) < least for codes in counting],
        index=shown.index,
        dtype=bool,
    )
    shown["withheld"] = _rule(few, "min_kommuner")
    gone = few
    if told is not None:
        gives_away = ~shown["dimension"].map(lambda key: told.get(key, False)).astype(bool)
        gone = few | gives_away
        shown.loc[gives_away & ~few, "withheld"] = "subtraction"
    shown.loc[gone, list(scores)] = float("nan")
    shown.loc[gone, "k"] = pd.NA
    return shown


def why_no_spread(
    shown: pd.DataFrame, spread: Sequence[str], thresholds: Thresholds, *, whole: AbstractSet[str]
) -> pd.Series:
    """Name the rule by which a spread is missing beside a mean that is shown; None elsewhere.

    `shown` has kommune, withheld, and the columns of `spread`, each with its n: n for sd, n_later
    for sd_later. Kommuner that are not seen `whole` have not opened theirs.
    """
    counts = shown[[name.replace("sd", "n", 1) for name in spread]]
    few = (counts < thresholds.min_respondents_detail).any(axis=1)
    missing = shown[list(spread)].isna().any(axis=1) & shown["withheld"].isna()
    rules = _rule(missing, "only_means")
    rules[missing & few] = "min_respondents_detail"
    rules[missing & ~shown["kommune"].isin(list(whole))] = "not_opened"
    return rules


def withhold(
    frame: pd.DataFrame, which: Sequence[bool], *, rule: str, scores: Sequence[str]
) -> pd.DataFrame:
    """Withhold the `scores` of some rows by a rule, where no other has withheld them before."""
    shown = frame.copy()
    gone = pd.Series(which, index=shown.index, dtype=bool)
    for column in scores:
        shown.loc[gone, column] = pd.NA if column in ("n", "k") else float("nan")
    shown.loc[gone & shown["withheld"].isna(), "withheld"] = rule
    return shown


def suppress_change(frame: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """Withhold what is behind too few respondents in either of two rounds; adds `withheld`.

    `frame` has n_, sd_ and the score itself for "earlier" and "later".
    """
    shown = frame.copy()
    few = pd.Series(False, index=shown.index)
    for when in ("earlier", "later"):
        n = shown[f"n_{when}"] = shown[f"n_{when}"].astype("Int64")
        shown.loc[n < thresholds.min_respondents_detail, f"sd_{when}"] = float("nan")
        few |= n < thresholds.min_respondents
    for when in ("earlier", "later"):
        shown.loc[few, [when, f"sd_{when}"]] = float("nan")
        shown.loc[few, f"n_{when}"] = pd.NA
    shown["withheld"] = _rule(few, "min_respondents")
    return shown


def suppress_detail(
    frame: pd.DataFrame, thresholds: Thresholds, *, detail: Sequence[str]
) -> pd.DataFrame:
    """Withhold `detail` and n where too few respondents (`n`) are behind it; adds `withheld`.

    What is left of a place that is withheld is one row, so that not even their number is told.
    """
    shown = frame.copy()
    shown["n"] = shown["n"].astype("Int64")
    few = shown["n"] < thresholds.min_respondents_detail
    too_few = shown["n"] < thresholds.min_respondents
    shown["withheld"] = _rule(few, "min_respondents_detail")
    shown.loc[too_few, "withheld"] = "min_respondents"
    shown.loc[few, [*detail, "n"]] = None
    return shown[~(few & shown.duplicated())].reset_index(drop=True)


def suppress_movement(frame: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """Withhold what the same people answered twice (`n`, earlier, later, left, joined).

    Beside a kommune's two scores, theirs tells the mean of those who `left` or `joined`: so these
    too must be nobody, or enough. Adds `withheld`.
    """
    shown = frame.copy()
    counts = ["n", "left", "joined"]
    shown[counts] = shown[counts].astype("Int64")
    least = thresholds.min_respondents
    moved = shown[["left", "joined"]]
    few_moved = ((moved > 0) & (moved < least)).any(axis=1)
    few = (shown["n"] < least) | (shown["n"] + shown["left"] < least)
    few |= shown["n"] + shown["joined"] < least
    shown["withheld"] = _rule(few_moved, "few_moved")
    shown.loc[few, "withheld"] = "min_respondents"
    gone = few | few_moved
    shown.loc[gone, ["earlier", "later"]] = float("nan")
    shown.loc[gone, counts] = pd.NA
    return shown


def _rule(few: pd.Series, name: str) -> pd.Series:
    """Name the rule where it withholds, and None elsewhere; pandas' own ways would make it NaN."""
    return pd.Series([name if it else None for it in few], index=few.index, dtype=object)
