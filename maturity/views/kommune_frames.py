"""The head of a kommune's page: its frames, and the three sentences that lead to its sections."""

from typing import Literal

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.charts.scores import Aspect
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.views.kommune import OwnKommune, answered, scores_of
from maturity.views.rounds import Round
from maturity.views.score_frame import round_frame

State = Literal["shown", "withheld", "skipped", "never", "not_opened"]
OWN: tuple[Aspect, ...] = ("now", "target")
WAY: tuple[Aspect, ...] = (*OWN, "gap")


@kept
def state(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> State:
    """Tell whether a kommune's scores in the round are shown, and if not, why."""
    if asked.kommune not in viewer.knows(asked.capabilities.instrument):
        return "not_opened"
    rows = scores_of(data, viewer=viewer, asked=asked.capabilities, kommune=asked.kommune)
    if rows is not None:
        return "shown" if rows["mean"].notna().any() else "withheld"
    return "skipped" if answered(data, viewer=viewer, kommune=asked.kommune) else "never"


@kept
def own_frame(data: queries.Data, *, viewer: Viewer, asked: Round, kommune: str) -> pd.DataFrame:
    """Return one row per dimension: dimension, now, target, gap, n_now, n_target, withheld."""
    now, target, gap = (
        round_frame(data, viewer=viewer, asked=asked, aspect=aspect, kommuner=(kommune,)).set_index(
            "dimension"
        )
        for aspect in WAY
    )
    why = now["withheld"].where(now["withheld"].notna(), target["withheld"])
    return pd.DataFrame(
        {
            "now": now["mean"],
            "target": target["mean"],
            "gap": gap["mean"],
            "n_now": now["n"],
            "n_target": target["n"],
            "withheld": why,
        }
    ).reset_index()


@kept
def beside_frame(
    data: queries.Data, *, viewer: Viewer, asked: Round, kommune: str, groups: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Return the score frame of a kommune now, its target, and these groups now.

    Besides the columns of `score_frame`: name (without the aspect) and aspect.
    """
    names = aspects(reference().instruments[asked.instrument])
    parts = []
    for aspect in OWN:
        rows = round_frame(
            data,
            viewer=viewer,
            asked=asked,
            aspect=aspect,
            kommuner=(kommune,),
            groups=groups if aspect == "now" else (),
        )
        words = _("{series} {aspect}")
        labels = [words.format(series=it, aspect=names[aspect].lower()) for it in rows["series"]]
        parts.append(rows.assign(name=rows["series"], aspect=aspect, series=labels))
    whole = pd.concat(parts, ignore_index=True)
    own = whole["series_kind"] == "kommune"
    return pd.concat([whole[own], whole[~own]], ignore_index=True)
