"""Every problem of a file in one list: corrected here, left out by choice, or sent back."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from maturity.errors import Problem
from maturity.exports.about import file_name
from maturity.exports.formats import FORMATS
from maturity.intake.brought import Brought
from maturity.intake.examples import short_number
from maturity.intake.marked import marked, to_do
from maturity.intake.sheet import Sheet
from maturity.intake.unknown import column_of
from maturity.language import _, ngettext, number
from maturity.ui.download import hand_out
from maturity.ui.importing import Importer
from maturity.ui.letters import seen


def problems(
    file: Brought, sheet: Sheet, found: Sequence[Problem], *, who: Importer, key: str
) -> None:
    """Let the reader correct cells, leave rows out, or take the file away with its cells marked."""
    text = ngettext("Filen har én feil.", "Filen har {n} feil.", len(found))
    st.warning(text.format(n=number(len(found), digits=0)))
    columns = list(dict.fromkeys(it.column or "" for it in found))
    column = None
    if len(columns) > 1:
        column = st.selectbox(
            _("Vis feil i"),
            [None, *columns],
            format_func=lambda it: _("alle kolonner") if it is None else it or _("hele raden"),
            key=f"{key}-problem-column",
            width=560,
        )
    shown = [it for it in found if column is None or (it.column or "") == column]
    told = _table(shown, key=f"{key}-problems-{hash(tuple(found))}-{column}")
    st.text(
        _(
            "Skriv hva som skal stå i cellen, eller kryss av for å la hele raden være. Begge deler "
            "loggføres. Eller last ned filen med feilene merket, og send den tilbake."
        )
    )
    line = st.container(horizontal=True)
    if line.button(_("Bruk rettelsene"), key=f"{key}-correct", type="primary"):
        _decide(file, shown, told)
    everything = ngettext("Utelat raden", "Utelat alle {n} radene", len({it.row for it in shown}))
    rows = frozenset(it.row for it in shown if it.row is not None)
    if rows and line.button(everything.format(n=len(rows)), key=f"{key}-leave"):
        file.decide(left_out=file.decisions.left_out | rows)
        st.rerun()
    with line:
        hand_out(
            _("Last ned med feilene merket"),
            write=lambda: who.taking(file.name, partial(marked, sheet, found)),
            file_name=file_name(file.name, _("feil"), extension=".xlsx"),
            mime=FORMATS["xlsx"].mime,
            key=f"{key}-marked",
        )


def _table(found: Sequence[Problem], *, key: str) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "row": [it.row for it in found],
            "column": [it.column or "" for it in found],
            "found": [seen(it.found or _("tomt")) for it in found],
            "expected": [it.expected for it in found],
            "advice": [seen(to_do(it)) for it in found],
            "instead": [it.suggestion or "" for it in found],
            "leave": [False] * len(found),
        }
    )
    return st.data_editor(
        frame,
        hide_index=True,
        alt=_("Hver feil: rad, kolonne, hva som står der, hva som var ventet, og rettelsen"),
        disabled=["row", "column", "found", "expected", "advice"],
        column_config={
            "row": st.column_config.NumberColumn(_("Rad"), width="small"),
            "column": st.column_config.TextColumn(_("Kolonne")),
            "found": st.column_config.TextColumn(_("Står der")),
            "expected": st.column_config.TextColumn(_("Ventet"), width="medium"),
            "advice": st.column_config.TextColumn(_("Hva du kan gjøre"), width="medium"),
            "instead": st.column_config.TextColumn(_("Rett til")),
            "leave": st.column_config.CheckboxColumn(_("Utelat"), width="small"),
        },
        key=key,
    )


def _decide(file: Brought, found: Sequence[Problem], told: pd.DataFrame) -> None:
    cells, left = dict(file.decisions.cells), set(file.decisions.left_out)
    stood = dict(file.decisions.stood)
    for it, instead, leave in zip(found, told["instead"], told["leave"], strict=True):
        column = column_of(it)
        if it.row is None:
            continue
        if leave:
            left.add(it.row)
        elif column is not None and instead:
            again = (it.row, column) in cells  # what stands there now was put there
            cells[it.row, column] = str(instead)
            if not again and (it.found is None or short_number(it.found)):
                stood[it.row, column] = it.found or ""
    file.decide(cells=cells, left_out=frozenset(left), stood=stood)
    st.rerun()
