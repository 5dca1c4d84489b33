"""Random answers: the scores in SQL equal those worked out from the definitions in pandas."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from maturity import queries
from tests.made_answers import Row, opened, row, take, viewer

KOMMUNER = ["0301", "1804", "1806", "1811", "1812", "1813"]
INSTRUMENTS = ["modenhet-6gen", "evner-10+3"]
DIMENSIONS = ["gen1", "gen2", "gen3"]
KEY = ["survey_round", "instrument", "kommune", "dimension", "aspect"]
FLAGS = ["at_an_end", "alike"]
SPREAD = ["sd", "q1", "median", "q3"]
ASPECTS = ["now", "target", "gap"]


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """Draw the shape of a table; the scores come from a seed, or drawing would take a minute."""
    rows: list[Row] = []
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    unanswered = draw(st.sampled_from([0, 0.3, 0.5, 0.7]))
    for survey_round in ["r1", "r2"][: draw(st.integers(1, 2))]:
        for instrument in draw(st.sampled_from([INSTRUMENTS, INSTRUMENTS[:1]])):
            items = {d: draw(st.integers(1, 5)) for d in DIMENSIONS}
            targets_by_item = draw(st.booleans())
            for kommune in KOMMUNER:
                about = {"instrument": instrument, "means": draw(st.integers(0, 4)) == 0}
                size = draw(st.integers(0, 8))
                made = _kommune(random, size, items, targets_by_item, unanswered, **about)
                rows += [row(survey_round, kommune, **it) for it in made]
    return rows or [row("r1", "1804", respondent="a")]


def _kommune(
    random: np.random.Generator,
    size: int,
    items: dict[str, int],
    targets_by_item: bool,
    unanswered: float,
    *,
    instrument: str,
    means: bool,
) -> list[dict[str, Any]]:
    if means:
        return [
            {
                "instrument": instrument, "dimension": dimension, "item": None,
                "aspect": aspect, "score": float(random.uniform(1, 5)), "n": size,
            }
            for dimension in items
            for aspect in ("now", "target")
            if size and random.random() < 0.8
        ]  # fmt: skip
    made: list[dict[str, Any]] = [
        {
            "instrument": instrument, "respondent": f"p{who}", "dimension": dimension,
            "item": item, "aspect": aspect,
            "score": None if random.random() < unanswered else float(random.integers(1, 6)),
        }
        for who in range(size)
        for dimension, count in items.items()
        for aspect in ("now", "target")
        for item in (
            [f"{dimension}-{i}" for i in range(count)]
            if aspect == "now" or targets_by_item
            else [None]
        )
    ]  # fmt: skip
    comments = [
        {
            "instrument": None, "respondent": f"p{who}", "kind": "barrier", "dimension": None,
            "item": None, "aspect": None, "score": None, "text": "Tid",
        }
        for who in range(size)
    ]  # fmt: skip
    return made + comments


def kommune_scores(rows: list[Row]) -> pd.DataFrame:
    """Rules 1 and 2 of the method, and the gap; nothing withheld."""
    answers = pd.DataFrame(rows).reindex(columns=[*KEY, "respondent", "kind", "score", "n"])
    answers = answers[answers["kind"] == "score"]
    of_people = answers[answers["respondent"].notna()]
    person = of_people.groupby([*KEY, "respondent"])["score"].agg(["mean", "count", "size"])
    person = person[person["count"] >= person["size"] / 2]
    by_kommune = person.groupby(KEY)["mean"]
    scores = by_kommune.agg(["mean", "count", "std"])
    scores.columns = ["mean", "n", "sd"]
    for name, share in (("q1", 0.25), ("median", 0.5), ("q3", 0.75)):
        scores[name] = by_kommune.quantile(share)
    squares = by_kommune.var(ddof=0) * by_kommune.size()
    whole = (scores["mean"] - scores["mean"].round()).abs() < 1e-9
    near = by_kommune.max() - by_kommune.min() <= 0.5 + 1e-9
    scores["alike"] = near | (whole & (squares <= 2 + 1e-9))
    means = answers[answers["respondent"].isna()].set_index(KEY)[["score", "n"]]
    scores = pd.concat([scores, means.set_axis(["mean", "n"], axis="columns")])
    room = scores["n"] * np.minimum(scores["mean"] - 1, 5 - scores["mean"])
    scores["at_an_end"] = room <= 0.5 + 1e-9
    whole = scores.reset_index()
    place = KEY[:-1]
    gap = whole[whole["aspect"] == "now"].merge(
        whole[whole["aspect"] == "target"], on=place, suffixes=("", "_target")
    )
    gap["mean"] = gap["mean_target"] - gap["mean"]
    gap["n"] = gap[["n", "n_target"]].min(axis=1)
    gap["at_an_end"] = gap["at_an_end"] | gap["at_an_end_target"]
    gap = gap[[*place, "mean", "n", "at_an_end"]].assign(aspect="gap")
    whole = pd.concat([whole, gap]).reindex(columns=[*KEY, "mean", "n", *SPREAD, *FLAGS])
    for flag in FLAGS:
        whole[flag] = whole[flag].eq(True)
    return whole.astype(dict.fromkeys(["mean", "n", *SPREAD], float)).sort_values(KEY)


def withheld_kommune(scores: pd.DataFrame) -> pd.DataFrame:
    shown = scores.copy()
    few, end = shown["n"] < 3, shown["at_an_end"]
    shown["withheld"] = np.where(few, "min_respondents", np.where(end, "at_an_end", None))
    shown.loc[(shown["n"] < 5) | shown["alike"], SPREAD] = np.nan
    shown["no_spread"] = np.select(
        [shown["n"] < 5, shown["alike"]], ["min_respondents_detail", "alike"], "only_means"
    )
    shown.loc[few | end | shown["sd"].notna(), "no_spread"] = None
    shown.loc[few | end, ["mean", "n", *SPREAD]] = np.nan
    return shown


def with_blanks(scores: pd.DataFrame, **asked: Any) -> pd.DataFrame:
    """The scores asked for, and nobody's where a kommune's blanks stand beside what is withheld."""
    there = scores[scores["survey_round"] == asked["survey_round"]]
    own = there[there["instrument"] == asked["instrument"]]
    shown = own[own["aspect"] == asked["aspect"]]
    least, most = own.groupby("kommune")["n"].min(), there.groupby("kommune")["n"].max()
    few = {*least.index[least < 3], *most.index[most < 3]}
    told = set(zip(shown["kommune"], shown["dimension"], strict=True))
    blank = [
        {"kommune": kommune, "dimension": dimension, "n": 0.0}
        for kommune in few
        for dimension in set(shown["dimension"])
        if (kommune, dimension) not in told
    ]
    extra = pd.DataFrame(blank, columns=["kommune", "dimension", "n"])
    found = pd.concat([shown, extra.reindex(columns=shown.columns).astype(shown.dtypes)])
    return found.sort_values(["kommune", "dimension"])


def group_scores(scores: pd.DataFrame, members: set[str]) -> pd.DataFrame:
    """Rule 3: the plain mean over those of its kommuner that may be shown."""
    counted = scores[scores["kommune"].isin(members) & (scores["n"] >= 3) & ~scores["at_an_end"]]
    found = counted.groupby("dimension")["mean"].agg(["mean", "size"]).reset_index()
    found.columns = ["dimension", "mean", "k"]
    found["withheld"] = np.where(found["k"] < 3, "min_kommuner", None)
    found["k"] = found["k"].astype(float)
    found.loc[found["k"] < 3, ["mean", "k"]] = np.nan
    return found


def same(asked: pd.DataFrame, expected: pd.DataFrame) -> None:
    numbers = [c for c in asked if c in ("mean", "n", "k", "earlier", "later", *SPREAD)]
    asked = asked.astype(dict.fromkeys(numbers, float)).reset_index(drop=True)
    expected = expected[list(asked.columns)].reset_index(drop=True)
    for why in asked.columns.intersection(["withheld", "no_spread"]):
        assert list(asked[why].fillna("")) == list(expected[why].fillna("")), why
        asked, expected = asked.drop(columns=why), expected.drop(columns=why)
    assert_frame_equal(asked, expected, check_dtype=False, rtol=1e-9, atol=1e-9)


@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],  # to make a failing table smaller takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    rows=tables(),
    members=st.sets(st.sampled_from(KOMMUNER), min_size=2),
    survey_round=st.sampled_from(["r1", "r2"]),
    instrument=st.sampled_from(INSTRUMENTS),
    aspect=st.sampled_from(ASPECTS),
)
def test_scores_are_those_of_the_definitions(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[Row],
    members: set[str],
    **asked: Any,
) -> None:
    answers = tmp_path_factory.mktemp("table") / "answers"
    take(answers, rows)
    data, reader, expected = opened(answers), viewer(*KOMMUNER), kommune_scores(rows)
    raw = data.run("from visible_score($kommuner, [], false)", kommuner=KOMMUNER)
    same(raw[expected.columns].sort_values(KEY), expected)
    shown = queries.scores_by_kommune(data, viewer=reader, **asked)
    same(shown, withheld_kommune(with_blanks(expected, **asked)))
    for column, value in asked.items():
        expected = expected[expected[column] == value]
    group = queries.scores_by_group(data, viewer=reader, members=frozenset(members), **asked)
    same(group, group_scores(expected, members))
