"""Native charts on slides: drawn by the slide program from the numbers inside them."""

from math import ceil
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from maturity.charts.colours import palette
from maturity.exports.csv_file import no_formula
from maturity.exports.native import Form, Native
from maturity.exports.slides_looks import BARS, dress
from maturity.exports.slides_mending import mend
from maturity.exports.slides_numbers import write_numbers
from maturity.exports.slides_template import rgb

TYPES: dict[Form, XL_CHART_TYPE] = {
    "radar": XL_CHART_TYPE.RADAR_MARKERS,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "layers": XL_CHART_TYPE.BAR_CLUSTERED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
AXIS_TEXT, LEGEND_TEXT, SCALE_TEXT = Pt(14), Pt(16), Pt(12)
TALL = (0.175, 0.125, 0.8, 0.87)  # of many bars: as thick as can be
CIRCLE = (0.25, 0.09, 0.5, 0.74)  # left, top, breadth, height, of the chart's frame
MANY = 20  # bars: of more, each is as thick as its number is high
NEAR, FAR = 12, 45  # per cent of a bar: between the bars of two categories
FRAME = 7.6  # inches: a line of the legend below a circle
LETTER, SAMPLE = 0.115, 0.75  # inches: a letter of the legend, and the line that shows a series
LEGEND_LINE = 0.07  # of the frame: what a further line of the legend takes from the circle


def insert_chart(placeholder: Any, drawn: Native) -> Any:
    """Put a chart into a placeholder and return its frame; what is missing stays a gap in it."""
    frame = placeholder.insert_chart(*chart_data(drawn))
    finished(frame.chart, drawn)
    return frame


def chart_data(drawn: Native) -> tuple[XL_CHART_TYPE, CategoryChartData]:
    """Return what kind of chart it is, and the numbers that it is to hold."""
    data = CategoryChartData()
    data.categories = [plain(name) for name in drawn.categories]
    for line in drawn.lines:
        data.add_series(plain(line.name), line.values)
    return TYPES[drawn.form], data


def finished(chart: Any, drawn: Native, *, legend: bool = True) -> Any:
    """Give a chart its axes, looks, numbers and legend, and return it."""
    chart.has_title = False
    chart.font.size = AXIS_TEXT
    chart.font.color.rgb = rgb(palette(dark=False).text)
    _legend(chart, drawn, wanted=legend)
    _axes(chart, drawn)
    for series, line in zip(chart.plots[0].series, drawn.lines, strict=True):
        dress(series, line, drawn.form)
    if drawn.form in BARS:
        bars = len(drawn.categories) * (
            1 if drawn.form in {"stacked", "layers"} else len(drawn.lines)
        )
        chart.plots[0].gap_width = NEAR if bars > MANY else FAR
        chart.plots[0].overlap = 100 if drawn.form in {"stacked", "layers"} else 0
    if drawn.form == "radar":
        _round(chart, drawn)
    if drawn.numbers:
        for series, line in zip(chart.plots[0].series, drawn.lines, strict=True):
            write_numbers(series, line, drawn)
    if drawn.form in {"bars", "layers"} and len(drawn.categories) * len(drawn.lines) > MANY:
        lay(chart, TALL)
        if chart.has_legend:
            chart.legend._element.find(qn("c:legendPos")).addnext(_layout(x=TALL[0], y=0))
    mend(chart)
    return chart


def plain(text: str) -> str:
    """Return a text that the workbook inside a chart takes for a text, never for a formula."""
    return no_formula(text)


def _legend(chart: Any, drawn: Native, *, wanted: bool) -> None:
    chart.has_legend = wanted and len(drawn.lines) > 1
    if not chart.has_legend:
        return
    below = drawn.form == "radar"
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM if below else XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.legend.font.size = LEGEND_TEXT
    place = chart.legend._element.find(qn("c:legendPos"))
    for at, line in enumerate(drawn.lines):
        if not line.listed:
            entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/>'
            place = _after(place, parse_xml(f"{entry}</c:legendEntry>"))


def _after(place: Any, element: Any) -> Any:
    place.addnext(element)
    return element


def _axes(chart: Any, drawn: Native) -> None:
    """Fix the scale to the instrument's ends, whatever the numbers are."""
    colours = palette(dark=False)
    low, high, unit = drawn.axis
    scale, names = chart.value_axis, chart.category_axis
    scale.minimum_scale, scale.maximum_scale, scale.major_unit = low, high, unit
    scale.major_tick_mark = names.major_tick_mark = XL_TICK_MARK.NONE
    scale.has_major_gridlines = True
    scale.major_gridlines.format.line.color.rgb = rgb(colours.grid)
    scale.format.line.fill.background()
    scale.tick_labels.font.size = SCALE_TEXT
    scale.tick_labels.font.color.rgb = rgb(colours.muted)
    scale.tick_labels.number_format = "+0;−0;0" if low < 0 else "0"
    scale.tick_labels.number_format_is_linked = False
    names.tick_labels.font.size = AXIS_TEXT
    names.format.line.color.rgb = rgb(colours.grid)
    names._element.get_or_add_txPr().find(qn("a:bodyPr")).set("rot", "0")  # never aslant
    if drawn.form != "radar":
        names.has_major_gridlines = False
        names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if drawn.form in BARS - {"columns"}:
        names.reverse_order = True  # the first on top
    if drawn.form == "stacked":
        scale.visible = scale.has_major_gridlines = False


def _round(chart: Any, drawn: Native) -> None:
    """Make the circle as large as leaves room for the names around it and the legend below."""
    names = sum(LETTER * len(line.name) + SAMPLE for line in drawn.lines)
    left, top, breadth, height = CIRCLE
    lay(chart, (left, top, breadth, height - LEGEND_LINE * (ceil(names / FRAME) - 1)))


def lay(chart: Any, box: tuple[float, float, float, float]) -> None:
    """Say where the drawing stands: left, top, breadth, height, in parts of the chart's frame."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, _layout("inner", **dict(zip("xywh", box, strict=True))))


def _layout(target: str = "", **places: float) -> Any:
    settings = {"layoutTarget": target} if target else {}
    settings |= {"xMode": "edge", "yMode": "edge"}
    told = settings | {key: str(round(it, 3)) for key, it in places.items()}
    place = "".join(f'<c:{key} val="{value}"/>' for key, value in told.items())
    return parse_xml(
        f"<c:layout {nsdecls('c')}><c:manualLayout>{place}</c:manualLayout></c:layout>"
    )
