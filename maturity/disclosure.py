"""Withholding what small groups are owed: the number, its n and its spread go together."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import pandas as pd

from maturity.settings import Thresholds

SPREAD = ["sd", "q1", "median", "q3"]


def suppress(frame: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """Withhold what is behind too few respondents, or tells them; adds `withheld`, the rule's name.

    `frame` has `n`, and may have `mean`, the columns of the spread, and `at_an_end` and `alike`,
    which go. A mean at an end of the scale is withheld whole, and of answers that are alike the
    spread. What is told then leaves each answer of a person room for more than half a step, even
    to one who knows who answered: people are interchangeable, so any of them may stand wherever
    one of them does. One's own answer is nobody else's, and not reckoned with; nor is how many
    statements there were, which narrows answers that are alike to two neighbouring values.
    """
    shown = frame.drop(columns=["at_an_end", "alike"], errors="ignore")
    shown["n"] = shown["n"].astype("Int64")
    few = shown["n"] < thresholds.min_respondents
    end, alike = _flag(frame, "at_an_end"), _flag(frame, "alike")
    for column in shown.columns.intersection(SPREAD):
        gone = (shown["n"] < thresholds.min_respondents_detail) | alike | end
        shown.loc[gone, column] = float("nan")
    shown["withheld"] = _rules(min_respondents=few, at_an_end=end)
    if "mean" in shown:
        shown.loc[few | end, "mean"] = float("nan")
    shown.loc[few | end, "n"] = pd.NA
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
    shown["withheld"] = _rules(min_kommuner=few)
    gone = few
    if told is not None:
        away = ~shown["dimension"].map(lambda key: told.get(key, False)).astype(bool)
        gone = few | away
        shown.loc[away & ~few, "withheld"] = "subtraction"
    shown.loc[gone, list(scores)] = float("nan")
    shown.loc[gone, "k"] = pd.NA
    return shown


def why_no_spread(
    shown: pd.DataFrame,
    spread: Sequence[str],
    thresholds: Thresholds,
    *,
    whole: AbstractSet[str],
    alike: pd.Series,
) -> pd.Series:
    """Name the rule by which a spread is missing beside a mean that is shown; None elsewhere.

    `shown` has kommune, withheld, and the columns of `spread`, each with its n: n for sd, n_later
    for sd_later. Kommuner that are not seen `whole` have not opened theirs, and
    answers that are `alike` would tell each other.
    """
    counts = shown[[name.replace("sd", "n", 1) for name in spread]]
    few = (counts < thresholds.min_respondents_detail).any(axis=1)
    missing = shown[list(spread)].isna().any(axis=1) & shown["withheld"].isna()
    return _rules(
        not_opened=missing & ~shown["kommune"].isin(list(whole)),
        min_respondents_detail=missing & few,
        alike=missing & alike.eq(True),
        only_means=missing,
    )


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
    """Withhold what is behind too few respondents, or tells them, in either of two rounds.

    `frame` has n_, sd_ and the score itself for "earlier" and "later", and may have at_an_end and
    alike_ for both, which go. Adds `withheld`.
    """
    whens = ("earlier", "later")
    flags = ["at_an_end", *(f"alike_{when}" for when in whens)]
    shown = frame.drop(columns=flags, errors="ignore")
    few = pd.Series(False, index=shown.index)
    end = _flag(frame, "at_an_end")
    for when in whens:
        n = shown[f"n_{when}"] = shown[f"n_{when}"].astype("Int64")
        detail = (n < thresholds.min_respondents_detail) | _flag(frame, f"alike_{when}")
        shown.loc[detail, f"sd_{when}"] = float("nan")
        few |= n < thresholds.min_respondents
    gone = few | end
    for when in whens:
        shown.loc[gone, [when, f"sd_{when}"]] = float("nan")
        shown.loc[gone, f"n_{when}"] = pd.NA
    shown["withheld"] = _rules(min_respondents=few, at_an_end=end)
    return shown


def suppress_detail(
    frame: pd.DataFrame, thresholds: Thresholds, *, detail: Sequence[str]
) -> pd.DataFrame:
    """Withhold `detail` and n where few respondents (`n`) are behind it, or it tells them.

    `frame` may have `at_an_end` and `alike`, which go. What is left of a place that is withheld is
    one row, so that not even their number is told. Adds `withheld`.
    """
    shown = frame.drop(columns=["at_an_end", "alike"], errors="ignore")
    shown["n"] = shown["n"].astype("Int64")
    few = shown["n"] < thresholds.min_respondents_detail
    end, alike = _flag(frame, "at_an_end"), _flag(frame, "alike")
    shown["withheld"] = _rules(
        min_respondents=shown["n"] < thresholds.min_respondents,
        at_an_end=end,
        min_respondents_detail=few,
        alike=alike,
    )
    gone = few | end | alike
    shown.loc[gone, [*detail, "n"]] = None
    return shown[~(gone & shown.duplicated())].reset_index(drop=True)


def suppress_movement(frame: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """Withhold what the same people answered twice (`n`, earlier, later, left, joined).

    Beside a kommune's two scores, theirs tells the mean of those who `left` or `joined`: so these
    too must be nobody, or enough; and so must the parts of a round by who came before and who
    stays, the smallest of which is `fewest`. It, `at_an_end` and `alike`, of any of these, go
    where `frame` has them. Adds `withheld`.
    """
    shown = frame.drop(columns=["at_an_end", "alike", "fewest"], errors="ignore")
    counts = ["n", "left", "joined"]
    shown[counts] = shown[counts].astype("Int64")
    least = thresholds.min_respondents
    moved = shown[["left", "joined"]]
    few_moved = ((moved > 0) & (moved < least)).any(axis=1)
    if "fewest" in frame:
        few_moved |= frame["fewest"].lt(least)
    few = (shown["n"] < least) | (shown["n"] + shown["left"] < least)
    few |= shown["n"] + shown["joined"] < least
    end, alike = _flag(frame, "at_an_end"), _flag(frame, "alike")
    shown["withheld"] = _rules(min_respondents=few, few_moved=few_moved, at_an_end=end, alike=alike)
    gone = few | end | few_moved | alike
    shown.loc[gone, ["earlier", "later"]] = float("nan")
    shown.loc[gone, counts] = pd.NA
    return shown


def _flag(frame: pd.DataFrame, name: str) -> pd.Series:
    """Return a column of yes and no; where it is not there, nobody."""
    if name not in frame:
        return pd.Series(False, index=frame.index)
    return frame[name].eq(True)  # nobody where it is not known


def _rules(**rules: pd.Series) -> pd.Series:
    """Name the first rule that withholds, and None where none does; pandas would make it NaN."""
    (index, *_) = (holds.index for holds in rules.values())
    held = zip(*(holds.fillna(False) for holds in rules.values()), strict=True)
    names = [next((name for name, it in zip(rules, row, strict=True) if it), None) for row in held]
    return pd.Series(names, index=index, dtype=object)
