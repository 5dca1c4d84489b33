"""The page's colours, and five series that nobody mixes up.

The series' colours derive from Okabe and Ito's palette, darkened or lightened until each stands
at least 3:1 against the page. `.streamlit/config.toml` has the same page colours, and a test that
compares them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

MAX_SERIES = 5


@dataclass(frozen=True, kw_only=True)
class Palette:
    """The page's own colours, as hexadecimal; `notice` is for *Eksempeldata*."""

    background: str
    surface: str
    text: str
    muted: str
    grid: str
    zero: str
    notice: str


@dataclass(frozen=True, kw_only=True)
class Style:
    """One series' colour, dash and marker; any two series differ in all three."""

    colour: str
    dash: str
    marker: str
    width: float


LIGHT = Palette(
    background="#ffffff",
    surface="#eef3f5",
    text="#16262e",
    muted="#52636c",
    grid="#d5dee2",
    zero="#52636c",
    notice="#8a4b00",
)
DARK = Palette(
    background="#0b1216",
    surface="#18242b",
    text="#e8eff2",
    muted="#a3b3bb",
    grid="#33434b",
    zero="#a3b3bb",
    notice="#f3b562",
)

_DASHES = {
    "kommune": ("solid", "10px,4px", "4px,3px", "12px,3px,2px,3px", "20px,5px"),
    "group": ("7px,6px", "2px,4px", "14px,4px,4px,4px", "5px,2px", "22px,4px,2px,4px,2px,4px"),
}
_MARKERS = {
    "kommune": ("circle", "square", "diamond", "triangle-up", "pentagon"),
    "group": (
        "circle-open",
        "square-open",
        "diamond-open",
        "triangle-down-open",
        "hexagon-open",
    ),
}
_COLOURS = {
    ("kommune", False): ("#0072b2", "#c44e00", "#00795a", "#a0448a", "#866000"),
    ("kommune", True): ("#56b4e9", "#f2854d", "#2cc79c", "#e59bd0", "#e6c84f"),
    ("group", False): ("#46545c", "#84705f", "#6f8291", "#5c4632", "#5f7a68"),
    ("group", True): ("#c3ced4", "#b59f8c", "#8b9fae", "#dccbb2", "#9db8a6"),
}
_WIDTHS = {"kommune": 2.5, "group": 2.0}


@cache
def palette(*, dark: bool) -> Palette:
    """Return the page's colours."""
    return DARK if dark else LIGHT


def styles(kinds: Sequence[str], *, dark: bool) -> list[Style]:
    """Return one style for each series: `kinds` are "kommune" or "group", in drawing order.

    Groups are drawn in greys with open markers, so that the eye takes kommuner first. Raises
    ValueError above five series: then the figure must become several small ones.
    """
    if len(kinds) > MAX_SERIES:
        raise ValueError(f"{len(kinds)} series; a figure holds {MAX_SERIES}")
    seen = {"kommune": 0, "group": 0}
    chosen = []
    for kind in kinds:
        number = seen[kind]
        seen[kind] += 1
        chosen.append(
            Style(
                colour=_COLOURS[kind, dark][number],
                dash=_DASHES[kind][number],
                marker=_MARKERS[kind][number],
                width=_WIDTHS[kind],
            )
        )
    return chosen


def contrast(one: str, other: str) -> float:
    """Return the contrast of two hexadecimal colours by WCAG 2: 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink(fill: str) -> str:
    """Return the text colour, dark or light, that is read best on a filled surface."""
    return max((LIGHT.text, LIGHT.background), key=lambda colour: contrast(colour, fill))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
