"""The formats that views can be taken away in: one entry for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from maturity.exports.about import About
from maturity.exports.csv_file import write_csv
from maturity.exports.json_file import write_json
from maturity.exports.pack import write_pack
from maturity.exports.parquet_file import write_parquet
from maturity.exports.slides import write_slides
from maturity.exports.taken import taken
from maturity.exports.workbook import write_workbook
from maturity.language import _
from maturity.view import View


@dataclass(frozen=True, kw_only=True)
class Format:
    """One file format; `write` takes views and returns the file, in the language being spoken.

    `many` says whether a file can hold several; else it takes one. `deck`: it is for showing, and
    `write` takes the deck's `title`, the dashboard's `base_address`, `page_of` and `same_at` too
    (see slides); `gathering`: of a whole deck alone, and for a hall, so without notes.
    """

    label: Callable[[], str]
    mime: str
    extension: str
    write: Callable[..., bytes]
    many: bool = False
    deck: bool = False
    gathering: bool = False


def _of_one(write: Callable[[pd.DataFrame, About], bytes]) -> Callable[[Sequence[View]], bytes]:
    def write_one(views: Sequence[View]) -> bytes:
        (view,) = views
        return write(taken(view), view.about)

    return write_one


FORMATS = {
    "csv": Format(
        label=lambda: _("CSV (norsk)"),
        mime="text/csv",
        extension=".csv",
        write=_of_one(write_csv),
    ),
    "csv-int": Format(
        label=lambda: _("CSV (internasjonal)"),
        mime="text/csv",
        extension=".csv",
        write=_of_one(partial(write_csv, norwegian=False)),
    ),
    "xlsx": Format(
        label=lambda: _("Excel"),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        extension=".xlsx",
        write=write_workbook,
        many=True,
    ),
    "parquet": Format(
        label=lambda: _("Parquet"),
        mime="application/vnd.apache.parquet",
        extension=".parquet",
        write=_of_one(write_parquet),
    ),
    "json": Format(
        label=lambda: _("JSON"),
        mime="application/json",
        extension=".json",
        write=_of_one(write_json),
    ),
    "pptx": Format(
        label=lambda: _("PowerPoint"),
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
        extension=".pptx",
        write=write_slides,
        many=True,
        deck=True,
    ),
    "html": Format(
        label=lambda: _("HTML for samlingen"),
        mime="text/html",
        extension=".html",
        write=write_pack,
        many=True,
        deck=True,
        gathering=True,
    ),
}
