"""What a table of a slide is made of: cells, and the shades that a map of cells has."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from maturity.charts.heat_map import shade
from maturity.charts.participation import FILLS
from maturity.charts.scores import level
from maturity.charts.tile_map import STEPS
from maturity.exports.taken import heading_of
from maturity.instruments import Instrument
from maturity.language import _
from maturity.view import View


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell's text, and its fill where it has a shade."""

    text: str
    fill: str | None = None


@dataclass(frozen=True, kw_only=True)
class Grid:
    """Heads, and rows that are cells, or one text that heads the rows that follow."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...] | str, ...]
    notes: tuple[str, ...] = ()


def grid(view: View) -> Grid:
    """Return a view's table: with its shades where the chart is made of shaded cells."""
    make = KINDS.get(view.kind)
    return make(view) if make else _plain(view)


def _plain(view: View) -> Grid:
    return Grid(
        heads=view.table.heads,
        rows=tuple(
            row if isinstance(row, str) else tuple(Cell(text=text) for text in row)
            for row in view.table.rows
        ),
        notes=view.table.notes,
    )


def _heat_map(view: View) -> Grid:
    """Return a row per kommune and a column per dimension; what is withheld says «få»."""
    cells, names = _scores(view)
    rows: list[tuple[Cell, ...] | str] = []
    for heading, codes in view.options["groups"]:
        rows += [heading] if heading else []
        rows += [(Cell(text=names[code]), *cells[code]) for code in codes]
    return Grid(heads=_heads(view), rows=tuple(rows), notes=view.table.notes)


def _scores(view: View) -> tuple[dict[str, list[Cell]], dict[str, str]]:
    """Return each kommune's cells in the order of the dimensions, and its name, by code."""
    known = {(row["kommune"], row["dimension"]): row for row in view.frame.to_dict("records")}
    names = dict(zip(view.frame["kommune"], view.frame["name"], strict=True))
    nothing: dict[Any, Any] = {}
    cells = {
        code: [
            _score(row.get("mean"), row.get("withheld"), view)
            for row in (known.get((code, key), nothing) for key in _instrument(view).by_key)
        ]
        for code in names
    }
    return cells, names


def _score(mean: float | None, withheld: str | None, view: View) -> Cell:
    if mean is None or pd.isna(mean):
        return Cell(text=_("få") if withheld == "min_respondents" else "–" if withheld else "")
    value, aspect = float(mean), view.options["aspect"]
    fill = shade(value, instrument=_instrument(view), aspect=aspect, dark=False)
    return Cell(text=level(value, aspect=aspect), fill=fill)


def _heads(view: View) -> tuple[str, ...]:
    return (_("Kommune"), *(dimension.label for dimension in _instrument(view).dimensions))


def _instrument(view: View) -> Instrument:
    if view.instrument is None:
        raise ValueError(f"a {view.kind} needs the scale of an instrument")
    return view.instrument


def _participation(view: View) -> Grid:
    """Return a row per kommune and a column per survey round, with the number of answers."""
    plain = _plain(view)

    def shaded(cell: Cell) -> Cell:
        return replace(cell, fill=FILLS[False]) if cell.text[:1].isdigit() else cell

    rows = tuple(
        row if isinstance(row, str) else (row[0], *map(shaded, row[1:])) for row in plain.rows
    )
    return Grid(heads=plain.heads, rows=rows, notes=plain.notes)


def _theme_grid(view: View) -> Grid:
    """Return a row per theme and a column per module, region or kommune."""
    steps, frame = STEPS[False], view.frame
    cells = {(row["theme"], row["column"]): row for row in frame.to_dict("records")}
    columns = tuple(dict.fromkeys(frame["column"]))

    def cell(theme: str, column: str) -> Cell:
        row = cells.get((theme, column))
        if row is None:
            return Cell(text="")
        if pd.isna(row["of"]) or pd.isna(row["count"]):
            return Cell(text=_("få"))
        share = float(row["count"]) / max(1.0, float(row["of"]))
        fill = steps[min(len(steps) - 1, int(share * len(steps)))]
        return Cell(text=str(int(row["count"])), fill=fill)

    rows = tuple(
        (Cell(text=theme), *(cell(theme, column) for column in columns))
        for theme in dict.fromkeys(frame["theme"])
    )
    return Grid(heads=(heading_of(view, "theme"), *columns), rows=rows, notes=view.table.notes)


KINDS: dict[str, Callable[[View], Grid]] = {
    "heat_map": _heat_map,
    "participation": _participation,
    "theme_grid": _theme_grid,
}
