"""SECURITY.md names its tests, and they are there."""

import re

import pytest

from maturity.settings import ROOT, Thresholds

PAGE = (ROOT / "SECURITY.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py(?:::\w+)?)`", PAGE)))


def test_each_promise_names_a_test():
    promises = PAGE.partition("## Promises")[2].partition("## What is not promised")[0]
    found = re.split(r"^\d+\. ", promises, flags=re.MULTILINE)[1:]
    assert len(found) > 8
    assert [it[:60] for it in found if "`tests/" not in it] == []


@pytest.mark.parametrize("named", NAMED)
def test_a_named_test_is_there(named):
    path, _colons, name = named.partition("::")
    text = (ROOT / path).read_text("utf-8")
    assert not name or f"def {name}(" in text
    assert "def test_" in text or path == "tests/known_holes.py"


def test_the_page_says_the_thresholds_that_are():
    least = Thresholds()
    assert f"| {least.min_respondents} people, and that kommune's leave |" in PAGE
    assert f"| {least.min_respondents_detail} people, and only" in PAGE
    assert f"| {least.min_kommuner} kommuner besides" in PAGE
