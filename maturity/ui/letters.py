"""Texts from a file, shown letter by letter: no sign is Markdown, none turns others round."""

import re

SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")
# Signs that cannot be seen; some of them let a reader see what follows from right to left.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def escaped(text: str) -> str:
    """Return a text in which no sign means anything."""
    return SIGNS.sub(r"\\\1", seen(text))


def seen(text: str) -> str:
    """Return a text with its number in the place of each sign that cannot be seen."""
    return UNSEEN.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", text)
