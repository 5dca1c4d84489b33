"""What changed between two survey rounds."""

import pandas as pd

from maturity.access import Viewer
from maturity.disclosure import suppress_change, suppress_groups, suppress_movement, why_no_spread
from maturity.queries.asking import ask
from maturity.queries.sums import may_be_told
from maturity.queries.sums_offered import Asked
from maturity.queries.sums_picked import silent_picks
from maturity.serving import Data
from maturity.settings import thresholds


def changes_by_group(
    data: Data,
    *,
    viewer: Viewer,
    earlier: str,
    later: str,
    instrument: str,
    aspect: str,
    members: frozenset[str],
) -> pd.DataFrame:
    """Return dimension, earlier, later, k and withheld, over the kommuner shown in both rounds."""
    limits = thresholds()
    frame = ask(
        data,
        viewer,
        "changes_by_group",
        earlier=earlier,
        later=later,
        instrument=instrument,
        aspect=aspect,
        members=sorted(members),
        min_respondents=limits.min_respondents,
    )
    asked = [
        Asked(survey_round=one, aspect=aspect, members=members, other=other)
        for one, other in ((earlier, later), (later, earlier))
    ]
    shown = suppress_groups(
        frame,
        limits,
        known=viewer.knows(instrument),
        own=viewer.own,
        told=may_be_told(data, viewer=viewer, instrument=instrument, asked=asked),
        scores=("earlier", "later"),
    )
    return silent_picks(shown, data, viewer=viewer, instrument=instrument, members=members)


def changes_by_kommune(
    data: Data, *, viewer: Viewer, earlier: str, later: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return kommune, dimension, and earlier, later with their n_ and sd_, withheld, no_spread.

    The last is why one of the spreads is missing where the means are not.
    """
    limits = thresholds()
    frame = ask(
        data,
        viewer,
        "changes_by_kommune",
        earlier=earlier,
        later=later,
        instrument=instrument,
        aspect=aspect,
        min_respondents=limits.min_respondents,
    )
    shown = suppress_change(frame, limits)
    spread = ("sd_earlier", "sd_later")
    alike = frame["alike_earlier"].eq(True) | frame["alike_later"].eq(True)
    return shown.assign(
        no_spread=why_no_spread(shown, spread, limits, whole=viewer.kommuner, alike=alike)
    )


def same_people(
    data: Data, *, viewer: Viewer, earlier: str, later: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return what the people with a score in both rounds answered, and how many others there are.

    kommune, dimension, n, earlier, later (their means), left and joined (people), withheld. Only
    for two rounds of people that follow each other in time.
    """
    frame = ask(
        data,
        viewer,
        "same_people",
        earlier=earlier,
        later=later,
        instrument=instrument,
        aspect=aspect,
    )
    return suppress_movement(frame, thresholds())
