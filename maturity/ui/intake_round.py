"""Which survey round a file belongs to: asked one question at a time, each with a suggestion."""

import datetime

import streamlit as st

from maturity.instruments import Named
from maturity.intake.brought import Brought
from maturity.intake.columns import Columns
from maturity.intake.likely_round import Likely, likely, module_in
from maturity.intake.sheet import Sheet
from maturity.intake.store import Store
from maturity.intake.taking import Round
from maturity.language import _
from maturity.reference import reference
from maturity.settings import answers_path
from maturity.ui.importing import Importer
from maturity.ui.letters import seen

WIDTH = 270  # pixels


def ask_round(
    file: Brought, sheet: Sheet, columns: Columns, *, who: Importer, key: str
) -> Round | None:
    """Ask for module and phase, and the day where the file has none; None: not answered yet."""
    programme = reference().programme
    history = Store(answers_path()).in_force()
    line = st.container(horizontal=True, gap="medium")
    told = module_in(sheet, columns, programme.modules)
    by_module = likely(file.name, programme.modules, history, name="module", told=told)
    by_phase = likely(file.name, programme.phases, history, name="phase")
    with line:
        module = _choose(_("Hvilken modul?"), programme.modules, by_module, key=f"{key}-module")
    if by_module and module == by_module.code:
        st.text(_("Modulen er foreslått, for {why}.").format(why=seen(by_module.why)))
    if module is None:
        st.text(_("Svar på spørsmålet, så går vi videre."))
        return None
    with line:
        phase = _choose(_("Hvilken fase?"), programme.phases, by_phase, key=f"{key}-phase")
    if by_phase and phase == by_phase.code:
        st.text(_("Fasen er foreslått, for {why}.").format(why=seen(by_phase.why)))
    if phase is None:
        st.text(_("Svar på spørsmålet, så går vi videre."))
        return None
    with line:
        usual = Round(module=module, phase=phase).survey_round
        code = st.text_input(
            _("Kartleggingens kode"),
            value=usual,
            help=_("La den stå, med mindre fasen har hatt flere kartlegginger."),
            key=f"{key}-code-{usual}",
            width=WIDTH,
        )
    day = None
    if "answered_at" not in columns.fields:
        with line:
            day = st.date_input(
                _("Når svarte de? (Filen sier det ikke.)"),
                value=None,
                format="DD.MM.YYYY",
                key=f"{key}-day",
                width=WIDTH,
            )
    return Round(
        module=module,
        phase=phase,
        key=code.strip() or None,
        date=day if isinstance(day, datetime.date) else None,
        invented=who.invented,
    )


def _choose(
    label: str,
    among: tuple[Named, ...],
    suggested: Likely | None,
    *,
    key: str,
) -> str | None:
    codes = [it.key for it in among]
    names = {it.key: it.label for it in among}
    chosen: str | None = st.selectbox(
        label,
        codes,
        index=codes.index(suggested.code) if suggested and suggested.code in codes else None,
        format_func=names.__getitem__,
        placeholder=_("Velg"),
        key=key,
        width=WIDTH,
    )
    return chosen
