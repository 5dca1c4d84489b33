"""An import tried on a copy of the table: what it does is seen before anything is written.

The copy shares its files with the table, for no version of a Delta table ever changes a file; only
what the import adds is new. It lies beside the answers, since it is for as few eyes.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import unquote

from maturity.errors import UserError
from maturity.intake.check import Watch, unwatched
from maturity.intake.decisions import AS_IT_IS, Decisions
from maturity.intake.leftovers import A_DAY
from maturity.intake.pseudonym import known_key
from maturity.intake.store import Store
from maturity.intake.taking import Outcome, Round, take
from maturity.language import _
from maturity.seals import refuse_damage


@contextmanager
def copied(store: Store) -> Iterator[Store]:
    """Yield a copy of the table that is gone when the block ends.

    Raises UserError where none can be made, or the table is damaged.
    """
    _tidy(store.path)
    try:
        store.path.parent.mkdir(parents=True, exist_ok=True)
        folder = tempfile.TemporaryDirectory(
            dir=store.path.parent, prefix=f"{store.path.name}.rehearsal-"
        )
    except OSError as fault:
        message = _("Får ikke skrevet ved siden av svarene ({cause}). Ingenting er lest inn.")
        raise UserError(message.format(cause=fault.strerror)) from fault
    with folder as place:
        copy = Store(Path(place) / store.path.name)
        table = store.table()
        refuse_damage(store.path, table)
        if table is not None:
            files = [Path(unquote(uri)) for uri in table.file_uris()]
            log = sorted((store.path / "_delta_log").iterdir())
            (copy.path / "_delta_log").mkdir(mode=0o700, parents=True)
            for file in files:
                _share(file, copy.path / file.name)
            for file in log:
                _share(file, copy.path / "_delta_log" / file.name)
        yield copy


def rehearse(
    path: Path,
    round_: Round,
    *,
    copy: Store,
    of: Store,
    decisions: Decisions = AS_IT_IS,
    watch: Watch = unwatched,
) -> Outcome:
    """Take a file into a copy of a table, with the people of the table. Raises as `take` does."""
    secret = known_key(of.path) or b"rehearsal"  # without a key, nobody has answered before
    return take(path, round_, store=copy, decisions=decisions, secret=secret, watch=watch)


def _tidy(path: Path) -> None:
    """Remove copies of which whoever made them was killed a day ago."""
    old = time.time() - A_DAY
    for left in path.parent.glob(f"{path.name}.rehearsal-*"):
        with suppress(OSError):
            if left.stat().st_mtime < old:
                shutil.rmtree(left, ignore_errors=True)


def _share(file: Path, copy: Path) -> None:
    try:
        os.link(file, copy)
    except OSError:  # not every kind of disk can
        shutil.copyfile(file, copy)
