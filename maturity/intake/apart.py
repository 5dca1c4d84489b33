"""Run as a process of its own: read a file with a library in C or Rust, and write it as JSON lines.

A name begins a table; every other line is a row number and the cells. Such libraries hold the whole
file, and can bring their process down; this one is bounded, and nothing else runs in it.
`python -m maturity.intake.apart KIND PATH`, exit status 0, `LOCKED` or `BROKEN`.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from itertools import count, repeat
from pathlib import Path
from typing import Any

from maturity.intake.sheet import MAX_COLUMNS, MOST_TABLES, trimmed

LOCKED, BROKEN = 10, 11
MEMORY, SECONDS, WRITTEN = 1024, 60, 1024  # MB, s, MB
CHUNK = 20_000  # rows of an SPSS file at a time
Table = Iterator[tuple[int, Sequence[Any]]]


def main(kind: str, path: str) -> int:
    """Write a file to standard output; return the exit status."""
    _limit()
    try:
        for name, rows in {"workbook": _workbook, "sav": _sav}[kind](path):
            print(json.dumps(name))
            for number, cells in rows:
                if sound := trimmed([_cell(it) for it in cells]):
                    if len(sound) > MAX_COLUMNS:
                        return BROKEN
                    print(json.dumps((number, sound), default=lambda it: {"at": it.isoformat()}))
    except Exception as fault:  # whatever it is, the file is to blame
        return LOCKED if type(fault).__name__ == "PasswordError" else BROKEN
    return 0


def _limit() -> None:
    with suppress(ImportError):  # Windows has no such limits; there the time alone is bounded
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN * 2**20,) * 2)
        with suppress(ValueError, OSError):  # macOS knows this limit and does not take it
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY * 2**20,) * 2)


def _workbook(path: str) -> Iterator[tuple[str, Table]]:
    """Read the worksheets that can be seen (xls, ods); a formula is its last value."""
    from python_calamine import SheetVisibleEnum, load_workbook

    with Path(path).open("rb") as file:  # by what is in it: a name may say something else
        book = load_workbook(file)
    seen = [it.name for it in book.sheets_metadata if it.visible is SheetVisibleEnum.Visible]
    for name in (seen or book.sheet_names)[:MOST_TABLES]:
        yield name, enumerate(book.get_sheet_by_name(name).iter_rows(), start=1)


def _sav(path: str) -> Iterator[tuple[str, Table]]:
    """Read an SPSS file: «name. label» as headings, labels as answers where there are any."""
    import pyreadstat

    _none, about = pyreadstat.read_sav(
        path, metadataonly=True, output_format="dict", user_missing=True
    )
    names = about.column_names
    labels = [about.variable_value_labels.get(name, {}) for name in names]
    missing = [about.missing_ranges.get(name, []) for name in names]

    def rows() -> Table:
        pairs = zip(names, about.column_labels, strict=True)
        yield 1, [f"{name}. {label}" if label else name for name, label in pairs]
        read = CHUNK
        for offset in count(0, CHUNK):
            if read < CHUNK:
                return
            found, _about = pyreadstat.read_sav(
                path, row_offset=offset, row_limit=CHUNK, output_format="dict", user_missing=True
            )
            columns = [
                map(_labelled, found[name], repeat(known), repeat(gaps))
                for name, known, gaps in zip(names, labels, missing, strict=True)
            ]
            read = len(found[names[0]])
            yield from enumerate(zip(*columns, strict=True), start=offset + 2)

    yield "SPSS", rows()


def _labelled(value: Any, labels: dict[float | int, str], missing: list[Any]) -> Any:
    """Return the label of a value, or the value; None where SPSS is told that it is missing."""
    if value in labels:
        return labels[value]
    for gone in missing:  # a range, or one value
        low, high = (gone["lo"], gone["hi"]) if isinstance(gone, dict) else (gone, gone)
        if isinstance(value, str) is isinstance(low, str) and low <= value <= high:
            return None
    return value


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return None if value != value else int(value) if value.is_integer() else value
    if value is None or isinstance(value, str | bool | int | datetime | date):
        return None if value == "" else value
    return str(value)  # a time of day or a duration


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
