"""Made answers of six kommuner in two rounds, and how any query is asked about them."""

import inspect
from collections.abc import Callable
from typing import Any

import pandas as pd

from maturity import queries
from tests.made_answers import people, row, viewer

FIRST = {"survey_round": "r1", "instrument": "modenhet-6gen", "aspect": "now"}
CHANGE = {"earlier": "r1", "later": "r2", "instrument": "modenhet-6gen", "aspect": "now"}
ROWS = [
    *people("r1", "0301", [1, 2, 3, 4, 5]),
    *people("r1", "1804", [2, 2, 2, 2]),
    *people("r1", "1806", [4, 4, 4]),
    *people("r1", "1811", [5, 5]),  # too few
    *people("r1", "1812", [3, 3, 3], item="gen2-1", dimension="gen2"),
    *people("r2", "0301", [4, 4, 4]),
    *people("r2", "1804", [4, 4, 4]),
    *people("r2", "1806", [5, 5]),  # too few the second time
    *people("r2", "1811", [1, 1, 1]),  # too few the first time
    *people("r2", "1812", [5, 5, 5]),
    *people("r2", "1813", [5, 5, 5]),  # only the second time
]
WROTE = {"kind": "barrier", "instrument": None, "dimension": None, "item": None, "aspect": None}
ROWS += [
    row("r1", kommune, respondent=f"{kommune}-{who}", score=None, text=text, themes=themes, **WROTE)
    for kommune, who, text, themes in [
        ("0301", 0, "Vi har lite tid", ["Tid", "Penger"]),
        ("0301", 1, "Lite PENGER og tid", ["Tid"]),
        ("0301", 2, None, ["Tid"]),
        ("0301", 3, "Ål er en fisk", []),
        ("1804", 0, "Bare fire har svart her", ["Tid"]),
    ]
]
ROWS.sort(key=lambda it: it["survey_round"])
ALL = ("0301", "1804", "1806", "1811", "1812", "1813")


def ask(name: str, data: queries.Data, **given: Any) -> pd.DataFrame:
    """Ask a query by its name, with something for each of its parameters."""
    function: Callable[..., pd.DataFrame] = getattr(queries, name)
    usual = {
        **FIRST,
        **CHANGE,
        "members": frozenset(ALL),
        "among": frozenset(ALL),
        "kommune": "0301",
        "parts": dict.fromkeys(ALL, "all"),
        "kind": "barrier",
        "survey_rounds": ("r1", "r2"),
        "theme": None,
        "words": (),
        "most": 10,
        "viewer": viewer(*ALL),
    }
    asked = set(inspect.signature(function).parameters) - {"data"}
    return function(data, **{key: {**usual, **given}[key] for key in asked})
