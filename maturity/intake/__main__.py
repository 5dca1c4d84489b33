"""The command line of the intake: take, check, history, undo and demo."""

import getpass
import sys

from maturity.errors import ConflictError, UserError
from maturity.intake.command_line import parser
from maturity.intake.progress import watched
from maturity.intake.store import Store
from maturity.intake.taking import Outcome, Round, take, take_demo
from maturity.language import _, date, ngettext
from maturity.scores import prepare
from maturity.settings import answers_path

DONE, REFUSED, TRY_AGAIN, INTERRUPTED = 0, 1, 3, 130  # 2 is a wrong command, and argparse's


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return its exit status."""
    try:
        given = parser().parse_args(arguments)
        store = Store(answers_path())
        if given.command in ("take", "check"):
            round_ = Round(module=given.module, phase=given.phase, key=given.round, date=given.date)
            write = given.command == "take"
            _tell(take(given.file, round_, store=store, write=write, watch=watched), write=write)
        elif given.command == "history":
            _tell_history(store)
        elif given.command == "undo":
            undone = store.undo(who=getpass.getuser())
            prepare(store.path)
            print(
                _("Angret: {file}, lest inn {when} (versjon {version}).").format(
                    file=undone.file, when=date(undone.when), version=undone.version
                )
            )
        elif count := take_demo(store):
            print(_("Eksempeldata lest inn: {n} filer.").format(n=count))
    except KeyboardInterrupt:
        print(_("Avbrutt. Ingenting er lest inn."), file=sys.stderr)
        return INTERRUPTED
    except UserError as refusal:
        for line in (refusal.message, *(f"  {problem}" for problem in refusal.problems)):
            print(line, file=sys.stderr)
        return TRY_AGAIN if isinstance(refusal, ConflictError) else REFUSED
    return DONE


def _tell(outcome: Outcome, *, write: bool) -> None:
    checked = outcome.checked
    counts = [
        ngettext("{n} rad", "{n} rader", checked.counted).format(n=checked.counted),
        ngettext("{n} kommune", "{n} kommuner", len(checked.kommuner)).format(
            n=len(checked.kommuner)
        ),
    ]
    if checked.repeated:
        text = ngettext(
            "{n} erstattet av et senere svar fra samme person",
            "{n} erstattet av senere svar fra samme person",
            checked.repeated,
        )
        counts.append(text.format(n=checked.repeated))
    if checked.unfinished:
        counts.append(_("{n} uferdige utelatt").format(n=checked.unfinished))
    done = (
        _("Lest inn som versjon {version}: {counts}.").format(
            version=outcome.version, counts=", ".join(counts)
        )
        if write
        else _("Kan leses inn: {counts}.").format(counts=", ".join(counts))
    )
    print(done)
    for heading in outcome.columns.unmatched:
        print(_("Ikke brukt: kolonnen «{heading}»").format(heading=heading))


def _tell_history(store: Store) -> None:
    for entry in store.history():
        action = _("angret") if entry.action == "undo" else _("lest inn")
        when = f"{entry.when:%Y-%m-%d %H:%M}"
        rows = ngettext("{n} rad", "{n} rader", entry.rows).format(n=entry.rows)
        print(
            f"{entry.version:>4}  {when}  {action:8}  {entry.survey_round:24}  {rows:>10}  "
            f"{entry.file}  ({entry.who})"
        )


if __name__ == "__main__":
    sys.exit(main())
