"""The formats that a table can be taken away in: one entry for each."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from maturity.exports.about import About
from maturity.exports.csv_file import write_csv
from maturity.exports.workbook import write_workbook


@dataclass(frozen=True, kw_only=True)
class Format:
    """One file format; `write` takes a table with the reader's headings, and what it is about."""

    label: str
    mime: str
    extension: str
    write: Callable[[pd.DataFrame, About], bytes]


FORMATS = {
    "csv": Format(label="CSV", mime="text/csv", extension=".csv", write=write_csv),
    "xlsx": Format(
        label="Excel",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        extension=".xlsx",
        write=write_workbook,
    ),
}
