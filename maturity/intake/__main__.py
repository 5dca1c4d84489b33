"""Command line of the intake: take, check, history, undo, demo.

Exit status: 0 done, 1 refused with the reasons, 2 the command itself is wrong.
"""

import argparse
import datetime
import getpass
import sys
from pathlib import Path

from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.intake.taking import Round, take, take_demo
from maturity.language import _
from maturity.reference import reference
from maturity.settings import answers_path


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m maturity.intake", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("take", "check"):
        command = commands.add_parser(name)
        command.add_argument("file", type=Path)
        command.add_argument("--module", required=True)
        command.add_argument("--phase", required=True)
        command.add_argument("--round", dest="key")
        command.add_argument("--date", type=datetime.date.fromisoformat)
    for name in ("history", "undo", "demo"):
        commands.add_parser(name)
    given = parser.parse_args(arguments)
    store = Store(answers_path())
    try:
        reference()  # broken reference data is told of before anything else is done
        if given.command in ("take", "check"):
            _take(given, store)
        elif given.command == "history":
            for entry in store.history():
                when = f"{entry.when:%Y-%m-%d %H:%M}"
                print(entry.version, when, entry.action, entry.file, entry.rows, entry.who)
        elif given.command == "undo":
            undone = store.undo(who=getpass.getuser())
            print(_("Angret: {file}").format(file=undone.file))
        elif count := take_demo(store):
            print(_("Eksempeldata lest inn: {n} filer.").format(n=count))
    except UserError as refusal:
        print(refusal.message, file=sys.stderr)
        for problem in refusal.problems:
            print(f"  {problem}", file=sys.stderr)
        return 1
    return 0


def _take(given: argparse.Namespace, store: Store) -> None:
    round_ = Round(module=given.module, phase=given.phase, key=given.key, date=given.date)
    outcome = take(given.file, round_, store=store, write=given.command == "take")
    checked = outcome.checked
    print(
        _("{rows} svar fra {n} kommuner; {repeated} erstattet, {unfinished} uferdige.").format(
            rows=checked.counted,
            n=len(checked.kommuner),
            repeated=checked.repeated,
            unfinished=checked.unfinished,
        )
    )
    for heading in outcome.columns.unmatched:
        print(_("Ikke brukt: kolonnen «{heading}»").format(heading=heading))


if __name__ == "__main__":
    sys.exit(main())
