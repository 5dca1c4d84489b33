"""The rule of chance, against scipy's own test; and what it does not say of small groups."""

import math

import pytest
from scipy import stats

from maturity.uncertainty import AGREED, Answers, difference

NAN = float("nan")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((2.5, 0.8, 7), (3.4, 0.9, 9)),
        ((2.5, 0.8, 7), (3.6, 0.5, 5)),
        ((4.0, 1.2, 11), (3.9, 0.4, 6)),
    ],
)
def test_the_verdict_is_that_of_welchs_test(one, other):
    found = difference(
        Answers(mean=one[0], sd=one[1], n=one[2]), Answers(mean=other[0], sd=other[1], n=other[2])
    )
    p = stats.ttest_ind_from_stats(*other, *one, equal_var=False).pvalue
    assert found.value == pytest.approx(other[0] - one[0])
    assert (found.verdict == "beyond_chance") == (p < 0.05)


def test_a_fixed_value_is_judged_as_by_a_test_of_one_group():
    found = difference(Answers(mean=3.0, sd=0.9, n=8), 3.8)
    margin = stats.t.ppf(0.975, 7) * 0.9 / math.sqrt(8)
    assert found.margin == pytest.approx(margin)
    assert found.verdict == ("beyond_chance" if margin < 0.8 else "within_chance")


@pytest.mark.parametrize("few", [Answers(mean=2.0, sd=0.1, n=4), Answers(mean=2.0, sd=NAN, n=40)])
def test_few_or_without_spread_nothing_is_said_either_way(few):
    enough = Answers(mean=5.0, sd=0.5, n=20)
    for found in (difference(few, enough), difference(enough, few), difference(few, 5.0)):
        assert found.margin is None
        assert found.verdict == "unknown"
        assert "for få svar" in found.words


def test_people_who_agree_entirely_still_count_as_people():
    agreed = Answers(mean=3.0, sd=0.0, n=5)
    found = difference(agreed, 3.2)
    assert found.margin == pytest.approx(stats.t.ppf(0.975, 4) * AGREED / math.sqrt(5))
    assert found.verdict == "within_chance"
    assert "mindre enn det tilfeldigheter kan gi (±0,4)" in found.words


def test_a_true_difference_is_found_and_none_is_seldom_claimed():
    draws = stats.norm.rvs(loc=3, scale=0.8, size=(2000, 2, 6), random_state=1)
    mean, sd = draws.mean(axis=2), draws.std(axis=2, ddof=1)
    claimed = [
        difference(*(Answers(mean=m, sd=s, n=6) for m, s in zip(means, sds, strict=True))).verdict
        == "beyond_chance"
        for means, sds in zip(mean, sd, strict=True)
    ]
    assert 0.03 < sum(claimed) / len(claimed) < 0.06
