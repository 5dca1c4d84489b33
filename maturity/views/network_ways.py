"""Nordland's way from today to the target: each a mean over the kommuner that have it."""

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.groups import WHOLE
from maturity.kept import kept
from maturity.views.kommune_frames import WAY
from maturity.views.rounds import Round
from maturity.views.score_frame import round_frame


@kept
def ways_frame(data: queries.Data, *, viewer: Viewer, asked: Round) -> pd.DataFrame:
    """Return one row per dimension.

    dimension, now, target, gap, k_now, k_target, k_gap (those that have both), withheld.
    """
    now, target, gap = (
        round_frame(data, viewer=viewer, asked=asked, aspect=aspect, groups=(WHOLE,)).set_index(
            "dimension"
        )
        for aspect in WAY
    )
    return pd.DataFrame(
        {
            "now": now["mean"],
            "target": target["mean"],
            "gap": gap["mean"],
            "k_now": now["k"],
            "k_target": target["k"],
            "k_gap": gap["k"],
            "withheld": now["withheld"]
            .where(now["withheld"].notna(), target["withheld"])
            .where(lambda why: why.notna(), gap["withheld"]),
        }
    ).reset_index()
