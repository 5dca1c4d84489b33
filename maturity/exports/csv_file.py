"""A table as the CSV that a Norwegian spreadsheet program opens by a double click."""

import csv
import io
from typing import Any

import pandas as pd

from maturity.exports.about import About
from maturity.language import _

DELIMITER = ";"
# A spreadsheet program evaluates a cell that begins so, also when it was written as text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(table: pd.DataFrame, about: About) -> bytes:
    """Return the table with semicolons, decimal commas and a byte order mark.

    That is what Excel with Norwegian settings reads, whatever language the reader's page has.
    Every row carries its source, and the notice of invented data where there is one: a CSV file
    has no other place that survives sorting and filtering. Numbers are in full precision.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator="\r\n")
    extra = {_("Kilde"): about.source}
    if about.notice:
        extra[_("Merknad")] = about.notice
    writer.writerow([_cell(str(heading)) for heading in (*table.columns, *extra)])
    for row in table.itertuples(index=False, name=None):
        writer.writerow([_cell(value) for value in (*row, *extra.values())])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if pd.isna(value):
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.lstrip(" ").startswith(FORMULA_STARTS) else value
    return str(value).replace(".", ",")
