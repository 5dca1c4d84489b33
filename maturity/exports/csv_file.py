"""A table as CSV: as Norwegian spreadsheet programs open it, and as other programs read it."""

import csv
import io
import unicodedata
from typing import Any

import pandas as pd

from maturity.exports.about import About
from maturity.language import _

# A spreadsheet program evaluates a cell that begins so, also when it was written as text.
# Some read the wide forms of East Asian writing as these.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(table: pd.DataFrame, about: About, *, norwegian: bool = True) -> bytes:
    """Return the table with semicolons, decimal commas and a byte order mark.

    That is what Excel with Norwegian settings reads, whatever language the reader's page has; with
    `norwegian` false, commas and decimal points without the mark, as every other program does.
    Every row carries its source, and the notice of invented data where there is one: a CSV file
    has no other place that survives sorting and filtering. Numbers are in full precision.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if norwegian else ",", lineterminator="\r\n")
    extra = {_("Kilde"): about.source}
    if about.notice:
        extra[_("Merknad")] = about.notice
    headings = [str(heading) for heading in (*table.columns, *extra)]
    writer.writerow([_cell(heading, norwegian=norwegian) for heading in headings])
    for row in table.itertuples(index=False, name=None):
        writer.writerow([_cell(value, norwegian=norwegian) for value in (*row, *extra.values())])
    return text.getvalue().encode("utf-8-sig" if norwegian else "utf-8")


def no_formula(text: str) -> str:
    """Return a text that no spreadsheet program evaluates: quoted where it begins as a formula."""
    for sign in text:
        if sign in FORMULA_STARTS or unicodedata.normalize("NFKC", sign) in FORMULA_STARTS:
            return f"'{text}"
        if unicodedata.category(sign)[0] not in "CZ":  # what has no width or no ink is passed over
            break
    return text


def _cell(value: Any, *, norwegian: bool) -> str:
    if pd.isna(value):
        return ""
    if isinstance(value, str):
        return no_formula(value)
    return str(value).replace(".", ",") if norwegian else str(value)
