"""One kommune and what its page is about: which survey rounds are shown, and beside whom."""

import datetime
from dataclasses import dataclass

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.kept import kept
from maturity.reference import reference
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import kommune_scores


@dataclass(frozen=True, kw_only=True)
class OwnKommune:
    """What the page shows of one kommune; every section of the page is drawn from it.

    `generations` is None where they were never asked, or are not opened to the viewer. `spread` is
    the newest round, not newer than `capabilities`, in which people enough answered to show how
    far apart they stand.
    """

    kommune: str
    capabilities: Round
    generations: Round | None
    group: str
    spread: Round | None


@kept
def own_kommune(
    data: queries.Data, *, viewer: Viewer, kommune: str, survey_round: str, group: str
) -> OwnKommune | None:
    """Return what is shown of a kommune in a survey round; None where capabilities are unknown.

    What was not asked in the round is taken from the newest earlier one in which it was, else
    from a later one.
    """
    upto, later = rounds_from(data, viewer=viewer, survey_round=survey_round)
    ordered = {code: one.ordered for code, one in reference().instruments.items()}
    known = {code for code in ordered if kommune in viewer.knows(code)}
    asked = [it for it in upto + later if not ordered[it.instrument]]
    chosen = next((it for it in asked if it.instrument in known), next(iter(asked), None))
    if chosen is None:
        return None
    steps = (it for it in upto + later if ordered[it.instrument] and it.instrument in known)
    spread = (
        it
        for it in upto
        if it.instrument == chosen.instrument
        and spread_known(data, viewer=viewer, asked=it, kommune=kommune)
    )
    return OwnKommune(
        kommune=kommune,
        capabilities=chosen,
        generations=next(steps, None),
        group=group,
        spread=next(spread, None),
    )


def rounds_from(
    data: queries.Data, *, viewer: Viewer, survey_round: str
) -> tuple[list[Round], list[Round]]:
    """Return a survey round's rounds and the earlier ones, newest first; and the later ones."""
    every = [it for rounds in offered(data, viewer=viewer).values() for it in rounds.values()]
    newest = sorted(every, key=_when, reverse=True)
    own = [it for it in newest if it.survey_round == survey_round]
    others = [it for it in newest if it.survey_round != survey_round]
    later = [it for it in others if own and _when(it) > _when(own[0])]
    return own + [it for it in others if it not in later], later


def _when(asked: Round) -> datetime.date:
    return asked.answered_at or datetime.date.min


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A survey round that a kommune has answered, and whether any of its scores may be shown."""

    survey_round: str
    label: str
    shown: bool


@kept
def answered(data: queries.Data, *, viewer: Viewer, kommune: str) -> tuple[Answered, ...]:
    """Return the survey rounds that a kommune has answered, newest first."""
    every = [it for rounds in offered(data, viewer=viewer).values() for it in rounds.values()]
    found: dict[str, Answered] = {}
    for it in sorted(every, key=_when, reverse=True):
        rows = scores_of(data, viewer=viewer, asked=it, kommune=kommune)
        if rows is not None:
            before = found.get(it.survey_round)
            found[it.survey_round] = Answered(
                survey_round=it.survey_round,
                label=it.label_with_date,
                shown=(before is not None and before.shown) or bool(rows["mean"].notna().any()),
            )
    return tuple(found.values())


def scores_of(
    data: queries.Data, *, viewer: Viewer, asked: Round, kommune: str, aspect: str = "now"
) -> pd.DataFrame | None:
    """Return a kommune's scores in a round by dimension, None where it has not answered."""
    return kommune_scores(
        data,
        viewer=viewer,
        survey_round=asked.survey_round,
        instrument=asked.instrument,
        aspect=aspect,
    ).get(kommune)


def spread_known(data: queries.Data, *, viewer: Viewer, asked: Round, kommune: str) -> bool:
    """Tell whether a kommune's people may be set beside each other in a round."""
    rows = scores_of(data, viewer=viewer, asked=asked, kommune=kommune)
    return rows is not None and bool(rows["sd"].notna().any())
