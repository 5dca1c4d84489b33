"""What an exported table says of itself, and what its file is called."""

import re
import unicodedata
from dataclasses import dataclass

# Letters that do not come apart into a plain letter and an accent.
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t"})
_LONGEST = 120  # most systems take 255, with the folders' names
_DEVICE = re.compile(r"|con|prn|aux|nul|(com|lpt)\d?")  # what is no name, or no file on Windows


@dataclass(frozen=True, kw_only=True)
class About:
    """Where a table comes from, in the reader's language.

    `source` is one line; `lines` are pairs of a heading and what there is to say under it;
    `notice` is the word for invented data, empty where the data are real.
    """

    title: str
    source: str
    notice: str
    lines: tuple[tuple[str, str], ...] = ()


def file_name(*parts: str, extension: str) -> str:
    """Return a file name that every system takes: small plain letters, digits and hyphens."""
    text = unicodedata.normalize("NFKD", "-".join(parts).lower().translate(_LETTERS))
    plain = text.encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-")
    return (f"modenhet-{stem}".strip("-") if _DEVICE.fullmatch(stem) else stem) + extension
