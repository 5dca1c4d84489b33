"""A score frame as the table that readers take away: their headings, their words."""

import pandas as pd

from maturity.charts.scores import area_of
from maturity.findings import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _

KINDS = ("kommune", "group")


def score_table(frame: pd.DataFrame, *, instrument: Instrument, shown: str) -> pd.DataFrame:
    """Return one row per series and dimension, in the frame's order, with the reader's headings.

    `frame` is a score frame (series, series_kind, dimension, mean, n, k, sd, q1, median, q3,
    withheld); `shown` names its aspect. A missing score is empty, and the last column says why.
    """
    kinds = dict(zip(KINDS, (_("Kommune"), _("Gruppe")), strict=True))
    dimensions = [instrument.by_key[key] for key in frame["dimension"]]
    columns: dict[str, object] = {
        _("Serie"): frame["series"].astype(object),
        _("Type"): frame["series_kind"].map(kinds).astype(object),
    }
    if instrument.areas:
        columns[_("Område")] = [area_of(it, instrument=instrument) for it in dimensions]
    reasons = [None if pd.isna(code) else withheld_reason(code) for code in frame["withheld"]]
    columns |= {
        _("Dimensjon"): [dimension.label for dimension in dimensions],
        _("Hva vises"): shown,
        _("Gjennomsnitt"): frame["mean"].astype(float),
        _("Antall svar"): frame["n"].astype("Int64"),
        _("Antall kommuner"): frame["k"].astype("Int64"),
        _("Standardavvik"): frame["sd"].astype(float),
        _("Første kvartil"): frame["q1"].astype(float),
        _("Median"): frame["median"].astype(float),
        _("Tredje kvartil"): frame["q3"].astype(float),
        _("Hvorfor tallet mangler"): pd.Series(reasons, index=frame.index, dtype=object),
    }
    return pd.DataFrame(columns, index=frame.index).reset_index(drop=True)
