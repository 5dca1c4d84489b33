"""What can be written on the command line of the intake, and its help."""

import argparse
import datetime
from collections.abc import Sequence
from math import isfinite
from pathlib import Path

from maturity.intake import argparse_words
from maturity.language import _

PROGRAM = "python -m maturity.intake"


def parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of the intake's commands, as far as `arguments` need it.

    Its help is in the reader's language. A wrong command ends the process with status 2.
    """
    argparse_words.speak()
    program = argparse.ArgumentParser(
        prog=PROGRAM,
        description=_("Leser inn svar fra kartlegginger: hele filen, eller ingenting av den."),
        epilog=_(
            "Eksempler:\n"
            "  {program} check svar.xlsx --module ledelse --phase forarbeid\n"
            "  {program} take svar.xlsx --module ledelse --phase forarbeid\n"
            "  {program} take --help\n"
            "\n"
            "Utgang, for skript:\n"
            "  0    gjort\n"
            "  1    avvist: grunnen står på standard feil, og ingenting er endret\n"
            "  2    feil i kommandoen\n"
            "  3    en annen innlesing kom imellom, og ingenting er endret: prøv igjen\n"
            "  130  avbrutt, og ingenting er endret\n"
            "\n"
            "Svarene ligger i mappen som MATURITY_ANSWERS oppgir, ellers i data/answers."
        ).format(program=PROGRAM),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = program.add_subparsers(dest="command", required=True, metavar=_("KOMMANDO"))
    about = {
        "take": _("kontroller en fil og les den inn"),
        "check": _("kontroller en fil, uten å lese den inn"),
        "history": _("vis alle innlesinger, den eldste først"),
        "undo": _("angre en innlesing, den siste om ingen er valgt; det andre har lest inn, blir"),
        "mend": _("sett en skadet tabell i stand igjen; sier hva som var skadet"),
        "original": _("skriv ut filen til en innlesing, der filer tas vare på"),
        "key": _("lag en nøkkel til MATURITY_KEEP_FILES, som filer tas vare på med"),
        "demo": _("les inn eksempeldataene, der ingen ekte svar er lest inn"),
    }
    for name, text in about.items():
        command = commands.add_parser(name, help=text, description=text.capitalize() + ".")
        # What can be chosen takes a moment to read, and every start of the dashboard asks for the
        # demo; the others shall not go on with reference data that is broken.
        if name in ("take", "check") and "demo" not in arguments:
            command.epilog = _("Eksempel: {example}").format(
                example=f"{PROGRAM} {name} svar.xlsx --module ledelse --phase forarbeid"
            )
            _add_file(command)
        if name in ("undo", "original"):
            command.add_argument(
                "--version",
                type=int,
                required=name == "original",
                metavar=_("VERSJON"),
                help=_("innlesingen, som «history» nummererer dem; ellers den siste"),
            )
    return program


def _add_file(command: argparse.ArgumentParser) -> None:
    from maturity.reference import reference

    programme = reference().programme
    command.add_argument(
        "file",
        type=Path,
        metavar=_("FIL"),
        help=_("eksporten fra spørreskjemaet: .xlsx, .xls, .ods, .csv, .tsv, .sav eller .jsonl"),
    )
    for option, metavar, known, text in (
        ("--module", _("MODUL"), programme.modules, _("modulen som kartleggingen hører til")),
        ("--phase", _("FASE"), programme.phases, _("fasen i modulen")),
    ):
        names = ", ".join(f"{it.key} ({it.label})" for it in known)
        command.add_argument(
            option,
            required=True,
            metavar=metavar,
            choices=[it.key for it in known],
            help=f"{text}: {names}",
        )
    command.add_argument(
        "--round",
        metavar=_("KODE"),
        help=_("kartleggingens kode, der en fase har flere; ellers modul og fase"),
    )
    command.add_argument(
        "--date",
        type=_day,
        metavar=_("ÅÅÅÅ-MM-DD"),
        help=_("dagen svarene ble gitt, der filen ikke sier det"),
    )
    command.add_argument(
        "--sheet",
        metavar=_("ARK"),
        help=_("arket med svarene, der filen har flere som kan være det"),
    )
    command.add_argument(
        "--scale",
        type=_ends,
        metavar=_("FRA:TIL"),
        help=_(
            "tallene i filen for «helt uenig» og «helt enig», der de er andre enn skjemaets: 1:7, "
            "0:100, eller 5:1 der skalaen er snudd"
        ),
    )


def _ends(text: str) -> tuple[float, float]:
    try:
        first, last = (float(it.replace(",", ".")) for it in text.split(":"))
    except ValueError:
        first = last = 0
    if not (isfinite(first) and isfinite(last)) or first == last:
        expected = _("«{text}» er ikke to tall som 1:7").format(text=text)
        raise argparse.ArgumentTypeError(expected)
    return first, last


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        expected = _("«{text}» er ikke en dag, som 2024-05-14").format(text=text)
        raise argparse.ArgumentTypeError(expected) from None
