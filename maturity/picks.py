"""The groups that readers have picked themselves, remembered for those who can talk together.

What one has been told, colleagues know. So each pick is kept with whose it was: of an executive,
for all who share a kommune with them; of those without a kommune, for their role. The order stays,
and every version of the answers is gone through in it anew. Beside the answers, in one SQLite
database, which several processes of the server may write.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from maturity.access import Viewer

Pick = frozenset[str]
TABLE = """
create table if not exists pick (
    place integer primary key, role text not null, own text not null, instrument text not null,
    members text not null, version integer not null
)
"""
WAIT = 30  # seconds that one reader waits for another's pick to be judged


def picked(answers: Path, *, viewer: Viewer, instrument: str) -> tuple[Pick, ...]:
    """Return the picks that this viewer must be thought to know, in the order they were told in."""
    if not _file(answers).exists():
        return ()
    with _opened(answers) as database:
        return _known(database, viewer, instrument)


def pick(
    answers: Path,
    members: Pick,
    *,
    viewer: Viewer,
    instrument: str,
    version: int,
    may: Callable[[tuple[Pick, ...]], bool],
) -> tuple[Pick, ...]:
    """Remember a pick if it `may` be told, after the others; return those known from then on.

    `may` gets them all, the new one last. Nobody else's is judged meanwhile.
    """
    with _opened(answers) as database:
        database.execute("begin immediate")
        known = _known(database, viewer, instrument)
        if members in known or not may((*known, members)):
            return known
        database.execute(
            "insert into pick (role, own, instrument, members, version) values (?, ?, ?, ?, ?)",
            (viewer.role, _said(viewer.own), instrument, _said(members), version),
        )
        database.commit()
    return (*known, members)


def _known(database: sqlite3.Connection, viewer: Viewer, instrument: str) -> tuple[Pick, ...]:
    rows = database.execute(
        "select role, own, members from pick where instrument = ? order by place", (instrument,)
    ).fetchall()
    found = [
        frozenset(members.split())
        for role, own, members in rows
        if (viewer.own & set(own.split()) if viewer.own else role == viewer.role and not own)
    ]
    return tuple(dict.fromkeys(found))


def _said(codes: frozenset[str]) -> str:
    return " ".join(sorted(codes))


@contextmanager
def _opened(answers: Path) -> Iterator[sqlite3.Connection]:
    file = _file(answers)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=WAIT, isolation_level=None)) as database:
        database.execute(TABLE)
        yield database


def _file(answers: Path) -> Path:
    return answers.with_name(f"{answers.name}.access") / "picks.sqlite"
