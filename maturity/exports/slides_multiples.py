"""Small native charts on a slide, in rows: each says whose it is, and has its numbers inside."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from pptx.enum.chart import XL_TICK_LABEL_POSITION
from pptx.util import Inches, Pt

from maturity.exports.native_multiples import Small
from maturity.exports.slides_charts import chart_data, finished, lay, plain
from maturity.exports.slides_layouts import CONTENT, CONTENT_END, LEFT, ROOM

COLUMNS, ROWS = 4, 3
NAME = Pt(12)
DRAWING = (0.09, 0.24, 0.89, 0.7)  # of a small chart: left, top, breadth, height, below its name

Smalls = tuple[Small, ...]


def shared(found: Sequence[Small]) -> Iterator[Smalls]:
    """Yield what stands on each slide: as few as there can be, each as full."""
    slides = max(1, ceil(len(found) / (COLUMNS * ROWS)))
    each = ceil(len(found) / slides)
    for at in range(0, len(found), each):
        yield tuple(found[at : at + each])


def insert_multiples(slide: Any, placeholder: Any, smalls: Smalls) -> list[Any]:
    """Put charts where the placeholder stands, the first into it; return their frames."""
    columns = min(COLUMNS, len(smalls))
    rows = max(2, ceil(len(smalls) / columns))
    width, height = ROOM / columns, (CONTENT_END - CONTENT) / rows
    frames = []
    for at, small in enumerate(smalls):
        kind, data = chart_data(small.drawn)
        left, top = LEFT + at % columns * width, CONTENT + at // columns * height
        box = [Inches(it) for it in (left, top, width - 0.15, height - 0.05)]
        if at:
            frame = slide.shapes.add_chart(kind, *box, data)
        else:
            frame = placeholder.insert_chart(kind, data)
            frame.left, frame.top, frame.width, frame.height = box
        _dress(finished(frame.chart, small.drawn, legend=False), small)
        frames.append(frame)
    return frames


def _dress(chart: Any, small: Small) -> None:
    """Name a chart, and take away what there is no room for."""
    chart.has_title = True
    chart.chart_title.include_in_layout = False
    chart.chart_title.text_frame.text = plain(small.name)
    run = chart.chart_title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = NAME, False
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    lay(chart, DRAWING)
