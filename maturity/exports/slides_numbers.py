"""The numbers that stand beside the points of a chart on a slide, written as on the page."""

from typing import Any

from pptx.enum.chart import XL_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from maturity.charts.colours import ink, palette
from maturity.exports.native import Form, Line, Native
from maturity.exports.slides_mending import tie_format
from maturity.exports.slides_template import rgb

TEXT = Pt(12)
PLACES: dict[Form, XL_LABEL_POSITION] = {
    "bars": XL_LABEL_POSITION.OUTSIDE_END,
    "columns": XL_LABEL_POSITION.OUTSIDE_END,
    "stacked": XL_LABEL_POSITION.CENTER,
}


def write_numbers(series: Any, line: Line, drawn: Native) -> None:
    """Write a series' numbers beside its points, or inside the parts of a stacked bar."""
    labels = series.data_labels
    _look(labels, line, drawn.form)
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = drawn.numbers, False
    for at, value in enumerate(line.values):
        if form := tie_format(value, drawn.numbers):
            own = series.points[at].data_label
            _look(own, line, drawn.form)
            index = labels._element.get_or_add_dLbl_for_point(at).find(qn("c:idx"))
            number = parse_xml(f'<c:numFmt {nsdecls("c")} formatCode="" sourceLinked="0"/>')
            number.set("formatCode", form)
            index.addnext(number)


def _look(labels: Any, line: Line, form: Form) -> None:
    labels.position = PLACES[form]
    labels.font.size = TEXT
    inside = form == "stacked"
    labels.font.color.rgb = rgb(ink(line.style.colour) if inside else palette(dark=False).text)
