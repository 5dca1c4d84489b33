"""Which table of a file has the answers: asked where there are several, with one suggested."""

import streamlit as st

from maturity.intake.brought import Brought
from maturity.intake.decisions import Decisions
from maturity.intake.sheet import Sheet
from maturity.intake.tables import quoted, tables
from maturity.intake.tables_known import suggested
from maturity.language import _


def table_settled(file: Brought, sheet: Sheet, *, key: str) -> bool:
    """Ask which table to read, the one that looks like answers suggested; False: not told yet.

    Where several do, none of them is taken for it unasked.
    """
    if not sheet.others:
        return True
    likely, sure = file.once("tables", lambda: suggested(sheet))
    names = list(tables(sheet))
    now = file.decisions.table or sure
    if len(likely) > 1:
        st.text(
            _(
                "Flere ark ser ut som svar: {names}. Les dem inn ett om gangen: slipp filen her på "
                "nytt for hvert av dem."
            ).format(names=quoted(likely))
        )
    chosen = st.selectbox(
        _("Hvilket ark har svarene?"),
        names,
        index=names.index(now) if now else None,
        placeholder=_("Velg, for eksempel «{name}»").format(name=likely[0]) if likely else None,
        key=f"{key}-table",
        width=560,
    )
    if chosen is None:
        return False
    if chosen != now:
        file.decisions = Decisions(table=chosen)  # what was decided before was about another
        file.faults, file.scale_told = frozenset(), False
        st.rerun()
    return True
