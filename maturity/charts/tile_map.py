"""Nordland as tiles: one equal tile for each kommune, roughly where it lies."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go

from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.language import _
from maturity.settings import reference_path

TILE = 42  # pixels: a tile's height, for two lines of text; its width follows the page's
SIZE = 0.95  # of its place, the rest is air
STEPS = {
    False: ("#f4f7f8", "#cbe2ea", "#8fc3d5", "#28788f", "#0a4254"),
    True: ("#141e24", "#123f4d", "#1a6175", "#6dbcd1", "#c2e9f4"),
}


@dataclass(frozen=True, kw_only=True)
class Tile:
    """A place in the grid, from the upper left, and the kommune's name in lines."""

    column: int
    row: int
    lines: str


def tile_map(
    frame: pd.DataFrame, *, title: str, source: str, invented: bool, dark: bool
) -> go.Figure:
    """Draw one tile per kommune with the number of modules that it has answered.

    `frame` has one row per kommune: kommune (code), name, value (number of modules, 0 to 4),
    label (the words shown over the tile). A tile's `customdata` begins with the kommune's code,
    so that a click tells which was chosen. KeyError: a kommune without a place.
    """
    places = tiles()
    colours = theme.palette(dark=dark)
    steps = STEPS[dark]
    shown = [0 if pd.isna(value) else min(int(value), len(steps) - 1) for value in frame["value"]]
    own = [places[str(kommune)] for kommune in frame["kommune"]]
    fills = [steps[value] for value in shown]
    rows = 1 + max(tile.row for tile in places.values())
    columns = 1 + max(tile.column for tile in places.values())
    darker = _("Tallet i ruta: moduler med svar. Jo mørkere, jo flere.")
    lighter = _("Tallet i ruta: moduler med svar. Jo lysere, jo flere.")
    layout = theme.setting(
        title=title,
        source=f"{source}\n{lighter if dark else darker}",
        invented=invented,
        dark=dark,
        drawing=rows * TILE,
    )
    hidden = {"visible": False, "fixedrange": True}
    layout.update(
        showlegend=False,
        clickmode="event+select",
        xaxis=hidden | {"range": [-0.5, columns - 0.5]},
        yaxis=hidden | {"range": [rows - 0.5, -0.5]},
    )
    # Bars, since they fill their place at any width, which markers do not, and can be clicked.
    bars = {
        "type": "bar",
        "x": [tile.column for tile in own],
        "y": [SIZE] * len(own),
        "base": [tile.row - SIZE / 2 for tile in own],
        "width": SIZE,
        "text": [_words(tile, value) for tile, value in zip(own, shown, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 12, "color": [theme.ink(fill) for fill in fills]},
        "marker": {"color": fills, "line": {"color": colours.muted, "width": 1}},
        "customdata": frame[["kommune", "name"]].astype(str).to_numpy().tolist(),
        "hovertext": frame["label"].tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
        # Chosen or not, a tile stays legible.
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    return figure([bars], layout)


def _words(tile: Tile, value: int) -> str:
    """Return name and number in two lines: beside the second part of a name, or under a whole."""
    between = "\N{NO-BREAK SPACE}" if "<br>" in tile.lines else "<br>"
    return f"{tile.lines}{between}<b>{value}</b>"


def tiles() -> Mapping[str, Tile]:
    """Return each kommune's tile, from `tiles.csv` of the reference data."""
    return _read_once(reference_path() / "tiles.csv")


@cache
def _read_once(path: Path) -> Mapping[str, Tile]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["kommune"]: Tile(
                column=int(row["column"]),
                row=int(row["row"]),
                lines=row["name"].replace("-", "-<br>"),
            )
            for row in csv.DictReader(file)
        }
