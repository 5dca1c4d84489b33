"""Themes are counted by people, and comments found by their words, where five or more answered."""

from typing import Any

import pandas as pd
import pytest

from maturity import queries
from tests.queries.asking import ask


def test_themes_are_counted_by_people_and_withheld_below_five(data: queries.Data) -> None:
    shown = ask("themes_by_kommune", data)
    own = shown[shown["kommune"] == "0301"].set_index("theme")
    assert own["people"].to_dict() == {"Tid": 3, "Penger": 1, None: 1}
    assert set(own["n"]) == {5}
    (few,) = shown[shown["kommune"] == "1804"].to_dict("records")
    assert few["withheld"] == "min_respondents_detail"
    assert few["theme"] is None
    assert pd.isna(few["people"])
    assert pd.isna(few["n"])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"Vi har lite tid", "Lite PENGER og tid", "Ål er en fisk"}),
        ({"words": ("tid", "penger")}, {"Lite PENGER og tid"}),
        ({"words": ("ål",)}, {"Ål er en fisk"}),
        ({"words": ("%",)}, set()),
        ({"theme": "Penger"}, {"Vi har lite tid"}),
        ({"survey_rounds": ("r2",)}, set()),
        ({"among": frozenset({"1804"})}, set()),
        ({"kind": "opportunity"}, set()),
    ],
)
def test_comments_are_found_by_all_their_words_and_never_below_five(
    data: queries.Data, asked: dict[str, Any], found: set[str]
) -> None:
    shown = ask("comments", data, **asked)
    assert set(shown["text"]) == found
    assert set(shown["found"]) <= {len(found)}
    assert list(shown) == ["survey_round", "module", "kommune", "text", "themes", "found"]
    assert len(ask("comments", data, **asked, most=1)) == min(1, len(found))
