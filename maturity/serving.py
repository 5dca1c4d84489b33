"""The serving database: one version of the answers, opened once and asked by many."""

import time
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pandas as pd
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError, TableNotFoundError

from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.language import _
from maturity.newest_commit import Mark, newest_commit
from maturity.preparing import being_prepared
from maturity.scores import scores
from maturity.seals import broken_commits, damaged

READABLE = {"appendOnly", "invariants", "timestampNtz"}


class Data:
    """The scores of one version of the table; nothing in it can reach a file.

    `all_invented` tells whether every answer is invented, `last_import` which import in force then
    is the newest, and `answers` where the table lies.
    """

    def __init__(self, table: DeltaTable, *, answers: Path) -> None:
        foreign = set(table.protocol().reader_features or ()) - READABLE
        if foreign:
            raise UserError(
                _("Svartabellen bruker noe vi ikke kan lese: {features}.").format(
                    features=", ".join(sorted(foreign))
                )
            )
        self.answers = answers
        self.version = int(table.version())
        self._connection = scores(table, answers=answers)
        self.all_invented = bool(self.run("select all_invented from about")["all_invented"].item())
        taken = Store(answers).in_force(until=self.version)
        self.last_import = taken[-1] if taken else None

    def run(self, sql: str, **values: Any) -> pd.DataFrame:
        """Run one query; many may do so at once."""
        return self._connection.cursor().execute(sql, values).df()


AGAIN = 10  # seconds after which damage is looked for again: somebody may be mending it
_opened: dict[Path, tuple[Mark, Data | None]] = {}
_damaged: dict[Path, tuple[Mark, float, UserError]] = {}
_opening = Lock()


def newest(answers: Path) -> Data | None:
    """Open the newest version of the table, once; None where nothing is in yet.

    While an import prepares a new version, or one reader opens it, the others go on with the one
    before. Raises UserError where it is damaged.
    """
    mark = newest_commit(answers)
    if mark is None:
        return None
    seen, data = _opened.get(answers, (None, None))
    if seen == mark:
        return data
    if data is not None and being_prepared(answers):
        return data
    if not _opening.acquire(blocking=seen is None):
        return data
    try:
        if _opened.get(answers, (None, None))[0] != mark:
            _refuse_again(answers, mark)
            try:
                _opened[answers] = (mark, _open(answers))
            except UserError as damage:
                _damaged[answers] = (mark, time.monotonic(), damage)
                raise
        return _opened[answers][1]
    finally:
        _opening.release()


def _open(answers: Path) -> Data | None:
    if wrong := broken_commits(answers):
        raise damaged(wrong)
    table = Store(answers).table()
    return Data(table, answers=answers) if table and table.file_uris() else None


def _refuse_again(answers: Path, mark: Mark) -> None:
    """Raise what was found a moment ago: reading every file takes longer than a page may."""
    known, at, damage = _damaged.get(answers, (None, 0.0, None))
    if damage is not None and known == mark and time.monotonic() - at < AGAIN:
        raise UserError(damage.message)


OLDER = 2  # versions before the newest that are held open: a hall shows one presentation at a time
_older: OrderedDict[tuple[Path, str, int], Data] = OrderedDict()
_opening_older = Lock()


def at(answers: Path, version: int) -> Data:
    """Open a version of the table, the newest or an older one, for what is frozen to it.

    Raises UserError where its files are gone, or where there never was such a version.
    """
    now = newest(answers)
    if now is not None and now.version == version:
        return now
    if now is None or version > now.version:
        raise _gone(version)
    return _opened_at(answers, version)


def since(answers: Path, version: int) -> Data:
    """Open the newest version that is ready, where it is this one or later, and else this one.

    Whoever made a version sees it, though others go on with the one before. Raises as `at` does.
    """
    now = newest(answers)
    return now if now is not None and now.version >= version else _opened_at(answers, version)


def _gone(version: int) -> UserError:
    return UserError(
        _("Dataversjon {version} finnes ikke lenger. Oppdater tallene.").format(version=version)
    )


def _opened_at(answers: Path, version: int) -> Data:
    gone = _gone(version)
    with _opening_older:
        try:
            table = DeltaTable(str(answers), version=version)
            key = (answers, str(table.metadata().id), version)
            if key not in _older:
                if not table.file_uris():
                    raise gone
                _older[key] = Data(table, answers=answers)
        except (DeltaError, TableNotFoundError, duckdb.Error, OSError) as fault:
            raise gone from fault
        _older.move_to_end(key)
        while len(_older) > OLDER:
            _older.popitem(last=False)
        return _older[key]
