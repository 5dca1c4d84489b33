"""The words around a figure on a hall's screen, and how tall they let the figure be."""

from collections.abc import Mapping
from math import ceil

from maturity.exports.pack_figure import signs
from maturity.exports.stage_parts import MOST
from maturity.exports.view_words import headline, source
from maturity.fingerprint import fingerprint
from maturity.language import _
from maturity.naming import label
from maturity.view import View

# Of a screen of 1080 lines (see stage.css): what is left without texts, and of each text the
# height of a line, how many letters it holds, and how many may be added to it.
SCREEN = 950
LINES = {"message": (58, 66, 0), "what": (38, 118, 18), "source": (30, 132, 0)}
ENLARGED = 1.55  # times: so the smallest letters are 24 of those lines

NO_BREAK = "\N{NO-BREAK SPACE}"


def texts(view: View, *, title: str, dark: bool = False) -> dict[str, str]:
    """Return what stands around a figure; `title` is the presenter's own message, "": none."""
    message, what, _rest = headline(view, own=title)
    notice = view.about.notice
    return {
        "message": _together(message),
        "what": _together(what),
        "notice": f"◆ {notice}" if notice else "",
        "alt": view.finding,
        "source": fine_print(view, dark=dark),
        "mark": _("Fingeravtrykk: {fingerprint}.").format(fingerprint=fingerprint(view)),
    }


def fine_print(view: View, *, dark: bool = False) -> str:
    """Return what stands below a figure: what its signs mean, and where its numbers are from."""
    return f"{signs(view, dark=dark)} {source(view, fingerprint=None)}".lstrip()


def room(said: Mapping[str, str], *, besides: int = 0) -> int:
    """Return how tall a figure may be with these texts around it, for its letters to be read.

    `besides` is what else takes lines of the screen.
    """
    left = (
        SCREEN
        - besides
        - sum(
            high * ceil((len(said[name]) + more) / across)
            for name, (high, across, more) in LINES.items()
        )
    )
    return min(MOST, int(left / ENLARGED))


def _together(text: str) -> str:
    """Return a text in which a letter stays in the line of what it is the letter of."""
    word, _mark, _end = label("\0").partition("\0")
    return text.replace(word, word.replace(" ", NO_BREAK))
