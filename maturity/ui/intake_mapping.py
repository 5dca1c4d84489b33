"""What each column means: a table to look over and change, kept for the next file like it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from openpyxl.utils import get_column_letter

from maturity.intake.attempt import Attempt, attempt
from maturity.intake.brought import Brought, brought
from maturity.intake.codebook import codebook
from maturity.intake.columns import Columns
from maturity.intake.fields import field_names
from maturity.intake.own_layout import layout_of
from maturity.intake.proposals import Proposal, as_recognised, orders, proposals
from maturity.intake.sheet import Sheet
from maturity.language import _, ngettext
from maturity.reference import reference
from maturity.ui.intake_refused import refused
from maturity.views.intake_names import how_names, order_name, statement_names

UNUSED = "-"  # an empty cell is taken for one without a value


def mapping(file: Brought, sheet: Sheet, columns: Columns | None, *, key: str) -> None:
    """Let the reader decide what the columns of a sheet mean; keeps the layout in the file.

    `columns` is what they are taken for, None where that could not be told.
    """
    instruments = list(reference().instruments.values())
    book = _codebook(file, sheet, key=key)

    def proposed(order: Sequence[str] = ()) -> list[Proposal]:
        asked = ("proposals", repr(file.decisions), tuple(book.items()), tuple(order))
        tried: Attempt[list[Proposal]] = file.once(
            asked,
            lambda: attempt(lambda: proposals(sheet, instruments, order=order, codebook=book)),
        )
        if tried.refused:
            refused(tried.refused)
        return tried.done or []

    found = proposed()
    if not found:
        return
    if columns is not None and not book:
        found = as_recognised(found, columns)
    elif asked := orders(found, instruments):
        order = st.selectbox(
            _("Flere kolonner er bare nummerert. I hvilken rekkefølge ble påstandene stilt?"),
            list(asked),
            index=None,
            placeholder=_("Velg"),
            format_func=order_name,
            key=f"{key}-order",
            width=760,
        )
        if order:
            found = proposed(order)
    unsure = sum(it.how in ("near", "order", "contents") for it in found)
    if unsure:
        told = ngettext(
            "Én kobling er et forslag. Se over den; den brukes først når du trykker.",
            "{n} koblinger er forslag. Se over dem; de brukes først når du trykker.",
            unsure,
        )
        st.text(told.format(n=unsure))
    means = _table(found, key=f"{key}-mapping")
    if st.button(_("Bruk denne koblingen"), key=f"{key}-map"):
        headings = ["" if cell is None else str(cell) for cell in next(sheet.rows())[1]]
        like = columns.layout if columns else None
        made = attempt(lambda: layout_of(means, headings, like=like, file=file.name))
        if made.refused:
            refused(made.refused)
            return
        assert made.done is not None  # noqa: S101  # tells the type checker
        file.decide(layout=made.done)
        st.rerun()


def _codebook(file: Brought, sheet: Sheet, *, key: str) -> dict[str, str]:
    """Ask for a file that says what the headings mean; keep what it says."""
    given = st.file_uploader(
        _("Har du en kodebok? (en tabell som sier hva hver kolonne spør om)"),
        key=f"{key}-codebook",
    )
    if given is None:
        file.found.pop("codebook", None)
        return {}
    if "codebook" not in file.found:
        headings = [str(cell) for cell in next(sheet.rows())[1] if cell is not None]
        book = brought(given.name, given.getbuffer(), number=file.number)
        said = attempt(lambda: codebook(book.path, headings))
        book.remove()
        if said.refused:
            refused(said.refused)
            return {}
        file.found["codebook"] = said.done
    found: dict[str, str] = file.found["codebook"]
    return found


def _table(found: Sequence[Proposal], *, key: str) -> dict[int, str]:
    """Draw the table; return what each column means, by its number."""
    names = {UNUSED: _("– ikke brukt –"), **field_names(), **statement_names()}
    frame = pd.DataFrame(
        {
            "column": [f"{get_column_letter(it.index + 1)} {it.heading}" for it in found],
            "examples": [" · ".join(it.examples) for it in found],
            "means": [it.means or UNUSED for it in found],
            "how": [how_names(it) for it in found],
        }
    )
    told = st.data_editor(
        frame,
        hide_index=True,
        alt=_("Hver kolonne i filen, hva den er koblet til, og hvor sikkert det er"),
        disabled=["column", "examples", "how"],
        column_config={
            "column": st.column_config.TextColumn(_("Kolonne"), width="medium"),
            "examples": st.column_config.TextColumn(_("Eksempler"), width="medium"),
            "means": st.column_config.SelectboxColumn(
                _("Betyr"),
                options=list(names),
                format_func=lambda code: names.get(str(code), str(code)),
                required=True,
                width="large",
            ),
            "how": st.column_config.TextColumn(_("Hvor sikkert"), width="medium"),
        },
        # Other proposals are another table: what was changed in the one before is not of these.
        key=f"{key}-{hash(tuple(found))}",
    )
    chosen = zip(found, told["means"], strict=True)
    return {it.index: "" if code == UNUSED else str(code) for it, code in chosen}
