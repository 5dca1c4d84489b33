"""The questionnaire as Word files: to print and tick, and to bring into Microsoft Forms."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count, groupby
from string import ascii_uppercase
from typing import Any

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from maturity.exports.questionnaire import Question, about, after, before, statements
from maturity.instruments import Instrument
from maturity.language import _, current
from maturity.reference import reference

BOX = "☐"
INK = RGBColor(0x16, 0x24, 0x2B)
WIDTH, ANSWER = 17.4, 1.55  # centimetres: a line of text, and a column to tick
HEAD, TEXT, TICK = 8, 10, 12  # points
FONT = "Arial"  # on every machine, or one as wide
LANGUAGES = {"nb": "nb-NO", "en": "en-GB"}


def write_questionnaire(instrument: Instrument) -> bytes:
    """Return the questionnaire to print: a table of boxes for every dimension."""
    document = _document(instrument)
    for line in about(instrument):
        document.add_paragraph(line)
    for question in before():
        _line(document, question)
    for (part, name), asked in groupby(statements(instrument), key=lambda it: (it.part, it.about)):
        document.add_heading(f"{part}: {name}" if name else part, level=2)
        _boxes(document, list(asked))
    document.add_heading(_("Med egne ord"), level=2)
    for question in after():
        _line(document, question)
    return _bytes(document)


def write_forms(instrument: Instrument) -> bytes:
    """Return the same questions as Forms' quick import takes them: numbered, options lettered.

    Plain paragraphs alone, one question for each statement: the import makes no grids.
    """
    document = _document(instrument)
    kommuner = tuple(sorted(it.name for it in reference().kommuner.values()))
    first, *rest = before()
    number = count(1)
    for question in (
        replace(first, options=kommuner),
        *rest,
        *statements(instrument),
        *after(),
    ):
        document.add_paragraph(f"{next(number)}. {question.heading}")
        for letter, option in zip(_letters(), question.options, strict=False):
            document.add_paragraph(f"{letter}. {option}")
    return _bytes(document)


def _boxes(document: Any, asked: Sequence[Question]) -> None:
    """Add a table: a statement a row, an answer a column; its head stands on every page."""
    options = asked[0].options
    table = document.add_table(rows=1, cols=len(options) + 1, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, (_("Påstand"), *options), strict=True):
        _write(cell, text, bold=True)
    _mark(table.rows[0], "w:tblHeader")
    for question in asked:
        cells = table.add_row().cells
        _write(cells[0], question.text, size=TEXT)
        for cell in cells[1:]:
            _write(cell, BOX, size=TICK)
    table.autofit = False
    for at, row in enumerate(table.rows, start=1):
        _mark(row, "w:cantSplit")
        for column, cell in enumerate(row.cells):
            cell.width = Cm(ANSWER if column else WIDTH - ANSWER * len(options))
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            line = cell.paragraphs[0].paragraph_format
            line.keep_with_next = at < len(table.rows)  # a dimension stands on one page
            line.space_before = line.space_after = Pt(2)
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER if column else None
    for column, cell in zip(table.columns, table.rows[0].cells, strict=True):
        column.width = cell.width  # what LibreOffice goes by


def _write(cell: Any, text: str, *, bold: bool = False, size: int = HEAD) -> None:
    run = cell.paragraphs[0].add_run(text)
    run.bold = bold
    run.font.size = Pt(size)


def _line(document: Any, question: Question) -> None:
    document.add_paragraph(question.text).runs[0].bold = True
    document.add_paragraph("_" * 60)


def _mark(row: Any, name: str) -> None:
    """Let a row be something: a head that is repeated, or one that no page parts."""
    properties = row._tr.get_or_add_trPr()
    if name == "w:cantSplit":  # in the order that Word wants them
        properties.insert(0, OxmlElement(name))
    else:
        properties.append(OxmlElement(name))


def _letters() -> Iterable[str]:
    """Yield A to Z, then AA to AZ, and so on."""
    for before_it in ("", *ascii_uppercase):
        for letter in ascii_uppercase:
            yield before_it + letter


def _document(instrument: Instrument) -> Any:
    document = Document()
    spoken = LANGUAGES.get(current(), LANGUAGES["nb"])
    document.core_properties.title = instrument.label
    document.core_properties.author = _("Kompetanseløftet")
    document.core_properties.comments = ""  # else it says which library made it
    document.core_properties.language = spoken
    # A copy of the styles for Word 2007 that python-docx's template has; Word compares the two.
    relations = document.part.rels
    for key in [key for key, it in relations.items() if it.reltype.endswith("stylesWithEffects")]:
        del relations[key]
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), spoken)
    for style in ("Normal", "Heading 1", "Heading 2"):
        fonts = document.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        for name in [it for it in fonts.attrib if it.endswith("Theme")]:
            del fonts.attrib[name]
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
        document.styles[style].font.color.rgb = INK
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.8)
    document.add_heading(instrument.label, level=1)
    return document


def _bytes(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
