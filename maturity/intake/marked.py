"""The file sent back: its rows as they stand, the cells to mend marked, and the problems listed."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from maturity.errors import Problem
from maturity.intake.sheet import Sheet
from maturity.intake.unknown import column_of
from maturity.intake.values import text
from maturity.language import _

MOST_ROWS = 100_000
LONGEST = 32_767  # letters of a cell in Excel
MARK = {"bg_color": "#ffd8a8", "border": 1}


def marked(sheet: Sheet, problems: Sequence[Problem]) -> bytes:
    """Return a workbook: the rows with problems, their cells marked, and a sheet that explains.

    Everything is text in it: nothing that stood in the file is carried out.
    """
    content = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, {"in_memory": True, **options}) as book:
        mark, bold = book.add_format(MARK), book.add_format({"bold": True})
        places = {(it.row, column_of(it)): it for it in problems if it.row is not None}
        faulty = {row for row, _column in places}
        rows = book.add_worksheet(_("Rader med feil"))
        rows.freeze_panes(1, 1)
        line = 0
        for at, (number, cells) in enumerate(sheet.rows()):
            if at and number not in faulty:
                continue
            rows.write_string(line, 0, _("Rad") if not at else str(number), bold)
            for column, cell in enumerate(cells):
                found = places.get((number, column))
                form = mark if found else bold if not at else None
                rows.write_string(line, column + 1, (text(cell) or "")[:LONGEST], form)
                if found:
                    rows.write_comment(line, column + 1, str(found)[:LONGEST])
            line += 1
            if line > MOST_ROWS:
                break
        _listed(book, problems, bold=bold)
    return content.getvalue()


def _listed(
    book: xlsxwriter.Workbook, problems: Sequence[Problem], *, bold: xlsxwriter.format.Format
) -> None:
    listed = book.add_worksheet(_("Hva som er feil"))
    heads = (_("Rad"), _("Kolonne"), _("Står der"), _("Ventet"), _("Hva du kan gjøre"))
    listed.write_row(0, 0, heads, bold)
    listed.set_column(1, 4, 36)
    listed.freeze_panes(1, 0)
    for line, it in enumerate(problems, start=1):
        cells = (str(it.row or ""), it.column, it.found, it.expected, to_do(it))
        for column, cell in enumerate(cells):
            listed.write_string(line, column, (cell or "")[:LONGEST])
    listed.autofilter(0, 0, max(len(problems), 1), len(heads) - 1)


def to_do(problem: Problem) -> str:
    """Say how a problem is mended in the file: with what is near, where anything is."""
    if problem.row is None:
        return _("Rett kolonnen.")
    if problem.suggestion:
        return _("Skriv «{suggestion}», hvis det er det som er ment.").format(
            suggestion=problem.suggestion
        )
    if problem.found is None:
        return _("Fyll ut cellen, eller ta bort raden.")
    if problem.found.startswith("="):
        return _("Skriv svaret i stedet for formelen.")
    return _("Skriv det som var ventet, eller ta bort raden.")
