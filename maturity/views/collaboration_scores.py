"""What is known of all kommuner in a round, and which pairs of them have something to give."""

from dataclasses import dataclass

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.instruments import Kommune
from maturity.kept import kept
from maturity.matching import Weights, matches
from maturity.reference import reference
from maturity.views.rounds import Round
from maturity.views.score_frame import kommune_scores


@dataclass(frozen=True, kw_only=True)
class Scores:
    """What may be shown of a round: a row per kommune, a column per dimension, NaN where not."""

    now: pd.DataFrame
    target: pd.DataFrame
    gap: pd.DataFrame


@kept
def scores_of(data: queries.Data, *, viewer: Viewer, asked: Round) -> Scores:
    """Return the scores of all kommuner that may be shown in a round, one frame per aspect."""
    axes = list(reference().instruments[asked.instrument].by_key)
    frames = {}
    for aspect in ("now", "target", "gap"):
        found = kommune_scores(
            data,
            viewer=viewer,
            survey_round=asked.survey_round,
            instrument=asked.instrument,
            aspect=aspect,
        )
        means = {code: rows["mean"] for code, rows in found.items() if rows["mean"].notna().any()}
        frames[aspect] = pd.DataFrame(means).T.reindex(columns=axes).astype(float)
    codes = frames["now"].index
    return Scores(**{name: frame.reindex(codes) for name, frame in frames.items()})


@kept
def pairs(data: queries.Data, *, viewer: Viewer, asked: Round, weights: Weights) -> pd.DataFrame:
    """Return every pair with something to give; see `matching.matches`."""
    found = scores_of(data, viewer=viewer, asked=asked)
    return matches(found.now, found.gap, kommuner=visible(viewer), weights=weights)


def visible(viewer: Viewer) -> dict[str, Kommune]:
    """Return the kommuner of whom something may be seen."""
    return {code: it for code, it in reference().kommuner.items() if code in viewer.named}
