"""The command line of the intake: take, check, history, undo and demo."""

import argparse
import sys
from collections.abc import Iterable

from maturity.errors import ConflictError, UserError
from maturity.intake import telling
from maturity.intake.command_line import parser
from maturity.intake.demo import take_demo
from maturity.intake.store import Store
from maturity.language import _
from maturity.settings import answers_path

DONE, REFUSED, TRY_AGAIN, INTERRUPTED = 0, 1, 3, 130  # 2 is a wrong command, and argparse's


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return its exit status."""
    written = sys.argv[1:] if arguments is None else arguments
    try:
        for line in _run(parser(written).parse_args(written)):
            print(line)
    except KeyboardInterrupt:
        print(_("Avbrutt. Ingenting er endret."), file=sys.stderr)
        return INTERRUPTED
    except UserError as refusal:
        for line in telling.refusal(refusal):
            print(line, file=sys.stderr)
        return TRY_AGAIN if isinstance(refusal, ConflictError) else REFUSED
    return DONE


def _run(given: argparse.Namespace) -> Iterable[str]:
    store = Store(answers_path())
    if given.command == "history":
        return telling.history(store.history())
    if given.command == "demo":
        count = take_demo(store)
        return [_("Eksempeldata lest inn: {n} filer.").format(n=count)] if count else []
    # What follows takes a moment to load, and every start of the dashboard asks for the demo.
    from maturity.intake.progress import watched
    from maturity.intake.taking import Round, take, undo

    if given.command == "undo":
        return [telling.undone(undo(store))]
    round_ = Round(module=given.module, phase=given.phase, key=given.round, date=given.date)
    write = given.command == "take"
    return telling.outcome(
        take(given.file, round_, store=store, write=write, scale=given.scale, watch=watched)
    )


if __name__ == "__main__":
    sys.exit(main())
