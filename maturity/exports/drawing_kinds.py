"""Views as printed drawings: vectors of the same numbers as their slides and screens."""

from collections.abc import Callable

from maturity.charts.scores import area_runs
from maturity.exports.drawing import Canvas
from maturity.exports.drawing_places import among, apart
from maturity.exports.drawing_radar import radar
from maturity.exports.drawing_rows import rows
from maturity.exports.drawing_stairs import stairs
from maturity.exports.native import Form
from maturity.exports.native_kinds import native
from maturity.view import View

WIDTH = 482  # points: between the margins of A4
FORMS: dict[Form, Callable[..., Canvas]] = {
    "bars": rows,
    "stacked": rows,
    "columns": stairs,
}


PLACES: dict[str, Callable[..., Canvas]] = {"spread": apart, "strip": among}


def drawing(view: View) -> str | None:
    """Return a view as SVG; None for what a table says better."""
    if view.kind in PLACES:
        return PLACES[view.kind](view, width=WIDTH).svg()
    made = native(view)
    if made is None or made.form not in (*FORMS, "radar"):
        return None
    if made.form == "radar" and view.instrument is not None:
        runs = [(first, last) for _name, first, last in area_runs(view.instrument)]
        return radar(made, width=WIDTH, shaded=runs[::2]).svg()
    return FORMS[made.form](made, width=WIDTH).svg()
