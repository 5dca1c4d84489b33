"""Matching finds the pairs that were planted, and is steady in every way a reader would expect."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.matching import LEAD, Weights, criteria, distances, likeness, matches, partners
from maturity.matching_groups import Shared, sharing_barrier, sharing_gap
from maturity.reference import reference

KOMMUNER = reference().kommuner
CODES = sorted(KOMMUNER)
DIMENSIONS = ["a", "b", "c", "d"]
FAUSKE, SALTDAL, RANA, BODO = "1841", "1840", "1833", "1804"


def scores(now: dict[str, list[float]], target: float = 4.5) -> tuple[pd.DataFrame, pd.DataFrame]:
    have = pd.DataFrame(now, index=DIMENSIONS).T.astype(float)
    return have, target - have


def found(now: dict[str, list[float]], weights: Weights | None = None, target: float = 4.5):
    have, gap = scores(now, target)
    return matches(have, gap, kommuner=KOMMUNER, weights=weights or Weights())


def test_a_planted_pair_is_found_with_its_dimension():
    others = {code: [2.0, 2.0, 2.0, 2.0] for code in CODES}
    every = found(others | {FAUSKE: [2.0, 2.0, 1.5, 2.0], SALTDAL: [2.0, 2.0, 4.0, 2.0]})
    (partner,) = partners(every, kommune=FAUSKE, most=3)
    assert partner.kommune == SALTDAL
    assert partner.dimensions == ("c",)
    assert set(every["partner"]) == {SALTDAL}


def test_of_two_equally_strong_the_one_that_is_like_comes_first():
    others = {code: [2.0, 2.0, 2.0, 2.0] for code in CODES}
    strong = [2.0, 2.0, 4.0, 2.0]
    every = found(others | {SALTDAL: strong, BODO: strong, RANA: strong})
    called = [it.kommune for it in partners(every, kommune=FAUSKE, most=3)]
    alike = likeness(KOMMUNER, Weights()).loc[FAUSKE]
    assert called == sorted([SALTDAL, BODO, RANA], key=lambda code: -alike[code])


def test_strong_where_nobody_wants_to_go_is_no_match():
    now = {code: [2.0, 2.0, 2.0, 4.4] for code in CODES} | {SALTDAL: [2.0, 2.0, 2.0, 5.0]}
    assert found(now).empty, "the gap of d is too small to ask help for"


def test_a_lead_that_chance_could_give_is_no_match():
    now = {FAUSKE: [2.0] * 4, SALTDAL: [2.0 + LEAD - 0.01] * 4, RANA: [2.0 + LEAD] * 4}
    assert set(found(now)["partner"]) == {RANA}


def test_a_missing_score_matches_nothing():
    now = {FAUSKE: [2.0, np.nan, 2.0, 2.0], SALTDAL: [np.nan, 4.0, np.nan, np.nan]}
    assert found(now).empty


def test_strength_is_the_share_of_the_way_that_the_other_has_gone():
    every = found({FAUSKE: [2.5, 4.5, 4.5, 4.5], SALTDAL: [3.5, 1.0, 1.0, 1.0]})
    own = every[every["asker"] == FAUSKE].iloc[0]
    assert own["strength"] == pytest.approx(1.0 / 2.0)
    assert own["score"] == pytest.approx(own["likeness"] * own["strength"])


def test_distance_is_that_of_the_map():
    assert distances(KOMMUNER)[BODO].to_dict()[FAUSKE] == pytest.approx(46, abs=8)
    assert (distances(KOMMUNER).to_numpy().diagonal() == 0).all()


def test_every_criterion_is_between_nought_and_one_and_the_same_both_ways():
    for name, values in criteria(KOMMUNER).items():
        whole = values.to_numpy()
        assert ((whole >= 0) & (whole <= 1)).all(), name
        assert np.allclose(whole, whole.T), name
        assert np.allclose(whole.diagonal(), 1), name


@pytest.mark.parametrize("name", Weights.__dataclass_fields__)
def test_a_criterion_that_counts_nothing_is_ignored(name: str):
    only = replace(Weights(size=0, centrality=0, kostra=0, region=0, distance=0), **{name: 3.0})
    assert np.allclose(likeness(KOMMUNER, only), criteria(KOMMUNER)[name])
    without = replace(Weights(), **{name: 0.0})
    others = [c for c in Weights.__dataclass_fields__ if c != name]
    expected = sum(criteria(KOMMUNER)[other] for other in others) / len(others)
    assert np.allclose(likeness(KOMMUNER, without), expected)


def test_where_nothing_counts_only_strength_decides():
    nothing = Weights(size=0, centrality=0, kostra=0, region=0, distance=0)
    assert (likeness(KOMMUNER, nothing).to_numpy() == 1).all()


TABLES = st.lists(
    st.lists(st.integers(4, 20).map(lambda it: it / 4), min_size=4, max_size=4),
    min_size=3,
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(rows=TABLES, seed=st.integers(0, 1000))
def test_the_order_of_the_rows_changes_nothing(rows: list[list[float]], seed: int):
    now = dict(zip(CODES, rows, strict=False))
    codes = list(now)
    np.random.default_rng(seed).shuffle(codes)
    pd.testing.assert_frame_equal(found(now), found({code: now[code] for code in codes}))


@settings(max_examples=40, deadline=None)
@given(rows=TABLES, which=st.integers(1, 7), dimension=st.integers(0, 3))
def test_raising_a_helpers_score_never_lowers_its_match(
    rows: list[list[float]], which: int, dimension: int
):
    now = dict(zip(CODES, rows, strict=False))
    helper, asker = CODES[min(which, len(rows) - 1)], CODES[0]
    have, gap = scores(now)
    before = _score(matches(have, gap, kommuner=KOMMUNER, weights=Weights()), asker, helper)
    have.loc[helper, DIMENSIONS[dimension]] = 5.0
    after = _score(matches(have, gap, kommuner=KOMMUNER, weights=Weights()), asker, helper)
    assert after >= before - 1e-9


def _score(every: pd.DataFrame, asker: str, partner: str) -> float:
    own = every[(every["asker"] == asker) & (every["partner"] == partner)]
    return float(own["score"].sum())


def test_gaps_and_barriers_are_shared_by_three_or_more():
    gap = pd.DataFrame({"a": [1.0, 1.2, 1.5, 0.9], "b": [2.0, 2.0, 0.0, np.nan]}, index=CODES[:4])
    assert sharing_gap(gap, at_least=3) == [Shared(what="a", kommuner=tuple(CODES[:3]))]
    themes = pd.DataFrame(
        {
            "kommune": [*CODES[:4], *CODES[:3], CODES[5]],
            "theme": ["Tid"] * 4 + ["Penger"] * 3 + [None],
            "people": [3, 2, 5, 1, 4, 4, 1, 6],
            "n": [6, 6, 6, 6, 6, 6, 6, 6],
        }
    )
    assert sharing_barrier(themes, at_least=3) == [Shared(what="Tid", kommuner=tuple(CODES[:3]))]
