"""The question for the next meeting, by its rule."""

import pandas as pd
import pytest

from maturity.findings.question import SPLIT, WAY, question, rule
from maturity.reference import reference

EVNER = reference().instruments["evner-10+3"]
FIRST, SECOND, THIRD = list(EVNER.by_key)[:3]
NAMES = [EVNER.by_key[key].label for key in (FIRST, SECOND, THIRD)]


def asked(now, target, sd=None):
    keys = [FIRST, SECOND, THIRD]
    frame = pd.DataFrame({"dimension": keys, "now": now, "target": target})
    frame["gap"] = frame["target"] - frame["now"]
    spread = None if sd is None else pd.DataFrame({"dimension": keys, "sd": sd})
    return question(frame, spread=spread, instrument=EVNER)


def test_a_split_group_is_asked_about_what_splits_it():
    text = asked([2.0, 2.0, 2.0], [5.0, 2.0, 2.0], sd=[0.5, 1.2, SPLIT])
    assert f"«{NAMES[1]}»" in text
    assert "1,2" in text


def test_without_a_split_the_longest_way_is_asked_about_with_both_levels():
    text = asked([2.0, 3.0, 4.0], [2.5, 4.2, 4.5], sd=[0.5, 0.94, 0.3])
    assert f"Vi står på 3,0 av 5 på «{NAMES[1]}», og vil til 4,2." in text


def test_a_split_counts_as_it_is_shown():
    assert f"«{NAMES[0]}» svært ulikt" in asked([2.0] * 3, [5.0] * 3, sd=[0.96, 0.2, 0.2])


def test_agreed_and_near_the_target_the_lowest_is_asked_about():
    text = asked([4.0, 3.5, 4.5], [4.2, 3.9, float("nan")], sd=[0.1, 0.1, 0.1])
    assert f"«{NAMES[1]}» er lavest, 3,5 av 5" in text


def test_without_spread_or_targets_something_is_still_asked():
    nan = float("nan")
    assert f"«{NAMES[2]}» er lavest" in asked([4.0, 3.0, 2.0], [nan] * 3)
    assert asked([nan] * 3, [nan] * 3) == ""


@pytest.mark.parametrize("number", [SPLIT, WAY])
def test_the_rule_says_its_numbers(number):
    assert f"{number:.1f}".replace(".", ",") in rule()
