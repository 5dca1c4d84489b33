"""A table as Parquet: typed columns, and where they come from in the file's own notes."""

import io
import json

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from maturity.exports.about import About


def write_parquet(table: pd.DataFrame, about: About) -> bytes:
    """Return the table in full precision; the schema's metadata says what it is about."""
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    notes = {
        "title": about.title,
        "source": about.source,
        "notice": about.notice,
        "about": json.dumps(dict(about.lines), ensure_ascii=False),
    }
    file = io.BytesIO()
    pq.write_table(arrow.replace_schema_metadata(notes), file, compression="zstd")
    return file.getvalue()
