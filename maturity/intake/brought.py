"""A file that somebody has brought by the browser: on the disk while it is worked on, then gone."""

import re
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from maturity.errors import UserError
from maturity.intake.decisions import AS_IT_IS, Decisions
from maturity.intake.leftovers import A_DAY
from maturity.intake.taking import Outcome, Round
from maturity.language import _

PREFIX = "maturity-intake-"
LONGEST = 60  # characters of a name, of up to four bytes each: many disks allow 255
FOREIGN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff/\\:*?\"<>|]")


@dataclass
class Brought:
    """One file under its own name in a folder of its own, which goes with this object.

    `found` keeps what was worked out of it, by what was decided; `number` tells it from the others
    of a visit. Once it is in, `done` is what was found and `round` where it belongs.
    """

    path: Path
    folder: tempfile.TemporaryDirectory[str]
    number: int = 0
    stopped: bool = False  # by the reader, while it was tried
    said: str = ""  # what kind of file it is
    faults: frozenset[str] = frozenset()  # what stands in cells and is not to be explained
    decisions: Decisions = AS_IT_IS
    found: dict[Any, Any] = field(default_factory=dict)
    done: Outcome | None = None
    previewed: int | None = None  # the version of the data that its effect was last shown on
    scale_told: bool = False  # by the reader: what the numbers mean
    kept: bool = False  # the layout that was made for it
    round: Round | None = None

    def once(self, key: Any, work: Callable[[], Any]) -> Any:
        """Return what work finds, done once for each key."""
        if key not in self.found:
            self.found[key] = work()
        return self.found[key]

    def stop(self) -> None:
        """Remember that the reader wants no more of it now."""
        self.stopped = True

    def go_on(self) -> None:
        """Remember that the reader wants to go on."""
        self.stopped = False

    def decide(self, **what: Any) -> None:
        """Decide something more about it."""
        self.decisions = replace(self.decisions, **what)

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.path.name

    def remove(self) -> None:
        """Remove it now."""
        self.folder.cleanup()


def brought(name: str, content: bytes | memoryview, *, number: int) -> Brought:
    """Put a file's content where the readers can open it: in a folder for our eyes only.

    Raises UserError where there is no room for it.
    """
    _tidy()
    try:
        folder = tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)
        path = Path(folder.name) / safe_name(name)
        path.write_bytes(content)
    except OSError as fault:
        message = _("Får ikke lagt «{file}» til side ({cause}). Ingenting er lest inn.")
        raise UserError(message.format(file=safe_name(name), cause=fault.strerror)) from fault
    return Brought(path=path, folder=folder, number=number)


def _tidy() -> None:
    """Remove what a server that was killed has left of the day before: it may hold addresses."""
    old = time.time() - A_DAY
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if left.stat().st_mtime < old:
                shutil.rmtree(left, ignore_errors=True)


def safe_name(name: str) -> str:
    """Return a name that no disk or page takes for something else, with its ending kept."""
    plain = FOREIGN.sub("_", name).strip(" .") or "fil"
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 8:
        return plain[:LONGEST]
    return f"{stem[: LONGEST - len(ending) - 1]}.{ending}"
