"""Views as an Excel workbook: typed cells with a chart of them, and where they come from."""

import io
from collections.abc import Sequence
from typing import Any

import pandas as pd
import xlsxwriter

from maturity.exports.taken import taken
from maturity.exports.workbook_chart import draw
from maturity.language import _
from maturity.view import View

# Nothing that people wrote is ever evaluated, made a link of or taken for a number.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WIDEST = 48  # characters of a column


def write_workbook(views: Sequence[View]) -> bytes:
    """Return a workbook: each view's numbers on a sheet with a chart, what lies behind on the last.

    Numbers are numbers in full precision, shown with one decimal as on the page; what is missing
    is an empty cell.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        first = views[0].about
        book.set_properties({"title": first.title, "comments": first.notice})
        several = len(views) > 1
        for at, view in enumerate(views, start=1):
            name = _("Tall {at}").format(at=at) if several else _("Tall")
            sheet = book.add_worksheet(name)
            _numbers(book, sheet, view)
        _behind(book, views)
    return file.getvalue()


def _numbers(book: Any, sheet: Any, view: View) -> None:
    table, about = taken(view), view.about
    top = [about.title, *([about.notice] if about.notice else []), about.source]
    for row, text in enumerate(top):
        sheet.write_string(row, 0, text, book.add_format({"bold": row == 0}))
    heading_row = len(top) + 1
    heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = [book.add_format({"num_format": _format(table[name])}) for name in table.columns]
    for column, name in enumerate(table.columns):
        texts = [str(name), *(str(v) for v in table[name] if isinstance(v, str))]
        sheet.set_column(column, column, min(WIDEST, max(11, *(len(text) for text in texts))))
        sheet.write_string(heading_row, column, str(name), heading)
        for row, value in enumerate(table[name], start=heading_row + 1):
            if pd.isna(value):
                continue
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            else:
                sheet.write_number(row, column, value, formats[column])
    sheet.freeze_panes(heading_row + 1, 1)
    if len(table):
        sheet.autofilter(heading_row, 0, heading_row + len(table), len(table.columns) - 1)
        draw(book, sheet, view, table, first=heading_row + 1)


def _behind(book: Any, views: Sequence[View]) -> None:
    sheet = book.add_worksheet(_("Om tallene"))
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    row = 0
    for view in views:
        about = view.about
        lines = [
            *([(_("Merknad"), about.notice)] if about.notice else []),
            (_("Tittel"), about.title),
            (_("Hva figuren viser"), view.finding),
            (_("Kilde"), about.source),
            (_("Dataversjon"), str(view.version)),
            *about.lines,
        ]
        for heading, text in lines:
            sheet.write_string(row, 0, heading, bold)
            sheet.write_string(row, 1, text, wrapped)
            row += 1
        row += 1


def _format(column: pd.Series) -> str:
    return "0.0" if pd.api.types.is_float_dtype(column.dtype) else "0"
