"""A zip archive that cannot fill the memory of whoever opens it.

A few kilobytes of zip can unfold to gigabytes, and a gigabyte of empty XML elements to twenty in
memory. So three things are held within limits: how large the archive says that it is, how much of
a part is held at once, and how many elements that is. `zipfile` hands out no more bytes than the
archive has declared for a part, and checks its sum, so an archive that lies comes out as damaged,
not as large.
"""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any
from zipfile import ZipFile, ZipInfo

from maturity.errors import UserError
from maturity.language import _, number

MB = 2**20
MAX_FILE = 256 * MB  # the file itself, packed
MAX_TOTAL = 2048 * MB  # everything unpacked
MAX_RATIO, RATIO_FROM = 200, 100 * MB  # unpacked against packed, once there is this much


@dataclass(frozen=True, kw_only=True)
class Limit:
    """How much may be held at once: bytes, and marks (tags and attributes)."""

    bytes: int
    marks: int


ROW = Limit(bytes=16 * MB, marks=400_000)  # half of it is a row of 16 384 cells
PART = Limit(bytes=16 * MB, marks=1_500_000)  # what is read whole: names, styles, relations
STRINGS = Limit(bytes=256 * MB, marks=6_000_000)  # about 1.2 million different texts


class Measured:
    """A stream that stops when more has come through it than may be held at once."""

    def __init__(self, stream: IO[bytes], *, path: Path, limit: Limit) -> None:
        self._stream = stream
        self._path = path
        self._limit = limit
        self._bytes = self._marks = 0

    def read(self, size: int = -1) -> bytes:
        """Hand on bytes; raises UserError beyond the limit."""
        chunk = self._stream.read(size if size >= 0 else self._limit.bytes + 1)
        self._bytes += len(chunk)
        self._marks += chunk.count(b"<") + chunk.count(b"=")
        if self._bytes > self._limit.bytes or self._marks > self._limit.marks:
            raise too_large(
                self._path,
                limit=_("{mb} MB og {marks} XML-merker i én rad eller del").format(
                    mb=number(self._limit.bytes / MB, digits=0),
                    marks=number(self._limit.marks, digits=0),
                ),
            )
        return chunk

    def restart(self) -> None:
        """Say that what has come so far is no longer held."""
        self._bytes = self._marks = 0

    def close(self) -> None:
        """Close the stream underneath."""
        self._stream.close()

    def __enter__(self) -> "Measured":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class GuardedZip(ZipFile):
    """A zip file for reading, within the limits above. Raises UserError beyond them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._strings: str | None = None
        if path.stat().st_size > MAX_FILE:
            raise too_large(path, limit=_("{mb} MB").format(mb=number(MAX_FILE / MB, digits=0)))
        super().__init__(path)
        unpacked = sum(part.file_size for part in self.infolist())
        packed = sum(part.compress_size for part in self.infolist())
        bomb = unpacked > RATIO_FROM and unpacked > MAX_RATIO * packed
        if bomb or unpacked > MAX_TOTAL:
            self.close()
            raise too_large(
                path,
                limit=_("{mb} MB utpakket, eller {ratio} ganger filens størrelse").format(
                    mb=number(MAX_TOTAL / MB, digits=0), ratio=MAX_RATIO
                ),
            )

    def open(self, name: str | ZipInfo, *args: Any, **kwargs: Any) -> Any:
        """Open a part that is let go of row by row, or the table of texts."""
        limit = STRINGS if name == self._strings else ROW
        return Measured(super().open(name), path=self._path, limit=limit)

    def read(self, name: str | ZipInfo, pwd: bytes | None = None) -> bytes:
        """Read a part whole."""
        with Measured(super().open(name), path=self._path, limit=PART) as source:
            return source.read()

    def allow_strings(self, name: str) -> None:
        """Let this part be as long as a table of texts may be.

        It is unpacked once to see that it is not longer: that takes a moment, where making elements
        of it until there are too many takes minutes.
        """
        self._strings = name
        with self.open(name) as source:
            while source.read(2**20):
                pass


def too_large(path: Path, *, limit: str) -> UserError:
    """Say that the file holds or unfolds to more than is taken in."""
    return UserError(
        _(
            "«{file}» er for stor å lese: grensen er {limit}. En eksport av svar er aldri så stor. "
            "Last den ned på nytt, eller lagre bare arket med svarene i en ny fil."
        ).format(file=path.name, limit=limit)
    )
