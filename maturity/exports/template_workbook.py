"""An empty workbook to fill in by hand, with lists to choose from; the intake reads it as it is."""

import io
from typing import Any

import xlsxwriter

from maturity.exports.questionnaire import Question, about, after, answers, statements
from maturity.exports.workbook import OPTIONS
from maturity.instruments import Instrument
from maturity.language import _
from maturity.reference import reference

ROWS = 500  # people that lists are made for; more can be written
WIDE, MIDDLE, NARROW = 30, 20, 16  # characters


def write_template(instrument: Instrument) -> bytes:
    """Return the workbook in the reader's language: one row a person, the statements as headings.

    The answers are on the first sheet, which the intake reads; then what to do, and the choices.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        book.set_properties({"title": instrument.label})
        sheet = book.add_worksheet(_("Svar"))
        _explain(book, instrument)
        places, scale = _choices(book, instrument)
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for column, heading in enumerate(_who()):
            sheet.write_string(0, column, heading, head)
            sheet.set_column(column, column, NARROW, day if column == 3 else None)
        sheet.data_validation(1, 0, ROWS, 0, _list(places, _("Velg kommunen fra listen.")))
        asked = list(statements(instrument))
        first = len(_who())
        for column, question in enumerate(asked, start=first):
            sheet.write_string(0, column, question.heading, head)
        last = first + len(asked) - 1
        sheet.set_column(first, last, MIDDLE)
        sheet.data_validation(1, first, ROWS, last, _list(scale, _("Velg et svar fra listen.")))
        for column, question in enumerate(after(), start=last + 1):
            sheet.write_string(0, column, question.text, head)
            sheet.set_column(column, column, WIDE)
        sheet.set_row(0, 120)
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.repeat_columns(0, 1)
    return file.getvalue()


def _who() -> tuple[str, ...]:
    """Return the headings before the statements, as data/reference/layouts knows them."""
    return (_("Kommune"), _("Svarperson"), _("Rolle"), _("Dato"))


def _list(source: str, words: str) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": source,
        "error_title": _("Ikke på listen"),
        "error_message": words,
    }


def _choices(book: Any, instrument: Instrument) -> tuple[str, str]:
    """Write what can be chosen on a sheet of its own; return where kommuner and answers stand."""
    name = _("Valg")
    sheet = book.add_worksheet(name)
    columns = (
        (_("Kommune"), sorted(it.name for it in reference().kommuner.values())),
        (_("Svar"), list(answers(instrument))),
    )
    found = []
    for column, (heading, texts) in enumerate(columns):
        sheet.write_string(0, column, heading, book.add_format({"bold": True}))
        for row, text in enumerate(texts, start=1):
            sheet.write_string(row, column, text)
        sheet.set_column(column, column, WIDE)
        letter = "AB"[column]
        found.append(f"='{name}'!${letter}$2:${letter}${len(texts) + 1}")
    return found[0], found[1]


def _explain(book: Any, instrument: Instrument) -> None:
    sheet = book.add_worksheet(_("Slik gjør du"))
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    lines = (
        _("Én rad for hver person på arket «{sheet}». Ikke endre overskriftene.").format(
            sheet=_("Svar")
        ),
        _(
            "«Svarperson» er en e-postadresse eller en kode som er den samme neste gang personen "
            "svarer. Den lagres aldri som den er. Står den tom, teller raden som en ny person."
        ),
        _("Velg svarene fra listene. En celle kan stå tom; den teller ikke som et svar."),
        *about(instrument),
    )
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line)


def columns(instrument: Instrument) -> tuple[str, ...]:
    """Return every heading of the first sheet, in order."""
    asked: tuple[Question, ...] = (*statements(instrument), *after())
    return (*_who(), *(question.heading for question in asked))
