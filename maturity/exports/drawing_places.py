"""Printed places: how far kommuner stand apart, and where one stands among the others."""

from collections.abc import Callable, Sequence

import pandas as pd

from maturity.charts.colours import palette, styles
from maturity.exports.drawing import LETTER, SMALL, Canvas
from maturity.exports.drawing_sheet import RowSheet
from maturity.exports.native import aspect_of, axis_of, dimensions_of, instrument_of
from maturity.language import _, number
from maturity.view import View

LEGEND = 20
NUMBER = 42  # points for the number on the right
Sample = Callable[[Canvas, float, float], None]  # draws what a name in the legend is of


def apart(view: View, *, width: float) -> Canvas:
    """Return a thin line from the lowest to the highest, a thick one over the middle half."""
    instrument, colour = instrument_of(view), styles(["kommune"], dark=False)[0].colour
    axis = axis_of(instrument, aspect_of(view))
    sheet = RowSheet(dimensions_of(instrument), axis, width=width, above=LEGEND, right=NUMBER)
    known = view.frame.dropna(subset=["median"]).set_index("dimension").to_dict("index")

    def across(canvas: Canvas, x: float, y: float, half: float, thick: float) -> None:
        canvas.line([(x - half, y), (x + half, y)], colour=colour, width=thick)

    def middle(canvas: Canvas, x: float, y: float) -> None:
        canvas.marker((x, y), symbol="circle", colour=colour, filled=False, size=7)

    _legend(
        sheet.canvas,
        [
            (_("Laveste til høyeste"), lambda it, x, y: across(it, x, y, 12, 1.4)),
            (_("Den midterste halvdelen"), lambda it, x, y: across(it, x, y, 12, 5)),
            (_("Midterste kommune"), middle),
        ],
    )
    for key, y in zip(instrument.by_key, sheet.middles, strict=True):
        row = known.get(key)
        if row is None:
            sheet.canvas.text((sheet.right + NUMBER, y), "–", anchor="end")
            continue
        for ends, thick in ((("lowest", "highest"), 1.4), (("q1", "q3"), 5)):
            points = [(sheet.x(float(row[end])), y) for end in ends]
            sheet.canvas.line(points, colour=colour, width=thick)
        middle(sheet.canvas, sheet.x(float(row["median"])), y)
        low, high = number(float(row["lowest"])), number(float(row["highest"]))
        sheet.canvas.text((width, y), f"{low}–{high}", anchor="end")
    return sheet.canvas


def among(view: View, *, width: float) -> Canvas:
    """Return the others as equal strokes, the group as a tall one, one's own as a point.

    The others are rounded, as on the page, so that no digit tells whose a stroke is.
    """
    instrument = instrument_of(view)
    mine, whole = styles(["kommune", "group"], dark=False)
    muted = palette(dark=False).muted
    sheet = RowSheet(
        dimensions_of(instrument), axis_of(instrument, "now"), width=width, above=LEGEND, right=24
    )
    others: pd.DataFrame = view.options["others"]

    def stroke(canvas: Canvas, x: float, y: float) -> None:
        canvas.line([(x, y - 4), (x, y + 4)], colour=muted, width=0.9)

    def tall(canvas: Canvas, x: float, y: float) -> None:
        canvas.line([(x, y - 8), (x, y + 8)], colour=whole.colour, width=2.2)

    def own(canvas: Canvas, x: float, y: float) -> None:
        canvas.marker((x, y), symbol=mine.marker, colour=mine.colour, filled=True, size=8)

    named: list[tuple[str, Sample]] = [
        (str(view.options["own"]), own),
        (str(view.options["group"]), tall),
        (_("Andre kommuner"), stroke),
    ]
    _legend(sheet.canvas, named)
    rows = view.frame.set_index("dimension").to_dict("index")
    for key, y in zip(instrument.by_key, sheet.middles, strict=True):
        means = others.loc[others["dimension"] == key, "mean"].dropna()
        for mean in sorted({round(float(it), 1) for it in means}):
            stroke(sheet.canvas, sheet.x(mean), y)
        row = rows.get(key, {})
        for name, draw in (("group", tall), ("own", own)):
            if pd.notna(row.get(name)):
                draw(sheet.canvas, sheet.x(float(row[name])), y)
        said = number(float(row["own"])) if pd.notna(row.get("own")) else "–"
        sheet.canvas.text((width, y), said, anchor="end")
    return sheet.canvas


def _legend(canvas: Canvas, named: Sequence[tuple[str, Sample]]) -> None:
    x = 14.0
    for name, draw in named:
        draw(canvas, x, 8)
        canvas.text((x + 18, 8), name)
        x += 18 + len(name) * SMALL * LETTER + 30
