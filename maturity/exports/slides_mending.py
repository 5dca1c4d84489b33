"""What python-pptx's charts need before every program reads them as the page writes them."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pptx.oxml.ns import qn

from maturity.charts.scores import Aspect, level


def mend(chart: Any) -> None:
    """Keep to the schema where python-pptx does not: numbers of axes, lines of radars."""
    root = chart._chartSpace
    numbers: dict[str, str] = {}
    for axis in root.iter(qn("c:axId"), qn("c:crossAx")):
        axis.set("val", numbers.setdefault(axis.get("val"), str(len(numbers) + 1)))
    for radar in root.iter(qn("c:radarChart")):
        for series in radar.findall(qn("c:ser")):
            for smooth in series.findall(qn("c:smooth")):
                series.remove(smooth)


def tie_format(value: float | None, written: str) -> str | None:
    """Return the format that has 2.25 written as the page does, 2,2, and not 2,3; None: no need.

    Both round to one decimal, but where a five ends the number the page takes the even digit and
    slide programs the one above. The format has a condition, so that a number that somebody
    changes is written as all others; `written` is their format.
    """
    if value is None or written == "0":
        return None
    aspect: Aspect = "gap" if written.startswith("+") else "now"
    fifteen = Decimal(f"{value:.15g}")  # digits that spreadsheet programs see
    theirs = fifteen.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    ours = level(value, aspect=aspect)
    if ours == level(float(theirs), aspect=aspect):
        return None
    return f'[={value!r}]"{ours}";{written}'
