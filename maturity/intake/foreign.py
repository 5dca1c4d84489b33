"""Files that people take for a spreadsheet, named by their first bytes."""

import re
from pathlib import Path

from maturity.errors import UserError
from maturity.language import _

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office before 2007
BINARY = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"{\\rtf": "RTF",
    b"\x1f\x8b": "GZIP",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"PAR1": "Parquet",
    b"SQLite format 3": "SQLite",
}
# Old export buttons write a web page and call it .xls; Excel opens it, after a warning.
MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe)?\s*(?:<(?:!|\?xml|html|head|meta|body|style|table)|mime-version:)",
    re.IGNORECASE,
)


def refusal(path: Path, head: bytes) -> UserError | None:
    """Return what to tell the reader if the file is of a kind known to be none of ours."""
    if head.startswith(OLE2):
        return _office(path)
    if MARKUP.match(head[:512].replace(b"\0", b"")):
        return UserError(
            _(
                "«{file}» er en nettside eller XML, ikke et regneark, selv om navnet kan si noe "
                "annet. Åpne den i et regnearkprogram og lagre den som .xlsx."
            ).format(file=path.name)
        )
    for magic, kind in BINARY.items():
        if head.startswith(magic):
            return not_a_spreadsheet(path, kind=kind)
    return None


def not_a_spreadsheet(path: Path, *, kind: str | None = None) -> UserError:
    """Say that the file is no spreadsheet, and of what kind it is where that is known."""
    what = _("er av typen {kind}, ikke et regneark.") if kind else _("er ikke et regneark.")
    return UserError(
        _("«{file}» {what} Last ned svarene på nytt som .xlsx eller .csv.").format(
            file=path.name, what=what.format(kind=kind)
        )
    )


def encrypted(path: Path) -> UserError:
    """Say that the file cannot be opened without its password."""
    return UserError(
        _(
            "«{file}» er beskyttet med passord. Åpne den i Excel, fjern passordet "
            "(Fil → Info → Beskytt arbeidsbok) og lagre den på nytt."
        ).format(file=path.name)
    )


def _office(path: Path) -> UserError | None:
    """Tell a password-protected .xlsx, an old .xls (which we read) and other Office files apart.

    Excel wraps an encrypted workbook in the old container, under this stream name.
    """
    if _contains(path, "EncryptedPackage".encode("utf-16-le")):
        return encrypted(path)
    if _contains(path, "Workbook".encode("utf-16-le"), "Book\0".encode("utf-16-le")):
        return None
    return not_a_spreadsheet(path, kind="Office 97–2003")


def _contains(path: Path, *needles: bytes) -> bool:
    """Search a file piece by piece; the stream names stand in a directory anywhere in it."""
    keep = max(map(len, needles)) - 1
    tail = b""
    with path.open("rb") as source:
        while piece := source.read(2**20):
            piece = tail + piece
            if any(needle in piece for needle in needles):
                return True
            tail = piece[-keep:]
    return False
