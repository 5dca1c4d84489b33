"""Random answers: what stands behind a score and what changed equal those worked out in pandas."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from maturity import queries
from tests.made_answers import Row, opened, take, viewer
from tests.test_scores_independently import ASPECTS, INSTRUMENTS, KEY, KOMMUNER, same, tables

NUMBERS = ["n", "earlier", "later", "left", "joined"]


def people_of(rows: list[Row]) -> pd.DataFrame:
    """Rule 1 of the method: one row per person with a score, and the score."""
    answers = pd.DataFrame(rows).reindex(columns=[*KEY, "respondent", "kind", "score"])
    answers = answers[(answers["kind"] == "score") & answers["respondent"].notna()]
    person = answers.groupby([*KEY, "respondent"])["score"].agg(["mean", "count", "size"])
    person = person[person["count"] >= person["size"] / 2]
    return person["mean"].rename("score").reset_index()


def levels(people: pd.DataFrame) -> pd.DataFrame:
    """How many people stand nearest to each level, where five or more do."""
    level = np.floor(people["score"] + 0.5).astype(int)
    counted = people.groupby(["dimension", level.rename("level")]).size().rename("people")
    found = counted.reset_index()
    found["n"] = found.groupby("dimension")["people"].transform("sum")
    told = {
        dimension
        for dimension, scores in people.groupby("dimension")["score"]
        if not at_an_end(scores) and not alike(scores)
    }
    return found[(found["n"] >= 5) & found["dimension"].isin(told)].reset_index(drop=True)


def at_an_end(scores: pd.Series) -> bool:
    """Nobody can be more than half a step from an end of the scale."""
    return min((scores - 1).sum(), (5 - scores).sum()) <= 0.5 + 1e-9


def alike(scores: pd.Series) -> bool:
    """Within half a step, or with a whole mean that two at most are a step away from."""
    mean = scores.mean()
    whole = abs(mean - round(mean)) < 1e-9
    return near(scores) or bool(whole and ((scores - mean) ** 2).sum() <= 2 + 1e-9)


def near(scores: pd.Series) -> bool:
    """Within half a step."""
    return bool(scores.max() - scores.min() <= 0.5 + 1e-9)


def same_people(people: pd.DataFrame, earlier: str, later: str) -> pd.DataFrame:
    """Those with a score in both rounds, and how many others each round has."""
    keys = ["kommune", "dimension"]
    rounds = {
        code: people[people["survey_round"] == code].set_index([*keys, "respondent"])["score"]
        for code in (earlier, later)
    }
    both = pd.concat({"earlier": rounds[earlier], "later": rounds[later]}, axis=1, join="inner")
    found = both.groupby(keys).agg(
        n=("earlier", "size"), earlier=("earlier", "mean"), later=("later", "mean")
    )
    if found.empty:
        return pd.DataFrame(columns=[*keys, *NUMBERS, "withheld"])
    sizes = {code: own.groupby(keys).size() for code, own in rounds.items()}
    found["left"] = sizes[earlier].reindex(found.index) - found["n"]
    found["joined"] = sizes[later].reindex(found.index) - found["n"]
    moved = found[["left", "joined"]].isin([1, 2]).any(axis=1)
    few = (found["n"] < 3) | (found["n"] + found[["left", "joined"]].min(axis=1) < 3)
    end, told = [], []
    for place in found.index:
        here = [own.xs(place, level=[0, 1]) for own in (rounds[earlier], rounds[later])]
        stay = here[0].index.intersection(here[1].index)
        sides = [(own[own.index.isin(stay)], own[~own.index.isin(stay)]) for own in here]
        parts = [part for side in sides for part in side if len(part)]
        end.append(any(at_an_end(part) for part in [*parts, *here]))
        told.append(any(near(part) for side in sides if min(map(len, side)) for part in side))
    rules = {"min_respondents": few, "few_moved": moved, "at_an_end": end, "alike": told}
    found["withheld"] = np.select(list(rules.values()), list(rules), "")
    found.loc[found["withheld"] != "", NUMBERS] = np.nan
    return found.reset_index()


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(rows=tables())
def test_people_and_changes_are_those_of_the_definitions(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row]
) -> None:
    answers = tmp_path_factory.mktemp("table") / "answers"
    take(answers, rows)
    data, reader, people = opened(answers), viewer(*KOMMUNER), people_of(rows)
    for instrument, aspect in [(i, a) for i in INSTRUMENTS for a in ASPECTS[:2]]:
        where = {"instrument": instrument, "aspect": aspect}
        own = people[(people["instrument"] == instrument) & (people["aspect"] == aspect)]
        for kommune in KOMMUNER[:3]:
            shown = queries.answers_by_level(
                data, viewer=reader, survey_round="r1", kommune=kommune, **where
            )
            shown = shown[shown["people"].notna()].drop(columns="withheld")
            here = own[(own["survey_round"] == "r1") & (own["kommune"] == kommune)]
            expected = levels(here)[list(shown)]
            assert shown.astype(object).to_numpy().tolist() == expected.to_numpy().tolist()
        # Both rounds are of the same day; then the code tells which came first.
        for earlier, later in pairwise(sorted(own["survey_round"].unique())):
            shown = queries.same_people(
                data, viewer=reader, earlier=earlier, later=later, **where
            ).astype(dict.fromkeys(NUMBERS, float))
            expected = same_people(own, earlier, later).astype(dict.fromkeys(NUMBERS, float))
            same(shown, expected)
