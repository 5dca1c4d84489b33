"""The comments that the page of barriers shows, and those that people wrote."""

from pathlib import Path

import duckdb
import pandas as pd
from deltalake import DeltaTable
from streamlit.testing.v1 import AppTest

VEVELSTAD = "1816"  # two people answered


def comments(page: AppTest) -> str:
    (found,) = [h.proto.body for h in page.get("html") if "ul.comments" in h.proto.body]
    return found


def written_by_five(answers: Path) -> pd.DataFrame:
    """One row per person and comment of those kommuner where five or more answered the round."""
    connection = duckdb.connect()
    files = DeltaTable(str(answers)).file_uris()
    rows = connection.execute("from read_parquet(?)", [files]).df()
    n = (
        rows[rows["respondent"].notna()]
        .groupby(["survey_round", "kommune"])["respondent"]
        .nunique()
    )
    rows = rows[rows["kind"] != "score"].join(n.rename("people"), on=["survey_round", "kommune"])
    return rows[rows["people"] >= 5]
