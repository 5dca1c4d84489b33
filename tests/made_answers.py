"""Answers made for a test: rows in the schema of the table, taken in through the real store."""

import datetime
import hashlib
import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa

from maturity import queries
from maturity.access import Viewer
from maturity.intake.store import SCHEMA, Store

Row = dict[str, Any]
DAY = datetime.date(2024, 3, 15)


def row(survey_round: str, kommune: str, **given: Any) -> Row:
    """One row of the table: where nothing is given, an answer 3 today on gen1 of modenhet-6gen."""
    return {
        "survey_round": survey_round,
        "module": "ledelse",
        "phase": "forarbeid",
        "instrument": "modenhet-6gen",
        "kommune": kommune,
        "respondent": None,
        "answered_at": DAY,
        "kind": "score",
        "dimension": "gen1",
        "item": "gen1-1",
        "aspect": "now",
        "score": 3.0,
        "invented": True,
        **given,
    }


def people(survey_round: str, kommune: str, scores: Sequence[float | None], **given: Any) -> list:
    """One row per person, who answers one item."""
    return [
        row(survey_round, kommune, respondent=f"{kommune}-{who}", score=score, **given)
        for who, score in enumerate(scores)
    ]


def take(answers: Path, rows: Iterable[Row]) -> None:
    """Take rows in, one import for each survey round."""
    for survey_round, found in groupby(rows, key=lambda it: it["survey_round"]):
        own = list(found)
        batch = pa.RecordBatch.from_pylist(own, schema=SCHEMA)
        entry = {
            "file": f"{survey_round}.csv",
            "sha256": hashlib.sha256(json.dumps(own, default=str).encode()).hexdigest(),
            "who": "test",
            "survey_round": survey_round,
            "rows": len(own),
            "invented": own[0]["invented"],
        }
        kommuner = {it["kommune"] for it in own}
        Store(answers).take(lambda: [batch], kommuner=kommuner, entry=entry)  # noqa: B023


def opened(answers: Path) -> queries.Data:
    """The newest data of a table that has some."""
    data = queries.newest(answers)
    assert data is not None
    return data


def viewer(*kommuner: str, own: Iterable[str] = (), invented_only: bool = True) -> Viewer:
    """A reader who may see these kommuner."""
    return Viewer(
        role="test",
        kommuner=frozenset(kommuner),
        own=frozenset(own),
        invented_only=invented_only,
    )
