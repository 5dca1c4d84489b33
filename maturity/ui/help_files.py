"""What can be taken along to ask people: a template, the questionnaire, and a list for Forms."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from maturity.exports.about import file_name
from maturity.exports.questionnaire_word import write_forms, write_questionnaire
from maturity.exports.template_workbook import write_template
from maturity.instruments import Instrument
from maturity.language import _, current
from maturity.reference import reference
from maturity.ui.download import hand_out

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def files() -> None:
    """Let the reader choose an instrument, and take each of its files, in the page's language."""
    known = reference().instruments
    key = st.selectbox(
        _("Rammeverk"), list(known), format_func=lambda it: known[it].label, key="help-instrument"
    )
    offered: tuple[tuple[str, str, Callable[[Instrument], bytes], str, str], ...] = (
        ("template", _("Mal til å fylle ut (Excel)"), write_template, ".xlsx", EXCEL),
        ("word", _("Spørreskjema til utskrift (Word)"), write_questionnaire, ".docx", WORD),
        ("forms", _("Spørsmålene til Microsoft Forms (Word)"), write_forms, ".docx", WORD),
    )
    line = st.container(horizontal=True)
    for name, label, write, extension, mime in offered:
        with line:
            hand_out(
                label,
                write=partial(write, known[key]),
                file_name=file_name(key, name, current(), extension=extension),
                mime=mime,
                key=f"help-{name}",
            )
