"""The log of who looked at what: written before it is shown, and kept for a time."""

import datetime
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from maturity.errors import UserError
from maturity.language import _
from maturity.settings import access_path

# SQLite, of the standard library, and not Delta: a row must be on the disk before a page is shown.
# That takes a few milliseconds here, where a Delta commit takes fifty, and a file for each row.
# Several server processes may write at once; a network drive will not do.
SCHEMA = """
create table if not exists seen (
    at text not null, who text not null, role text not null, own text not null, what text not null,
    page text not null, kommuner text not null, version integer, detail text not null
);
create index if not exists seen_at on seen (at);
create unique index if not exists one_sign_in on seen (who, at) where what = 'sign-in';
"""
PATIENCE = 5  # seconds that one who writes waits for another

log = logging.getLogger(__name__)
_lock = Lock()
_open: dict[Path, tuple[int, sqlite3.Connection]] = {}
_tidied: dict[Path, datetime.date] = {}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that somebody did.

    `what` is view, download, sign-in, sign-out, or what was found elsewhere: import, undo, opened,
    taken back. `own` are the kommuner of the one who did it, `kommuner` those it was about, and
    `version` is the data's.
    """

    at: datetime.datetime
    who: str
    role: str
    what: str
    own: frozenset[str] = frozenset()
    page: str = ""
    kommuner: frozenset[str] = frozenset()
    version: int | None = None
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which entries are asked for: from one moment until before another; None: whatever."""

    since: datetime.datetime
    until: datetime.datetime
    kommune: str | None = None
    what: str | None = None
    who: str | None = None

    def fits(self, entry: Entry) -> bool:
        """Tell whether an entry is one of them."""
        return (
            self.since <= entry.at < self.until
            and (self.kommune is None or self.kommune in entry.kommuner)
            and (self.what is None or self.what == entry.what)
            and (self.who is None or self.who == entry.who)
        )


def write(entry: Entry, *, keep_days: int) -> None:
    """Write an entry down; of one sign-in there is one. Raises UserError where it cannot be."""
    row = (
        _text(entry.at),
        entry.who,
        entry.role,
        " ".join(sorted(entry.own)),
        entry.what,
        entry.page,
        " ".join(sorted(entry.kommuner)),
        entry.version,
        entry.detail,
    )
    with _connection() as connection:
        connection.execute("insert or ignore into seen values (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    forget(keep_days=keep_days)


def read(wanted: Wanted, *, most: int | None = None) -> list[Entry]:
    """Return the entries wanted, the newest first, at most so many."""
    sql = """
        select at, who, role, own, what, page, kommuner, version, detail
        from seen
        where at >= :since and at < :until
            and (:kommune is null or instr(kommuner, :kommune))
            and (:what is null or what = :what) and (:who is null or who = :who)
        order by at desc limit :most
    """
    values = {
        **vars(wanted),
        "since": _text(wanted.since),
        "until": _text(wanted.until),
        "most": -1 if most is None else most,
    }
    with _connection() as connection:
        rows = connection.execute(sql, values).fetchall()
    return [
        Entry(
            at=datetime.datetime.fromisoformat(at),
            who=who,
            role=role,
            own=frozenset(own.split()),
            what=what,
            page=page,
            kommuner=frozenset(kommuner.split()),
            version=version,
            detail=detail,
        )
        for at, who, role, own, what, page, kommuner, version, detail in rows
    ]


def people() -> list[str]:
    """Return the names of all that are in the log."""
    with _connection() as connection:
        found = connection.execute("select distinct who from seen order by who").fetchall()
    return [who for (who,) in found]


def ready() -> None:
    """Raise UserError where nothing can be written."""
    with _connection() as connection:
        connection.execute("begin immediate")
        connection.execute("rollback")


def forget(*, keep_days: int) -> None:
    """Delete what is older, once a day; raises UserError where the log cannot be opened."""
    now = datetime.datetime.now(tz=datetime.UTC)
    if _tidied.get(access_path()) == now.date():
        return
    with _connection() as connection:
        before = _text(now - datetime.timedelta(days=keep_days))
        connection.execute("delete from seen where at < ?", (before,))
    _tidied[access_path()] = now.date()


@contextmanager
def _connection() -> Iterator[sqlite3.Connection]:
    """Hold the one connection of this process; opened anew where the file is another."""
    path = access_path() / "log.sqlite"
    with _lock:
        try:
            inode, connection = _open.get(path, (None, None))
            if connection is None or not path.exists() or path.stat().st_ino != inode:
                connection = _opened(path)
                _open[path] = (path.stat().st_ino, connection)
            yield connection
        except (sqlite3.Error, OSError) as fault:
            log.exception("The log of who looked cannot be used")
            message = _("Loggen over hvem som ser hva, kan ikke brukes. Derfor vises ingenting.")
            raise UserError(message) from fault


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)  # the files that SQLite puts beside it become as this one
    connection = sqlite3.connect(
        path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    connection.execute("pragma journal_mode = wal")  # who reads keeps nobody from writing
    connection.execute("pragma synchronous = full")  # what is written outlives a power cut
    connection.execute("pragma secure_delete = on")  # what is forgotten is nowhere in the file
    connection.executescript(SCHEMA)
    return connection


def _text(moment: datetime.datetime) -> str:
    """Write a moment so that the order of texts is that of time."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")
