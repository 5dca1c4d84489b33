"""What can be written on the command line of the intake, and its help."""

import argparse
import datetime
from pathlib import Path

from maturity.language import _
from maturity.reference import reference


def parser() -> argparse.ArgumentParser:
    """Return the parser of `python -m maturity.intake`, its help in the reader's language."""
    program = argparse.ArgumentParser(
        prog="python -m maturity.intake",
        description=_("Leser inn svar fra kartlegginger: hele filen, eller ingenting av den."),
        epilog=_(
            "Utgang: 0 gjort, 1 avvist med begrunnelse, 2 feil i kommandoen, 3 en annen innlesing "
            "kom imellom (prøv igjen), 130 avbrutt."
        ),
    )
    commands = program.add_subparsers(dest="command", required=True, metavar=_("KOMMANDO"))
    about = {
        "take": _("kontroller en fil og les den inn"),
        "check": _("kontroller en fil, uten å lese den inn"),
        "history": _("vis alle innlesinger, den eldste først"),
        "undo": _("angre den siste innlesingen"),
        "demo": _("les inn eksempeldataene, der ingen ekte svar er lest inn"),
    }
    for name, text in about.items():
        command = commands.add_parser(name, help=text, description=text.capitalize() + ".")
        if name in ("take", "check"):
            _add_file(command)
    return program


def _add_file(command: argparse.ArgumentParser) -> None:
    programme = reference().programme
    command.add_argument(
        "file",
        type=Path,
        metavar=_("FIL"),
        help=_("eksporten fra spørreskjemaet, som .xlsx eller .csv"),
    )
    for option, known, text in (
        ("--module", programme.modules, _("modulen som kartleggingen hører til")),
        ("--phase", programme.phases, _("fasen i modulen")),
    ):
        command.add_argument(option, required=True, choices=[it.key for it in known], help=text)
    command.add_argument(
        "--round",
        metavar=_("KODE"),
        help=_("kartleggingens kode, der en fase har flere; ellers modul og fase"),
    )
    command.add_argument(
        "--date",
        type=datetime.date.fromisoformat,
        metavar=_("ÅÅÅÅ-MM-DD"),
        help=_("dagen svarene ble gitt, der filen ikke sier det"),
    )
