"""The answers of many people as one record batch in the schema of the table.

Most of a row says the same as the row above it, so a batch is built column by column: what all
have in common once, what a person has in common once for each person, and so on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa

from maturity.intake.headings import Statement
from maturity.intake.schema import SCHEMA
from maturity.intake.values import Score


@dataclass(frozen=True)
class Submission:
    """What one person answered: the fields of the person, a score per statement, comments."""

    person: dict[str, Any]
    scores: Sequence[Score]
    comments: Sequence[dict[str, Any]]


def record_batches(
    submissions: Sequence[Submission], statements: Sequence[Statement]
) -> Iterator[pa.RecordBatch]:
    """Yield the scores of all submissions, then their comments; nothing where there is none."""
    if submissions and statements:
        yield _scores(submissions, statements)
    comments = [it.person | comment for it in submissions for comment in it.comments]
    if comments:
        yield pa.RecordBatch.from_pylist(comments, schema=SCHEMA)


def _scores(submissions: Sequence[Submission], statements: Sequence[Statement]) -> pa.RecordBatch:
    people, asked = len(submissions), len(statements)
    whose = pa.array(np.repeat(np.arange(people), asked))
    which = pa.array(np.tile(np.arange(asked), people))
    scores, reasons = zip(*chain.from_iterable(it.scores for it in submissions), strict=True)
    columns = {"score": pa.array(scores, pa.float64()), "text": pa.array(reasons, pa.string())}
    for name in submissions[0].person:
        values = [it.person[name] for it in submissions]
        columns[name] = pa.array(values, SCHEMA.field(name).type).take(whose)
    for name in ("instrument", "dimension", "item", "aspect"):
        columns[name] = pa.array([getattr(it, name) for it in statements]).take(which)
    columns["kind"] = pa.repeat("score", people * asked)
    missing = {it.name: pa.nulls(people * asked, it.type) for it in SCHEMA}
    return pa.RecordBatch.from_pydict(missing | columns, schema=SCHEMA)
