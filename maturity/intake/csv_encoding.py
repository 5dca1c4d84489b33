"""Which characters the bytes of a text file stand for.

Valid UTF-8 is UTF-8: text in another encoding is so by accident only if it is plain ASCII. What
else there is comes from Excel on Windows, from old Macs and from DOS, and Norwegian letters tell
these apart even in three words. Where they do not, charset-normalizer is asked: it knows many more
but needs a longer text.
"""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from maturity.errors import UserError
from maturity.language import _

PIECE = 2**20
SAMPLE = 2**15  # bytes of text around what is not ASCII
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
OLD = ["cp1252", "mac_roman", "cp850"]  # in order of preference
AT_HOME = frozenset("æøåÆØÅäöÄÖéÉèêàâçëïñòóôüßáÁšŠžŽ–—‘’“”«»…•·§°´€½²³±×\xa0")
NOT_ASCII = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True)
class Encoding:
    """The codec's name, and how many line breaks the file has."""

    name: str
    lines: int


def detect(path: Path) -> Encoding:
    """Find the encoding by reading the whole file once, in pieces.

    Raises UserError with the line where the file breaks the encoding it began with.
    """
    with path.open("rb") as source:
        start = source.read(3)
    marked = next((name for mark, name in MARKS.items() if start.startswith(mark)), None)
    lines, fault = _try(path, marked or "utf-8")
    if fault is None:
        return Encoding(marked or "utf-8", lines)
    sample = b"\n".join(_sample(path))
    if marked or _mostly_utf8(sample):
        raise UserError(
            _(
                "«{file}» har tegn på linje {line} som ikke stemmer med resten av filen. Den er "
                "avkuttet, eller satt sammen av filer med ulik tegnkoding. Last den ned på nytt, "
                "eller lagre den som «CSV UTF-8» fra et regnearkprogram."
            ).format(file=path.name, line=lines + 1)
        ) from fault
    name = _old(sample)
    lines, fault = _try(path, name) if name else (0, fault)
    if fault is None and name:
        return Encoding(name, lines)
    raise UserError(
        _(
            "Kjenner ikke igjen tegnkodingen i «{file}». Åpne den i et regnearkprogram og lagre "
            "den som «CSV UTF-8» eller .xlsx."
        ).format(file=path.name)
    )


def _try(path: Path, name: str) -> tuple[int, UnicodeDecodeError | None]:
    """Decode the file; return its line breaks, or those before the first fault, and the fault."""
    decoder = codecs.getincrementaldecoder(name)()
    lines = 0
    with path.open("rb") as source:
        try:
            while piece := source.read(PIECE):
                lines += decoder.decode(piece).count("\n")
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as fault:
            before = fault.object[: fault.start].decode(fault.encoding, "ignore")
            return lines + before.count("\n"), fault
    return lines, None


def _sample(path: Path) -> list[bytes]:
    """Gather stretches of text with something in them that is not ASCII."""
    found: list[bytes] = []
    size = 0
    with path.open("rb") as source:
        while size < SAMPLE and (piece := source.read(PIECE)):
            at = 0
            while size < SAMPLE and (match := NOT_ASCII.search(piece, at)):
                at = match.end() + 120
                found.append(piece[max(match.start() - 80, 0) : at])
                size += len(found[-1])
    return found


def _mostly_utf8(sample: bytes) -> bool:
    """Tell a damaged UTF-8 text: in an old one, two bytes hardly make a Norwegian letter."""
    return _familiar(sample, "utf-8") >= max(sample.decode("utf-8", "replace").count("\ufffd"), 1)


def _old(sample: bytes) -> str | None:
    """Choose an encoding from before UTF-8; None where nothing fits."""
    best = max(OLD, key=lambda name: _familiar(sample, name))
    if _familiar(sample, best) * 2 >= sum(byte > 127 for byte in sample):
        return best
    match = from_bytes(sample).best()
    return match.encoding if match else None


def _familiar(sample: bytes, name: str) -> int:
    """Count the letters and signs that a Norwegian or Sámi text is likely to hold."""
    return sum(character in AT_HOME for character in sample.decode(name, "replace"))
