"""Two versions of the data beside each other: each kommune's scores before and after."""

from itertools import product

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.kept import kept
from maturity.reference import reference

ASPECTS = ("now", "target")
PLACE = ["survey_round", "instrument", "kommune", "dimension", "aspect"]
SAME = 1e-9


@kept
def moved(before: queries.Data, after: queries.Data, *, viewer: Viewer) -> pd.DataFrame:
    """Return PLACE, before, after, withheld_before and withheld_after, where these differ.

    Each version's scores are withheld as that version's pages withhold them. Missing without
    being withheld: nobody answered, or it was not asked.
    """
    return moved_in(before, after, viewer=viewer)


def moved_in(
    before: queries.Data, after: queries.Data, *, viewer: Viewer, survey_round: str | None = None
) -> pd.DataFrame:
    """Return what `moved` does, of one survey round where one is told; nothing of it is kept."""
    sides = [_scores(data, viewer=viewer, survey_round=survey_round) for data in (before, after)]
    both = sides[0].merge(sides[1], on=PLACE, how="outer", suffixes=("_before", "_after"))
    both = both.rename(columns={"mean_before": "before", "mean_after": "after"})
    same = (both["before"] - both["after"]).abs() < SAME
    unseen = both["before"].isna() & both["after"].isna()
    rules = both[["withheld_before", "withheld_after"]].fillna("")
    alike = unseen & (rules["withheld_before"] == rules["withheld_after"])
    return both[~(same | alike)].sort_values(PLACE, ignore_index=True)


def fallen(frame: pd.DataFrame) -> pd.DataFrame:
    """Return survey_round, kommune and instrument of those with a score that is withheld now."""
    return hidden(frame)[["survey_round", "kommune", "instrument"]].drop_duplicates()


def hidden(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `moved` whose score was shown and is withheld now."""
    return frame[frame["before"].notna() & frame["withheld_after"].notna()]


def _scores(data: queries.Data, *, viewer: Viewer, survey_round: str | None) -> pd.DataFrame:
    asked = queries.rounds(data, viewer=viewer)[["survey_round", "instrument"]].drop_duplicates()
    if survey_round is not None:
        asked = asked[asked["survey_round"] == survey_round]
    known = reference().instruments
    places = [
        (survey_round, instrument)
        for survey_round, instrument in asked.itertuples(index=False)
        if instrument in known
    ]
    found = [
        queries.scores_by_kommune(
            data, viewer=viewer, survey_round=survey_round, instrument=instrument, aspect=aspect
        ).assign(survey_round=survey_round, instrument=instrument, aspect=aspect)
        for (survey_round, instrument), aspect in product(places, ASPECTS)
    ]
    every = pd.concat(found) if found else pd.DataFrame(columns=[*PLACE, "mean", "withheld"])
    return every[[*PLACE, "mean", "withheld"]].astype({"mean": float, "withheld": object})
