"""Texts of others, shown letter by letter: no sign is Markdown, none turns others round."""

import logging
import re
from typing import Any

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


class LetterRecord(logging.LogRecord):
    """A line of the log, with its trace: what strangers write in it moves no terminal."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        if self.exc_info:
            self.exc_text = seen(logging.Formatter().formatException(self.exc_info))

    def getMessage(self) -> str:  # noqa: N802  # the library's own name
        """Return the line without its trace, letter by letter."""
        told = super().getMessage()
        own_colours = self.msg is getattr(self, "color_message", None)  # as the server starts
        return told if own_colours else seen(told)


def log_letters_alone() -> None:
    """Write the log of this process letter by letter from now on."""
    logging.setLogRecordFactory(LetterRecord)
