"""Texts from a file where the platform takes Markdown: shown letter by letter."""

import re

SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")


def escaped(text: str) -> str:
    """Return a text in which no sign means anything."""
    return SIGNS.sub(r"\\\1", text)
