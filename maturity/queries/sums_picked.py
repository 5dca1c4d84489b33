"""Which groups of their own readers may be told of, judged by whom they picked.

Who counts in a group is for nobody to know. So a pick that is not unlike what was told before is
refused whoever of it counts, and of one that is told it is not said how many do.
"""

from collections.abc import Callable, Iterable

import pandas as pd

from maturity.access import Viewer
from maturity.picks import Pick, pick, picked
from maturity.queries.sums_offered import members_offered
from maturity.serving import Data
from maturity.settings import thresholds

MOST = 40  # of one framework that are told to those who talk together; each must fit all before


def known_picks(
    data: Data,
    *,
    viewer: Viewer,
    instrument: str,
    members: Pick,
    may: Callable[[tuple[Pick, ...]], bool],
) -> tuple[Pick, ...]:
    """Return the picks that are known, with this one if it may be told beside them."""
    known = picked(data.answers, viewer=viewer, instrument=instrument)
    if members in known or len(known) >= MOST or len(members) < thresholds().min_kommuner:
        return known
    if _near(members, members_offered(), viewer=viewer, instrument=instrument):
        return known

    def unlike(picks: tuple[Pick, ...]) -> bool:
        near = _near(members, picks[:-1], viewer=viewer, instrument=instrument)
        return not near and may(picks)

    return pick(
        data.answers,
        members,
        viewer=viewer,
        instrument=instrument,
        version=data.version,
        may=unlike,
    )


def silent_picks(
    frame: pd.DataFrame, data: Data, *, viewer: Viewer, instrument: str, members: Pick
) -> pd.DataFrame:
    """Return a group's scores without what tells who of it counts, where a reader has picked it.

    `frame` has k and withheld. Where too few count it is withheld as where it would tell of one.
    """
    if members in members_offered() or viewer.counted <= viewer.knows(instrument):
        return frame
    shown = frame.assign(k=pd.Series(pd.NA, index=frame.index, dtype="Int64"))
    least = thresholds().min_kommuner
    unseen = members - viewer.knows(instrument)
    if len(members - viewer.own) < least or 0 < len(unseen) < least:
        return shown  # too few whoever answered
    known = picked(data.answers, viewer=viewer, instrument=instrument)
    full = members not in known and len(known) >= MOST
    gone = shown["withheld"].notna()
    shown.loc[gone, "withheld"] = "many_picks" if full else "own_pick"
    return shown


def _near(members: Pick, others: Iterable[Pick], *, viewer: Viewer, instrument: str) -> bool:
    """Tell whether a pick differs from another by fewer than a group needs, whom one can see apart.

    What was seen once may be remembered or not, so both are looked at.
    """
    knows, remembers = viewer.knows(instrument), viewer.remembers(instrument)
    least = thresholds().min_kommuner
    return any(
        0 < len((members ^ other) - seen) < least
        for other in others
        for seen in (knows, knows | remembers)
    )
