"""What people wrote, and the themes of it."""

import pandas as pd

from maturity.access import Viewer
from maturity.disclosure import suppress_detail
from maturity.queries.asking import ask
from maturity.serving import Data
from maturity.settings import thresholds


def themes_by_kommune(data: Data, *, viewer: Viewer, kind: str) -> pd.DataFrame:
    """Return survey_round, module, kommune, theme, people, n (of the round) and withheld.

    `kind` is "barrier" or "opportunity"; theme None counts those who gave no theme.
    """
    frame = ask(data, viewer, "themes_by_kommune", kind=kind).astype({"people": "Int64"})
    frame["theme"] = frame["theme"].astype(object).where(frame["theme"].notna(), None)
    return suppress_detail(frame, thresholds(), detail=["theme", "people"])


def comments(
    data: Data,
    *,
    viewer: Viewer,
    kind: str,
    survey_rounds: tuple[str, ...],
    among: frozenset[str],
    theme: str | None,
    words: tuple[str, ...],
    most: int,
) -> pd.DataFrame:
    """Return survey_round, module, kommune, text, themes and found: how many there are in all.

    Those of the kommuner `among`, that hold every one of `words` (lower case), at most `most`;
    none of a kommune with too few respondents in the round.
    """
    frame = ask(
        data,
        viewer,
        "comments",
        kind=kind,
        survey_rounds=list(survey_rounds),
        among=sorted(among),
        theme=theme,
        words=list(words),
        most=most,
        min_respondents_detail=thresholds().min_respondents_detail,
    )
    return frame.assign(themes=frame["themes"].map(tuple))
