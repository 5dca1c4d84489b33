"""The Delta table of what kommuner have opened: nothing in it is changed, only added to."""

import datetime
import logging
from collections.abc import Collection
from pathlib import Path
from threading import Lock

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import DeltaError

from maturity.claims import Person
from maturity.errors import UserError
from maturity.language import _
from maturity.newest_commit import Mark, newest_commit
from maturity.settings import access_path
from maturity.sharing import Act, in_order, today

SCHEMA = pa.schema(
    [
        pa.field("at", pa.timestamp("us", tz="UTC"), nullable=False),
        pa.field("by", pa.string(), nullable=False),
        pa.field("kommune", pa.string(), nullable=False),
        pa.field("instrument", pa.string(), nullable=False),
        pa.field("what", pa.string(), nullable=False),
        pa.field("to", pa.list_(pa.string()), nullable=False),
        pa.field("until", pa.date32()),
        pa.field("invented", pa.bool_(), nullable=False),
    ]
)
LONGEST = datetime.timedelta(days=2 * 366)  # whoever still means it then says so again

log = logging.getLogger(__name__)
_read: dict[Path, tuple[Mark, tuple[Act, ...]]] = {}
_reading = Lock()


def acts() -> tuple[Act, ...]:
    """Return all that was done, in order; read once a commit, since each run of a page asks."""
    table = access_path() / "sharing"
    mark = newest_commit(table)
    if mark is None:
        return ()
    with _reading:
        if _read.get(table, (None,))[0] != mark:
            rows = DeltaTable(str(table)).to_pyarrow_table().to_pylist()
            found = (Act(**{**row, "to": frozenset(row["to"])}) for row in rows)
            _read[table] = (mark, tuple(in_order(found)))
        return _read[table][1]


def open_profile(
    person: Person,
    *,
    kommune: str,
    instrument: str,
    to: Collection[str],
    until: datetime.date,
    invented: bool,
) -> None:
    """Open a profile to kommuner, or to {EVERYBODY}, until a day and with it.

    Raises UserError where the kommune is not the person's own, nobody is named, the day is past or
    too far away, or it cannot be written.
    """
    if not to or kommune in to:
        raise UserError(_("Velg minst én annen kommune å åpne for."))
    if not today() <= until <= today() + LONGEST:
        raise UserError(_("Velg en dag fra i dag og inntil to år fram."))
    _add(person, kommune, instrument, "opened", to, until, invented)


def take_back(
    person: Person, *, kommune: str, instrument: str, to: Collection[str], invented: bool
) -> None:
    """Take a profile back from those it was opened to; raises UserError as `open_profile` does."""
    _add(person, kommune, instrument, "taken back", to, None, invented)


def _add(
    person: Person,
    kommune: str,
    instrument: str,
    what: str,
    to: Collection[str],
    until: datetime.date | None,
    invented: bool,
) -> None:
    if person.role != "executive" or kommune not in person.own:
        raise UserError(_("Bare kommunens egne ledere kan åpne profilen, og ta den tilbake."))
    row = {
        "at": datetime.datetime.now(tz=datetime.UTC),
        "by": person.name,
        "kommune": kommune,
        "instrument": instrument,
        "what": what,
        "to": sorted(to),
        "until": until,
        "invented": invented,
    }
    try:
        access_path().mkdir(mode=0o700, parents=True, exist_ok=True)
        table = pa.Table.from_pylist([row], schema=SCHEMA)
        write_deltalake(str(access_path() / "sharing"), table, mode="append")
    except (DeltaError, OSError) as fault:
        log.exception("What is opened to whom cannot be written")
        message = _("Det ble ikke lagret, og ingenting er endret. Prøv igjen.")
        raise UserError(message) from fault
