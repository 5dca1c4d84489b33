"""What was corrected and left out when files were taken in: cell by cell, and rows by number."""

from collections.abc import Iterator, Sequence

import streamlit as st
from openpyxl.utils.cell import coordinate_from_string

from maturity.intake.imports import Import
from maturity.intake.telling import MOST_PLACES
from maturity.intake.telling_effects import of_decisions
from maturity.language import _, number
from maturity.ui.letters import seen
from maturity.ui.table import table_html


def corrections(history: Sequence[Import]) -> None:
    """List the corrections of each import that has any, the newest first; nothing without."""
    decided = [it for it in reversed(history) if it.corrected or it.left_out]
    if not decided:
        return
    with st.expander(_("Hva som ble rettet og utelatt")):
        for it in decided:
            title = _("Versjon {version}: {what}").format(
                version=it.version, what=of_decisions(len(it.corrected), len(it.left_out))
            )
            if it.corrected:
                heads = [_("Celle"), _("Rad"), _("Kolonne"), _("Sto der"), _("Rettet til")]
                notes = [it.file, *_left_out(it)]
                st.html(table_html(heads, list(_cells(it)), title=title, notes=notes))
            else:
                st.text("\n".join([title, it.file, *_left_out(it)]))


def _cells(it: Import) -> Iterator[list[str]]:
    for cell, text in it.corrected.items():
        column, row = coordinate_from_string(cell)
        stood = _("ikke tatt vare på: kan si hvem det er")
        if cell in it.stood:
            stood = seen(it.stood[cell]) or _("tomt")
        yield [cell, str(row), column, stood, seen(text) or _("tomt")]


def _left_out(it: Import) -> Iterator[str]:
    """Say which rows were left out, the first of them by number."""
    if not it.left_out:
        return
    rows = ", ".join(str(row) for row in it.left_out[:MOST_PLACES])
    more = len(it.left_out) - MOST_PLACES
    if more > 0:
        rows = _("{rows} og {n} til").format(rows=rows, n=number(more, digits=0))
    yield _("Utelatte rader: {rows}.").format(rows=rows)
