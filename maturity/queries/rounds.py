"""Who was asked what, when, and who answered."""

from collections.abc import Mapping

import pandas as pd

from maturity.access import Viewer
from maturity.disclosure import suppress
from maturity.queries.asking import ask
from maturity.serving import Data
from maturity.settings import thresholds


def rounds(data: Data, *, viewer: Viewer) -> pd.DataFrame:
    """Return the survey rounds: survey_round, module, phase, instrument, answered_at, k."""
    return ask(data, viewer, "rounds", min_respondents=thresholds().min_respondents)


def participation(data: Data, *, viewer: Viewer) -> pd.DataFrame:
    """Return survey_round, module, phase, kommune, n and withheld; no row where nobody answered."""
    return suppress(ask(data, viewer, "participation"), thresholds())


def answering_by_part(data: Data, *, viewer: Viewer, parts: Mapping[str, str]) -> pd.DataFrame:
    """Return survey_round, part and k: how many kommuner of a part have answers enough to count.

    `parts` says of each kommune which part it belongs to. Every part has a row in every survey
    round. How many have answered is no result, and nobody's score follows from it: so it is told
    of small parts too, whereas which kommuner they are is told to those who see them.
    """
    frame = ask(
        data,
        viewer,
        "answering_by_part",
        parts=[{"kommune": kommune, "part": part} for kommune, part in sorted(parts.items())],
        min_respondents=thresholds().min_respondents,
    )
    every = pd.MultiIndex.from_product(
        [frame["survey_round"].unique(), sorted(set(parts.values()))],
        names=["survey_round", "part"],
    )
    counts = frame.set_index(["survey_round", "part"])["k"]
    return counts.reindex(every, fill_value=0).astype("Int64").reset_index()


def dimensions_asked(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return dimension, one row for each that anybody has a score on."""
    return ask(
        data,
        viewer,
        "dimensions_asked",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
    )


def items_asked(
    data: Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> pd.DataFrame:
    """Return dimension and items: a sorted tuple of codes, empty where only means are known."""
    frame = ask(
        data,
        viewer,
        "items_asked",
        survey_round=survey_round,
        instrument=instrument,
        aspect=aspect,
    )
    return frame.assign(items=frame["items"].map(tuple))
