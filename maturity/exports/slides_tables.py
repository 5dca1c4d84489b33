"""Native tables on slides."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.text.text import Font
from pptx.util import Inches, Pt

from maturity.charts.colours import ink, palette
from maturity.exports.slides_grid import Cell
from maturity.exports.slides_measures import AIR, MARGIN, Sheet
from maturity.exports.slides_template import rgb

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the slide program's: neither fill nor lines


def insert_table(placeholder: Any, sheet: Sheet) -> Any:
    """Put a table into a placeholder and return its frame."""
    rows, heads = sheet.grid.rows, sheet.heads
    frame = placeholder.insert_table(rows=len(rows) + 1, cols=len(heads))
    table = frame.table
    frame._element.graphic.graphicData.tbl.tblPr.find("{*}tableStyleId").text = NO_STYLE
    table.first_row = table.first_col = True
    table.horz_banding = False
    for column, width in zip(table.columns, sheet.widths, strict=True):
        column.width = Inches(width)
    heights = [sheet.head_height, *(sheet.height(row) * sheet.airy for row in rows)]
    for row, height in zip(table.rows, heights, strict=True):
        row.height = Inches(height)
    frame.width, frame.height = Inches(sum(sheet.widths)), Inches(sum(heights))
    for at, head in enumerate(heads):
        cell = table.cell(0, at)
        _write(cell, Cell(text=head), size=sheet.size, bold=True, number=at > 0)
        cell.vertical_anchor = MSO_ANCHOR.BOTTOM
        if sheet.upright and at:
            _stand(cell)
    for number, row in enumerate(rows, start=1):
        if isinstance(row, str):
            table.cell(number, 0).merge(table.cell(number, len(heads) - 1))
            heading = Cell(text=row)
            _write(table.cell(number, 0), heading, size=sheet.size, bold=True, number=False)
            continue
        for at, shown in enumerate(row):
            _write(table.cell(number, at), shown, size=sheet.size, bold=False, number=at > 0)
    return frame


def _stand(cell: Any) -> None:
    """Turn a head upright, read from below."""
    cell._tc.get_or_add_tcPr().set("vert", "vert270")
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    for paragraph in cell.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT


def _fonts(paragraph: Any) -> list[Font]:
    """Return the looks of a paragraph's text, and of its end.

    They stand at the text itself: not every program reads a paragraph's own. A cell without text
    would be as high as its end.
    """
    end = paragraph._p.get_or_add_endParaRPr()
    return [*(run.font for run in paragraph.runs), Font(end)]


def _write(cell: Any, shown: Cell, *, size: int, bold: bool, number: bool) -> None:
    colours = palette(dark=False)
    cell.text = shown.text
    cell.margin_left = cell.margin_right = Inches(MARGIN)
    cell.margin_top = cell.margin_bottom = Inches(AIR / 2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    for paragraph in cell.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.CENTER if number else PP_ALIGN.LEFT
        colour = rgb(ink(shown.fill) if shown.fill else colours.text)
        for font in _fonts(paragraph):
            font.size, font.bold, font.color.rgb = Pt(size), bold, colour
    properties = cell._tc.get_or_add_tcPr()
    for side in ("lnL", "lnR", "lnT", "lnB"):
        colour = colours.background if side in {"lnL", "lnR"} else colours.grid
        properties.append(
            parse_xml(
                f'<a:{side} {nsdecls("a")} w="9525"><a:solidFill>'
                f'<a:srgbClr val="{colour[1:].upper()}"/></a:solidFill></a:{side}>'
            )
        )
    if shown.fill:
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(shown.fill)
    else:
        cell.fill.background()
