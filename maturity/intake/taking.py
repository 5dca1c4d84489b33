"""One import, from file to commit."""

import datetime
import getpass
import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from maturity.errors import UserError
from maturity.instruments import Reference
from maturity.intake import originals
from maturity.intake.check import Checked, Checker, Watch, unwatched
from maturity.intake.columns import Columns, recognise
from maturity.intake.decisions import AS_IT_IS, Decisions, decided
from maturity.intake.heading_row import one_row
from maturity.intake.imports import Import
from maturity.intake.pseudonym import key, pseudonym
from maturity.intake.readers import read
from maturity.intake.rows import Rows
from maturity.intake.scale_agreed import refuse_unsaid
from maturity.intake.sheet import Sheet
from maturity.intake.store import Store
from maturity.intake.tables_known import answers_in
from maturity.intake.values import Ends
from maturity.language import _
from maturity.preparing import preparing
from maturity.reference import reference
from maturity.scores import prepare

ROUND = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class Round:
    """The survey round that a file belongs to."""

    module: str
    phase: str
    key: str | None = None
    date: datetime.date | None = None
    invented: bool = False

    @property
    def survey_round(self) -> str:
        """The code of the round; module and phase where none is given."""
        return self.key or f"{self.module}-{self.phase}"


@dataclass(frozen=True)
class Outcome:
    """What an import or a check found; `version` is None for a check.

    `why` says which table was read and why, where the file has several.
    """

    columns: Columns
    checked: Checked
    version: int | None
    why: str = ""


def take(
    path: Path,
    round_: Round,
    *,
    store: Store,
    write: bool = True,
    scale: Ends | None = None,
    decisions: Decisions = AS_IT_IS,
    who: str | None = None,
    secret: bytes | None = None,
    watch: Watch = unwatched,
) -> Outcome:
    """Check a file and take it in as one commit; with `write=False` only check it.

    `scale` are the file's own numbers for the two ends of the scale, instead of the layout's.
    `who` takes it in, else whoever runs this; `secret` is the key of the pseudonyms, else the one
    kept beside the table.

    Raises UserError with all that is wrong, ConflictError where another import came between.
    """
    known = reference()
    _refuse_unknown(round_, known)
    sheet = answers_in(read(path), decisions.table)
    entry = {
        "file": path.name,
        "sha256": _digest(path),
        "who": who or _who(),
        "survey_round": round_.survey_round,
        "module": round_.module,
        "phase": round_.phase,
        "invented": round_.invented,
    }
    if sheet.others:
        entry["table"] = sheet.name
    store.refuse(entry)
    # A check leaves nothing behind: its pseudonyms only have to tell people apart.
    secret = secret or (key(store.path) if write else b"check")
    columns, checker = opened(
        sheet, round_, secret=secret, scale=scale, decisions=decisions, watch=watch
    )
    checked = checker.check()
    if not write:
        return Outcome(columns, checked, None, sheet.why)

    def batches() -> Iterator[pa.RecordBatch]:
        yield from checker.batches(checked)
        if checker.rows.problems or _digest(path) != entry["sha256"]:
            message = _("«{file}» ble endret mens den ble lest. Ingenting er lest inn; prøv igjen.")
            raise UserError(message.format(file=path.name))

    entry |= {"rows": checked.counted, "kommuner": sorted(checked.kommuner)}
    entry |= {name: it for name, it in decisions.noted().items() if it}
    with preparing(store.path):
        with originals.kept(path, digest=str(entry["sha256"]), answers=store.path):
            version = store.take(batches, kommuner=checked.kommuner, entry=entry)
        with suppress(KeyboardInterrupt):  # the answers are in: the first reader can do this
            prepare(store.path)
    return Outcome(columns, checked, version, sheet.why)


def opened(
    sheet: Sheet,
    round_: Round,
    *,
    secret: bytes,
    scale: Ends | None = None,
    decisions: Decisions = AS_IT_IS,
    watch: Watch = unwatched,
) -> tuple[Columns, Checker]:
    """Recognise a sheet, and return with its columns what reads them; the key is `secret`."""
    known = reference()
    instruments = list(known.instruments.values())
    sheet = one_row(decided(sheet, decisions), instruments)
    columns = recognise(sheet, instruments, layout=decisions.layout)
    if scale is None and decisions.layout is None:  # whoever decided on one has been asked
        refuse_unsaid(columns)
    if scale:
        columns = replace(columns, layout=columns.layout.model_copy(update={"scale": scale}))
    about: dict[str, Any] = {
        "survey_round": round_.survey_round,
        "module": round_.module,
        "phase": round_.phase,
        "invented": round_.invented,
        "answered_at": round_.date,
    }
    rows = Rows(columns, known, about=about, pseudonym=lambda who: pseudonym(who, secret))
    return columns, Checker(sheet, columns.layout, rows, watch)


def undo(store: Store, *, version: int | None = None, who: str | None = None) -> Import:
    """Undo an import in force, the newest where no version is told; return it.

    `who` does it; None: the user of this machine.
    """
    with preparing(store.path):
        undone = store.undo(who=who or _who(), version=version)
        if all(it.sha256 != undone.sha256 for it in store.in_force()):  # another table of it
            originals.forget(undone.sha256, answers=store.path)
        with suppress(KeyboardInterrupt):
            prepare(store.path)
    return undone


def _who() -> str:
    """Return the name of the user; in a container there may be none."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return _("ukjent")


def _refuse_unknown(round_: Round, known: Reference) -> None:
    for code, allowed in (
        (round_.module, known.programme.modules),
        (round_.phase, known.programme.phases),
    ):
        if code not in {it.key for it in allowed}:
            raise UserError(
                _("«{code}» er ikke kjent; velg blant {known}.").format(
                    code=code, known=", ".join(it.key for it in allowed)
                )
            )
    if not ROUND.fullmatch(round_.survey_round):
        raise UserError(
            _(
                "«{code}» kan ikke være koden til en kartlegging: bruk små bokstaver fra a til z, "
                "tall og bindestrek."
            ).format(code=round_.survey_round)
        )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
