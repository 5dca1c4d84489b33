"""The command line of the intake: take, check, history, undo and demo."""

import argparse
import os
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
    from maturity.intake import originals
    from maturity.intake.decisions import Decisions
    from maturity.intake.elsewhere import stand_back
    from maturity.intake.mending import mend
    from maturity.intake.progress import watched
    from maturity.intake.taking import Round, take, undo

    if given.command == "key":
        return [originals.new_key()]
    if given.command == "original":
        return _original(store, given.version)
    if given.command == "mend":
        return telling.mended(mend(store.path))
    if given.command == "undo":
        return [telling.undone(undo(store, version=given.version))]
    stand_back()
    round_ = Round(module=given.module, phase=given.phase, key=given.round, date=given.date)
    write = given.command == "take"
    decisions = Decisions(table=given.sheet)
    return telling.outcome(
        take(
            given.file,
            round_,
            store=store,
            write=write,
            scale=given.scale,
            decisions=decisions,
            watch=watched,
        )
    )


def _original(store: Store, version: int) -> Iterable[str]:
    """Write a file that was kept to standard output, as it was; say nothing besides."""
    from maturity.intake.originals import original

    entry = next((it for it in store.in_force() if it.version == version), None)
    if entry is None:
        message = _("Versjon {version} er ingen innlesing som gjelder nå.")
        raise UserError(message.format(version=version))
    for piece in original(entry.sha256, answers=store.path):
        sys.stdout.buffer.write(piece)
    return []


if __name__ == "__main__":
    done = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # The libraries' threads do not always end well, least of all on a full disk: while Python takes
    # itself apart that becomes an abort, and another status.
    os._exit(done)
