"""Excel 97–2003, OpenDocument and SPSS, each read by a library in a process of its own.

What the library makes of the file is kept in a temporary file without a name, which is gone with
the sheet: memory holds one row, and the library runs once. No secret of ours is in its environment.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

from maturity.errors import UserError
from maturity.intake import foreign
from maturity.intake.apart import LOCKED, MEMORY, SECONDS
from maturity.intake.sheet import Row, Sheet
from maturity.intake.tables import with_others
from maturity.intake.xlsx_refusals import refusing
from maturity.intake.zip_guard import MAX_FILE, MB, GuardedZip, too_large
from maturity.language import _, number
from maturity.settings import ROOT

SPSS = (b"$FL2", b"$FL3")
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
NAME = b'"'  # what a line with the name of a table begins with
PASSED_ON = ("PATH", "SYSTEMROOT", "TEMP", "TMP")  # what Python itself needs


def is_xls(head: bytes) -> bool:
    """Tell Office's old container; what else may be in it has been refused before."""
    return head.startswith(foreign.OLE2)


def is_ods(head: bytes) -> bool:
    """Tell a zip archive whose first part says that it is an OpenDocument spreadsheet."""
    return head.startswith(b"PK\x03\x04") and head[30:].startswith(OPEN_DOCUMENT)


def is_sav(head: bytes) -> bool:
    """Tell an SPSS file, compressed or not."""
    return head.startswith(SPSS)


def read_xls(path: Path) -> Sheet:
    """Read the worksheets with something in them. Raises UserError as all readers do."""
    return _read(path, "workbook", kind="Excel 97–2003 (.xls)")


def read_ods(path: Path) -> Sheet:
    """Read the tables with something in them, if the archive keeps within our limits."""
    with refusing(path), GuardedZip(path):
        pass
    return _read(path, "workbook", kind="OpenDocument (.ods)")


def read_sav(path: Path) -> Sheet:
    """Read the cases of an SPSS file."""
    return _read(path, "sav", kind="SPSS (.sav)")


def _read(path: Path, how: str, *, kind: str) -> Sheet:
    if path.stat().st_size > MAX_FILE:
        raise too_large(path, limit=_("{mb} MB").format(mb=number(MAX_FILE / MB, digits=0)))
    lines = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the sheet that reads it
    command = [sys.executable, "-m", "maturity.intake.apart", how, str(path.resolve())]
    environment = {it: os.environ[it] for it in PASSED_ON if it in os.environ}
    try:
        status = subprocess.run(  # noqa: S603  # our own module
            command,
            stdin=subprocess.DEVNULL,
            stdout=lines,
            stderr=subprocess.DEVNULL,  # it could quote the file
            cwd=ROOT,
            env=environment | {"OPENBLAS_NUM_THREADS": "1"},
            timeout=SECONDS,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        status = None
    if status == LOCKED:
        raise foreign.encrypted(path)
    if status != 0:
        raise _unreadable(path, kind=kind)
    tables = list(_tables(lines))
    if not tables:
        raise _unreadable(path, kind=kind)
    return with_others(
        [Sheet(path, it, partial(_rows, lines, at), None, kind) for it, at in tables]
    )


def _tables(lines: IO[bytes]) -> Iterator[tuple[str, int]]:
    """Yield the name of each table, and where its rows begin."""
    lines.seek(0)
    while line := lines.readline():
        if line.startswith(NAME):
            yield json.loads(line), lines.tell()


def _rows(lines: IO[bytes], at: int) -> Iterator[Row]:
    """Yield the rows; two that read at once do not disturb each other."""
    while True:
        lines.seek(at)
        line = lines.readline()
        if not line or line.startswith(NAME):
            return
        at = lines.tell()
        row, cells = json.loads(line, object_hook=_moment)
        yield row, tuple(cells)


def _moment(found: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(found["at"])


def _unreadable(path: Path, *, kind: str) -> UserError:
    return UserError(
        _(
            "«{file}» kan ikke leses som {kind}: den er skadet eller ufullstendig, eller krever "
            "mer enn {mb} MB minne eller {seconds} sekunder. Lagre den som .xlsx eller .csv, og "
            "prøv igjen."
        ).format(file=path.name, kind=kind, mb=number(MEMORY, digits=0), seconds=SECONDS)
    )
