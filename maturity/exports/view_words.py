"""The words around a view on slides and in print: of the view alone, no number is said anew."""

import re
from collections.abc import Sequence

from maturity.charts.radar import axes_explained
from maturity.language import _, current
from maturity.view import View

HEADLINE = 130  # characters that fit in two lines of a heading, somewhat smaller where it is long
SHORT = 105  # those that fit in its full size
BELOW = 200  # and in the two lines below it; longer, it is read from the notes
NEXT_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\u00c6\u00d8\u00c5«])")
# Kinds whose finding begins with who is compared, and a sign of such a sentence.
WHO_FIRST = {"change": "→", "profile_multiples": ""}
TAGS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


def language_tag() -> str:
    """Return the reader's language as slide programs name it, for spelling and reading aloud."""
    return TAGS.get(current(), current())


def title_of(views: Sequence[View]) -> str:
    """Return what a deck is called that nobody has named: as its only view, or as the dashboard."""
    return views[0].title if len(views) == 1 else _("Digital modenhet i Nordland")


def first_sentence(text: str) -> str:
    """Return the first sentence of a finding."""
    return NEXT_SENTENCE.split(text, maxsplit=1)[0]


def last_sentence(text: str) -> str:
    """Return the last sentence of a finding, where it tells what is missing."""
    return NEXT_SENTENCE.split(text)[-1]


def headline(view: View, *, own: str = "") -> tuple[str, str, str]:
    """Return a slide's one message, what stands below it, and the rest where there is room.

    The message is the presenter's `own`, else the finding's first sentence, or the second where the
    first says only who is compared; below it stands what the chart shows. A sentence that is too
    long ends at its first semicolon; where there is none the two change places.
    """
    if own:
        return own, view.title, view.finding
    sentences = NEXT_SENTENCE.split(view.finding)
    who = view.kind in WHO_FIRST and WHO_FIRST[view.kind] in sentences[0]
    first = sentences.pop(1 if who and len(sentences) > 1 else 0)
    clause, parted, tail = first.partition("; ")
    if len(first) > HEADLINE >= len(clause) and parted:
        first = clause
        sentences.insert(0, f"{tail[:1].upper()}{tail[1:]}")
    rest = " ".join(sentences)
    if first and len(first) <= HEADLINE:
        return first.removesuffix("."), view.title, rest
    return view.title, first if len(first) <= BELOW else "", rest


def source(view: View, *, fingerprint: str | None) -> str:
    """Return where the numbers come from, of which data version, and how to check them."""
    version = _("Dataversjon {version}").format(version=view.version)
    lines = [view.about.source.strip()]
    if not re.search(rf"\b{view.version}\b", lines[0]):
        lines.append(f"{version}.")
    if fingerprint:
        lines.append(_("Fingeravtrykk: {fingerprint}.").format(fingerprint=fingerprint))
    return " ".join(lines)


def notes(view: View, *, own: str, address: str | None) -> str:
    """Return the speaker's notes: what the speaker wrote, the finding, the quiet panel's text."""
    parts = [own] if own else []
    parts += [view.title, view.finding]
    if view.kind == "radar" and view.instrument and (axes := axes_explained(view.instrument)):
        parts.append(axes)
    parts += [
        "\n".join([question, *(f"– {answer}" for answer in answers)])
        for question, answers in view.panel
    ]
    parts += list(view.table.notes)
    if address:
        parts.append(_("Se det samme i nettleseren: {address}").format(address=address))
    return "\n\n".join(part for part in parts if part)
