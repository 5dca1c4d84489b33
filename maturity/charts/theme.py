"""How every figure looks: the frame around the drawing, and its toolbar."""

import re
import textwrap
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from maturity.charts.colours import MAX_SERIES, Palette, Style, ink, palette, styles
from maturity.exports.about import file_name
from maturity.language import _, current, decimal_signs

__all__ = [
    "MAX_SERIES",
    "Palette",
    "Style",
    "config",
    "ink",
    "layout",
    "palette",
    "setting",
    "styles",
    "wrap",
]

FONT = "Atkinson Hyperlegible Next, sans-serif"
NARROW = 34  # characters of the title that fit where a page is read at 400 %, 320 px wide
FINE_PRINT = 50  # characters of the source line on the same
SIDE = 8  # pixels beside the drawing
ABOVE = 12  # pixels above the title, and so on
BELOW = 10
TITLE_LINE = 21
LEGEND_LINE = 21
LEGEND_ITEM = 44  # pixels: the sign before a name
FINE_PRINT_LINE = 15

# Where a long Norwegian compound may be parted: before its last word.
_LAST_PARTS = (
    "bygging|ledelse|fokus|perspektiv|tankesett|utvikling|betjening|arbeid|styring|kompetanse"
)


@lru_cache(maxsize=1024)
def wrap(text: str, *, width: int) -> str:
    """Break a text into lines of about `width` characters: at blanks, hyphens and inner seams."""
    seam = re.compile(rf"(?<=\w{{4}})(?={_LAST_PARTS})")
    words = [
        word if len(word) < width else seam.sub("-", word, count=1)
        for word in text.split(" ")  # a no-break space holds
    ]
    return "<br>".join(textwrap.wrap(" ".join(words), width, break_long_words=False)) or text


def layout(*, dark: bool, **around: Any) -> go.Layout:
    """Return `setting` as Plotly's own object."""
    return go.Layout(setting(dark=dark, **around), _validate=False)


def setting(
    *,
    title: str,
    source: str,
    invented: bool,
    dark: bool,
    drawing: int,
    left: int = SIDE,
    right: int = SIDE,
) -> dict[str, Any]:
    """Return the layout around a drawing: title above, source below, the word where invented.

    `drawing` is the height between the two, legend included, `left` and `right` the room for
    labels beside it, all in pixels. Each line of `source` (parted by newlines) begins a line of
    its own.

    Plotly breaks no lines, and the same figure is drawn on a telephone and in a hall: so title
    and source are broken at the telephone's width; both stand whole in `meta`, for a page breaks
    them at its own (maturity/web/drawing_width.py). The legend wraps by itself below the title and
    pushes the drawing down; it hangs from the container, for from the drawing it would push the
    title instead. The page's colour is painted,
    not left transparent: downloaded in the dark theme, the figure would be light text on nothing.
    """
    colours = palette(dark=dark)
    notice = _("Eksempeldata")
    mark = f'<span style="color:{colours.notice}">◆ {notice}</span><br>' if invented else ""
    heading = f"{mark}<b>{wrap(title, width=NARROW)}</b>"
    lines = [line for line in source.split("\n") if line]
    fine_print = "<br>".join(wrap(line, width=FINE_PRINT) for line in lines)
    above = ABOVE + TITLE_LINE * (heading.count("<br>") + 1)
    below = BELOW + FINE_PRINT_LINE * (fine_print.count("<br>") + 1)
    height = above + drawing + below
    return {
        "template": {},  # none of Plotly's
        "meta": {"words": {"mark": mark, "title": title, "source": lines, "drawing": drawing}},
        "font": {"family": FONT, "size": 13, "color": colours.text},
        "paper_bgcolor": colours.background,
        "plot_bgcolor": colours.background,
        "separators": decimal_signs(),
        "height": height,
        "showlegend": True,
        "autosize": True,
        "margin": {"l": left, "r": right, "t": above, "b": below, "pad": 0},
        "title": {
            "text": heading,
            "font": {"size": 16, "color": colours.text},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": SIDE, "t": 18},  # to the first baseline
        },
        "legend": {
            "orientation": "h",
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1 - above / height,
            "yref": "container",
            "yanchor": "top",
            "font": {"size": 13, "color": colours.text},
            "bgcolor": "rgba(0,0,0,0)",
            "itemclick": False,
            "itemdoubleclick": False,
            "itemwidth": LEGEND_ITEM,
        },
        "hovermode": "closest",
        "dragmode": False,  # a finger that scrolls the page must not zoom the figure
        "hoverlabel": {
            "bgcolor": colours.surface,
            "bordercolor": colours.muted,
            "font": {"family": FONT, "size": 13, "color": colours.text},
            "align": "left",
        },
        "annotations": [
            {
                "text": fine_print,
                "showarrow": False,
                "xref": "paper",
                "yref": "paper",
                "x": 0,
                "y": 0,
                "xanchor": "left",
                "yanchor": "bottom",
                "xshift": SIDE - left,
                "yshift": -below,
                "align": "left",
                "font": {"size": 11.5, "color": colours.muted},
            }
        ],
    }


def config(*, filename: str) -> dict[str, Any]:
    """Return the toolbar's settings for `st.plotly_chart`: download only, the reader's words."""
    language = current()
    words = {
        "Download plot as a PNG": _("Last ned figuren som bilde (PNG)"),
        # What the second button does is changed by maturity/web/index_svg.py.
        "Download plot as JSON": _("Last ned figuren som tegning (SVG)"),
        "Preparing image - this may take a few seconds": _("Lager bildet …"),
        "Image download succeeded": _("Bildet er lastet ned"),
        "Sorry, there was a problem downloading your image!": _("Bildet kunne ikke lages."),
    }
    signs = decimal_signs()
    return {
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage", "downloadJson"]],
        "toImageButtonOptions": {
            "format": "png",
            "filename": file_name(filename, extension=""),
            "scale": 2,
        },
        "locale": language,
        "locales": {
            language: {
                "moduleType": "locale",
                "name": language,
                "dictionary": words,
                "format": {"decimal": signs[0], "thousands": signs[1]},
            }
        },
    }
