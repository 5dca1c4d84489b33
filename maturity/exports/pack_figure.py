"""A view's figure as a gathering shows it: the drawing alone, its words stand around it."""

import json
from collections.abc import Mapping
from typing import Any

from maturity.view import View

EDGE = 6  # pixels above and below the drawing


def bare_figure(view: View, *, dark: bool = False) -> tuple[dict[str, Any], str]:
    """Return the figure without its title and source, and what stood below it in one line.

    The page shows both in its own, larger letters. The legend hangs below the upper edge, as it
    hung below the title (see `charts.theme.setting`).
    """
    figure = view.draw(dark=dark).to_dict()
    words = ("title", "meta")
    layout = {key: value for key, value in figure["layout"].items() if key not in words}
    below, *others = layout["annotations"]
    margin = layout["margin"]
    layout["height"] += 2 * EDGE - margin["t"] - margin["b"]
    layout["margin"] = {**margin, "t": EDGE, "b": EDGE}
    layout["annotations"] = others
    layout["legend"] = {**layout["legend"], "y": 1 - EDGE / layout["height"]}
    layout["paper_bgcolor"] = layout["plot_bgcolor"] = "rgba(0,0,0,0)"
    return {"data": figure["data"], "layout": layout}, below["text"].replace("<br>", " ")


def signs(view: View, *, dark: bool = False) -> str:
    """Return what the signs of a figure mean: what stands below it besides its source."""
    _figure, below = bare_figure(view, dark=dark)
    return below.removeprefix(view.about.source.replace("\n", " ")).strip()


def as_script(figures: Mapping[str, Any]) -> str:
    """Return what a page draws as JSON that may stand in it: no text ends the script around it."""
    text = json.dumps(figures, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    escapes = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028"}
    for sign, escape in escapes.items():
        text = text.replace(sign, escape)
    return text
