"""One import from file to commit, and the demo's on the first start."""

import datetime
import getpass
import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from maturity.errors import UserError
from maturity.instruments import Reference
from maturity.intake.check import Checked, Checker, Watch
from maturity.intake.columns import Columns, recognise
from maturity.intake.pseudonym import key, pseudonym
from maturity.intake.readers import read
from maturity.intake.rows import Rows
from maturity.intake.store import Store
from maturity.language import _
from maturity.reference import reference
from maturity.scores import prepare
from maturity.settings import ROOT

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
    """What an import or a check found; `version` is None for a check."""

    columns: Columns
    checked: Checked
    version: int | None


def take(
    path: Path,
    round_: Round,
    *,
    store: Store,
    write: bool = True,
    watch: Watch = lambda rows, _doing: rows,
) -> Outcome:
    """Check a file and take it in as one commit; with `write=False` only check it.

    `watch` is given the rows as they pass, and what is being done with them.
    """
    known = reference()
    _refuse_unknown(round_, known)
    sheet = read(path)
    columns = recognise(sheet, list(known.instruments.values()))
    # A check leaves nothing behind: its pseudonyms only have to tell people apart.
    secret = key(store.path) if write else b"check"
    about: dict[str, Any] = {
        "survey_round": round_.survey_round,
        "module": round_.module,
        "phase": round_.phase,
        "invented": round_.invented,
        "answered_at": round_.date,
    }
    rows = Rows(columns, known, about=about, pseudonym=lambda who: pseudonym(who, secret))
    checker = Checker(sheet, columns.layout, rows, watch)
    digest = _digest(path)
    checked = checker.check()
    if not write:
        return Outcome(columns, checked, None)
    entry = {
        "file": path.name,
        "sha256": digest,
        "who": getpass.getuser(),
        "survey_round": round_.survey_round,
        "rows": checked.counted,
        "invented": round_.invented,
    }
    version = store.take(lambda: checker.batches(checked), kommuner=checked.kommuner, entry=entry)
    prepare(store.path)
    return Outcome(columns, checked, version)


def take_demo(store: Store) -> int:
    """Take in the demo's files that never were; return how many. Real answers end the demo."""
    folder = ROOT / "data" / "demo"
    history = store.history()
    if any(not entry.invented for entry in history):
        return 0
    seen = {entry.sha256 for entry in history}
    rounds = tomllib.loads((folder / "rounds.toml").read_text("utf-8"))["rounds"]
    waiting = [it for it in rounds if _digest(folder / it["file"]) not in seen]
    for it in waiting:
        round_ = Round(module=it["module"], phase=it["phase"], date=it.get("date"), invented=True)
        take(folder / it["file"], round_, store=store)
    return len(waiting)


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
