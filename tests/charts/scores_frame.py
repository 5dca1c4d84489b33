"""Score frames for the charts' tests."""

import numpy as np
import pandas as pd

from maturity.instruments import Instrument
from maturity.reference import reference

CAPABILITIES: Instrument = reference().instruments["evner-10+3"]
GENERATIONS: Instrument = reference().instruments["modenhet-5gen"]
WORDS = {"title": "Evner i dag", "source": "Modul 2, 12. oktober 2023.", "invented": False}


def score_frame(
    series: dict[str, str],
    *,
    instrument: Instrument = CAPABILITIES,
    start: float = 2.0,
    missing: tuple[tuple[str, str], ...] = (),
) -> pd.DataFrame:
    """Rows for each series (label to kind); the mean rises by 0.1 an axis and 0.05 a series."""
    rows = []
    for place, (label, kind) in enumerate(series.items()):
        for axis, key in enumerate(instrument.by_key):
            gone = (label, key) in missing
            mean = np.nan if gone else start + 0.1 * axis + 0.05 * place
            own = kind == "kommune" and not gone
            rows.append(
                {
                    "series": label,
                    "series_kind": kind,
                    "dimension": key,
                    "mean": mean,
                    "n": 7 if own else pd.NA,
                    "k": 24 if kind == "group" and not gone else pd.NA,
                    "sd": 0.5 if own else np.nan,
                    "q1": mean - 0.4 if own else np.nan,
                    "median": mean if own else np.nan,
                    "q3": mean + 0.4 if own else np.nan,
                    "withheld": "min_respondents" if gone else None,
                    "no_spread": None,
                }
            )
    return pd.DataFrame(rows).astype({"n": "Int64", "k": "Int64"})
