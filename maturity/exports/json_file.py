"""A table as JSON, for programs: its columns, its rows, and what they are about."""

import json

import pandas as pd

from maturity.exports.about import About


def write_json(table: pd.DataFrame, about: About) -> bytes:
    """Return one object: title, source, notice, about, columns and rows; missing is null."""
    rows = [[_plain(it) for it in row] for row in table.itertuples(index=False, name=None)]
    content = {
        "title": about.title,
        "source": about.source,
        "notice": about.notice,
        "about": dict(about.lines),
        "columns": list(table.columns),
        "rows": rows,
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1).encode()


def _plain(value: object) -> object:
    if pd.isna(value):  # type: ignore[call-overload]  # of a cell: never a list
        return None
    return value.item() if hasattr(value, "item") else value
