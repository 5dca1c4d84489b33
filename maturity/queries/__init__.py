"""The only reader of the answers: one typed function per file in `queries/`."""

from maturity.queries.changes import changes_by_group, changes_by_kommune, same_people
from maturity.queries.comments import comments, themes_by_kommune
from maturity.queries.rounds import (
    answering_by_part,
    dimensions_asked,
    items_asked,
    participation,
    rounds,
)
from maturity.queries.scores import (
    answers_by_level,
    scores_by_group,
    scores_by_kommune,
    scores_unnamed,
    spread_between,
)
from maturity.queries.sums import counted
from maturity.queries.versions import answers_changed
from maturity.serving import Data, at, newest, since

__all__ = [
    "Data",
    "answering_by_part",
    "answers_by_level",
    "answers_changed",
    "at",
    "changes_by_group",
    "changes_by_kommune",
    "comments",
    "counted",
    "dimensions_asked",
    "items_asked",
    "newest",
    "participation",
    "rounds",
    "same_people",
    "scores_by_group",
    "scores_by_kommune",
    "scores_unnamed",
    "since",
    "spread_between",
    "themes_by_kommune",
]
