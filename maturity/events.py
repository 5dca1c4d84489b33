"""All that was done, whoever did it: looks, files taken away, imports and what was opened.

Imports and openings have their own history, which nobody has to write down twice.
"""

import datetime
from collections.abc import Iterator

from maturity import audit
from maturity.audit import Entry, Wanted
from maturity.claims import Person
from maturity.errors import UserError
from maturity.intake.imports import Import
from maturity.intake.store import Store
from maturity.language import _, date, ngettext
from maturity.reference import reference
from maturity.settings import answers_path
from maturity.sharing import EVERYBODY, Act
from maturity.sharing_table import acts

LOOKS = ("view", "download")


def events(person: Person, wanted: Wanted, *, most: int | None = None) -> list[Entry]:
    """Return what was done, the newest first, at most so many; raises UserError but for staff."""
    if person.role != "staff":
        raise UserError(_("Loggen er for dem som er ansatt i DigiNordland."))
    elsewhere = (it for it in (*_imports(), *_openings()) if wanted.fits(it))
    found = sorted([*audit.read(wanted, most=most), *elsewhere], key=lambda it: it.at, reverse=True)
    return found[:most]


def looks(person: Person, kommune: str, *, since: datetime.datetime) -> list[Entry]:
    """Return who from elsewhere was shown a kommune or took its scores away, the newest first.

    Raises UserError where it is not the person's own.
    """
    if person.role != "executive" or kommune not in person.own:
        raise UserError(_("Bare kommunens egne ledere kan se hvem som har sett."))
    until = datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(minutes=1)
    found = audit.read(Wanted(since=since, until=until, kommune=kommune))
    return [it for it in found if it.what in LOOKS]


def openings(person: Person) -> list[Act]:
    """Return what was opened and taken back that concerns a person, in order; staff see all."""
    if person.role == "staff":
        return list(acts())
    return [it for it in acts() if person.role == "executive" and it.kommune in person.own]


def _imports() -> Iterator[Entry]:
    for it in Store(answers_path()).history():
        yield Entry(
            at=it.when,
            who=it.who,
            role="",
            what="import" if it.action == "take" else "undo",
            kommuner=frozenset(it.kommuner),
            version=it.version,
            detail=", ".join([it.file, it.survey_round, *_mended(it)]),
        )


def _mended(it: Import) -> Iterator[str]:
    """Say how much of a file was corrected or left out when it was taken in."""
    if it.corrected:
        yield ngettext("{n} celle rettet", "{n} celler rettet", len(it.corrected)).format(
            n=len(it.corrected)
        )
    if it.left_out:
        yield ngettext("{n} rad utelatt", "{n} rader utelatt", len(it.left_out)).format(
            n=len(it.left_out)
        )


def _openings() -> Iterator[Entry]:
    for it in acts():
        yield Entry(
            at=it.at,
            who=it.by,
            role="executive",
            what=it.what,
            own=frozenset([it.kommune]),
            kommuner=frozenset([it.kommune]) | it.to - {EVERYBODY},
            detail=_about(it),
        )


def _about(act: Act) -> str:
    framework = reference().instruments.get(act.instrument)
    return ", ".join(
        [
            framework.label if framework else act.instrument,
            *([_("alle som har tilgang")] if EVERYBODY in act.to else []),
            *([date(act.until, style="medium")] if act.until else []),
        ]
    )
