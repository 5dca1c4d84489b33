"""What each series of a chart on a slide looks like: two differ in more than their colour."""

from typing import Any

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from maturity.charts.colours import palette
from maturity.exports.native import Form, Line
from maturity.exports.slides_template import rgb

BARS = {"bars", "columns", "stacked", "layers"}
PALE = 0.8  # of the way to white
# The slide program's own markers, since not every one of them draws an open marker's edge.
MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "pentagon": XL_MARKER_STYLE.DASH,
    "circle-open": XL_MARKER_STYLE.X,
    "square-open": XL_MARKER_STYLE.PLUS,
    "diamond-open": XL_MARKER_STYLE.STAR,
    "triangle-down-open": XL_MARKER_STYLE.DOT,
    "hexagon-open": XL_MARKER_STYLE.DASH,
}
PATTERNS = {
    "square": MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    "diamond": MSO_PATTERN.DARK_VERTICAL,
    "triangle-up": MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL,
    "pentagon": MSO_PATTERN.SMALL_CHECKER_BOARD,
    "square-open": MSO_PATTERN.DARK_HORIZONTAL,
    "diamond-open": MSO_PATTERN.DARK_VERTICAL,
    "triangle-down-open": MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    "hexagon-open": MSO_PATTERN.SMALL_CHECKER_BOARD,
}
# The page's dashes, in their order for kommuner and groups, in the slide program's words.
DASHES = {
    "solid": "solid",
    "10px,4px": "lgDash",
    "4px,3px": "sysDash",
    "12px,3px,2px,3px": "lgDashDot",
    "20px,5px": "lgDashDotDot",
    "7px,6px": "dash",
    "2px,4px": "sysDot",
    "14px,4px,4px,4px": "dashDot",
    "5px,2px": "dot",
    "22px,4px,2px,4px,2px,4px": "sysDashDotDot",
}


def dress(series: Any, line: Line, form: Form) -> None:
    """Give a series its colour, dash and marker, or as a bar its fill."""
    if form in BARS:
        _fill(series, line, form)
        return
    colour, stroke = rgb(line.style.colour), series.format.line
    stroke.color.rgb = colour
    stroke.width = Pt(line.style.width * 1.2)
    stroke._get_or_add_ln().append(
        parse_xml(f'<a:prstDash {nsdecls("a")} val="{DASHES[line.style.dash]}"/>')
    )
    if not line.size:
        series.marker.style = XL_MARKER_STYLE.NONE
        return
    series.marker.style = MARKERS[line.style.marker]
    series.marker.size = line.size
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour
    series.marker.format.line.color.rgb = colour
    series.marker.format.line.width = Pt(2 if line.open else 0.75)


def _fill(series: Any, line: Line, form: Form) -> None:
    """Fill a bar: pale where it is `open`, in a pattern of its own where colours alone tell."""
    colours, fill = palette(dark=False), series.format.fill
    pattern = PATTERNS.get(line.style.marker) if form == "bars" and not line.open else None
    if pattern:
        fill.patterned()
        fill.pattern = pattern
        fill.fore_color.rgb, fill.back_color.rgb = rgb(line.style.colour), rgb(colours.background)
    else:
        fill.solid()
        fill.fore_color.rgb = rgb(line.style.colour)
        if line.open:
            fill.fore_color.brightness = PALE
    if form == "layers":
        series.format.line.fill.background()
        return
    series.format.line.color.rgb = rgb(colours.muted if form == "stacked" else line.style.colour)
    series.format.line.width = Pt(0.75)
