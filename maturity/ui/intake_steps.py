"""One file from what it was found to be until it is in, or until what bars the way."""

import streamlit as st

from maturity.errors import UserError
from maturity.intake.attempt import attempt
from maturity.intake.brought import Brought
from maturity.intake.columns import Columns
from maturity.intake.decisions import AS_IT_IS
from maturity.intake.readers import read
from maturity.intake.recognition import columns_of, kind_of, why, with_headings
from maturity.intake.sheet import Sheet
from maturity.intake.tables_known import answers_in
from maturity.intake.telling_effects import of_decisions
from maturity.intake.unknown import unknown
from maturity.language import _
from maturity.ui.importing import Importer
from maturity.ui.intake_done import done
from maturity.ui.intake_effect import preview, take_in, try_it
from maturity.ui.intake_files import take_away
from maturity.ui.intake_mapping import mapping
from maturity.ui.intake_problems import problems
from maturity.ui.intake_questions import ask
from maturity.ui.intake_refused import refused
from maturity.ui.intake_round import ask_round
from maturity.ui.intake_scale import offer_to_forget, scale_settled
from maturity.ui.intake_table import table_settled
from maturity.ui.letters import escaped, seen
from maturity.views.intake_names import order_name


def step_by_step(file: Brought, *, who: Importer, key: str) -> None:
    """Draw a file as far as it has come."""
    line = st.container(horizontal=True, horizontal_alignment="distribute")
    line.header(escaped(file.name), anchor=False)
    if line.button(_("Fjern filen"), key=f"{key}-away", icon=":material/close:", type="tertiary"):
        take_away(file)
        st.rerun()
    if file.done is not None:
        done(file, who=who, key=key)
        return
    # Anything further down in a damaged file is told where it is reached.
    whole = file.once("read", lambda: attempt(lambda: read(file.path)))
    if whole.refused:
        refused(whole.refused)
        return
    if not table_settled(file, whole.done, key=key):
        return
    opened = file.once(
        ("sheet", repr(file.decisions)), lambda: attempt(lambda: _opened(file, whole.done))
    )
    if opened.refused:
        refused(opened.refused)
        return
    sheet, file.said = opened.done
    columns = _columns(file, sheet, who=who, key=key)
    if columns is not None and scale_settled(file, sheet, columns, key=key):
        _import(file, sheet, columns, who=who, key=key)


def _opened(file: Brought, whole: Sheet) -> tuple[Sheet, str]:
    """Return the file's sheet as it was decided, and what kind of file it is."""
    sheet = with_headings(answers_in(whole, file.decisions.table), file.decisions)
    return sheet, kind_of(sheet)


def _columns(file: Brought, sheet: Sheet, *, who: Importer, key: str) -> Columns | None:
    """Say what the columns are taken for, and let it be changed; None: it has to be decided."""
    asked = ("columns", file.decisions.table, repr(file.decisions.layout))
    found = file.once(asked, lambda: attempt(lambda: columns_of(sheet, file.decisions)))
    if found.refused:
        st.text(file.said)
        what, _newline, looked_for = found.refused.message.partition("\n")
        refused(UserError(what, problems=found.refused.problems), mendable=bool(looked_for))
        st.text(_("Du kan si hva kolonnene betyr, her:"))
        mapping(file, sheet, None, key=key)
        if looked_for:
            st.text(seen(looked_for), width=760)
        return None
    columns: Columns = found.done
    st.text("\n".join([file.said, *why(columns, decided=file.decisions.layout is not None)]))
    offer_to_forget(file, columns, who=who, key=key)
    with st.expander(_("Hva kolonnene betyr")):
        mapping(file, sheet, columns, key=key)
    if not columns.by_order:
        return columns
    parts = (f"{it.instrument}/{it.aspect}" for it in columns.statements.values())
    order = order_name(list(dict.fromkeys(parts)))
    agreed = _("Ja, påstandene ble stilt i denne rekkefølgen: {order}").format(order=order)
    return columns if st.checkbox(escaped(agreed), key=f"{key}-in-order") else None


def _import(file: Brought, sheet: Sheet, columns: Columns, *, who: Importer, key: str) -> None:
    """Ask where the file belongs, what is unknown and what is wrong in it, then take it in."""
    round_ = ask_round(file, sheet, columns, who=who, key=key)
    if round_ is None:
        return
    _decided(file, key=key)
    tried = try_it(file, round_, who=who, key=key)
    if tried is None:
        return
    if tried.done is not None:
        preview(file, tried.done, key=key)
        take_in(file, round_, tried.done, who=who, key=key)
        return
    assert tried.refused is not None  # noqa: S101  # one of the two is
    found = unknown(tried.refused.problems, columns, faults=file.faults)
    if ask(file, columns, found, key=key):
        return
    if any(it.row is not None for it in found.left):
        problems(file, sheet, found.left, who=who, key=key)
    else:
        refused(tried.refused)


def _decided(file: Brought, *, key: str) -> None:
    """Say what was corrected and left out, and let it be taken back."""
    cells, rows = len(file.decisions.cells), len(file.decisions.left_out)
    if not cells and not rows:
        return
    line = st.container(horizontal=True, vertical_alignment="center")
    line.text(of_decisions(cells, rows))
    if line.button(_("Ta rettelsene tilbake"), key=f"{key}-undo", type="tertiary"):
        file.decide(cells=AS_IT_IS.cells, left_out=AS_IT_IS.left_out, stood=AS_IT_IS.stood)
        st.rerun()
