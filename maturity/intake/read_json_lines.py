"""JSON Lines: one object per line, its keys the headings.

Streamed twice: the first time for the headings, since a line may have keys that no other has. A
row's number is its line; the headings have none, and count as line 0.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from maturity.errors import UserError
from maturity.intake.csv_encoding import detect
from maturity.intake.sheet import MAX_COLUMNS, Cell, Formula, Row, Sheet, trimmed
from maturity.intake.zip_guard import too_large
from maturity.language import _, number

MAX_LINE = 2**20  # characters


def recognises(head: bytes) -> bool:
    """Tell an object from anything else by how it begins."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b'{"', b"{}", b'{ "'))


def read(path: Path) -> Sheet:
    """Gather the headings. Raises UserError with the line that is no object of plain values."""
    encoding = detect(path)
    headings: dict[str, None] = {}
    for _line, found in _objects(path, encoding=encoding.name):
        headings |= dict.fromkeys(found)
        if len(headings) > MAX_COLUMNS:
            limit = _("{n} kolonner").format(n=number(MAX_COLUMNS, digits=0))
            raise too_large(path, limit=limit)

    def rows() -> Iterator[Row]:
        yield 0, tuple(headings)
        for line, found in _objects(path, encoding=encoding.name):
            if cells := trimmed([_cell(found.get(heading)) for heading in headings]):
                yield line, cells

    every = rows if headings else lambda: iter(())
    return Sheet(path, path.name, every, encoding.lines, "JSON Lines")


def _objects(path: Path, *, encoding: str) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding=encoding) as text:
        count = 0
        while line := text.readline(MAX_LINE + 1):
            count += 1
            if len(line) > MAX_LINE:
                limit = _("{n} tegn på én linje").format(n=number(MAX_LINE, digits=0))
                raise too_large(path, limit=limit)
            if not line.strip():
                continue
            try:
                found = json.loads(line, object_pairs_hook=_once, parse_constant=_refuse)
            except (ValueError, RecursionError) as fault:
                raise _broken(path, count) from fault
            if not isinstance(found, dict) or any(isinstance(it, dict) for it in found.values()):
                raise _broken(path, count)
            yield count, found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object, of keys that a heading can be; the same key twice is a fault."""
    found = {key.encode("utf-8", "replace").decode(): value for key, value in pairs}
    if len(found) < len(pairs):
        raise ValueError("the same key twice")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return ";".join(str(it) for it in value) or None
    if isinstance(value, str):
        return (Formula(value) if value[0] == "=" else value) if value else None
    cell: Cell = value
    return cell


def _broken(path: Path, line: int) -> UserError:
    return UserError(
        _(
            "«{file}»: linje {line} er ikke ett JSON-objekt med enkle verdier, hver under sitt "
            "navn. Last filen ned på nytt, eller eksporter svarene som .xlsx eller .csv."
        ).format(file=path.name, line=line)
    )
