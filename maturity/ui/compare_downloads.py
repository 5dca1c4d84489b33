"""Taking a comparison away: a button for each format, and bytes only when it is pressed."""

from contextvars import copy_context
from functools import partial

import streamlit as st

from maturity import language
from maturity.exports.about import file_name
from maturity.exports.formats import FORMATS
from maturity.exports.scores import score_table
from maturity.language import _
from maturity.reference import reference
from maturity.ui.compare import Compared
from maturity.views.aspects import aspects
from maturity.views.score_frame import Comparison


def downloads(whole: Compared, *, asked: Comparison) -> None:
    """Offer what is shown, in every format."""
    shown = aspects(reference().instruments[asked.instrument])[asked.aspect]
    with st.container(horizontal=True, gap="small"):
        for key, form in FORMATS.items():
            st.download_button(
                _("Last ned {format}").format(format=form.label),
                data=partial(_made, key, whole, asked, shown, language.current()),
                file_name=file_name(
                    "sammenlign",
                    asked.instrument,
                    asked.survey_round,
                    shown,
                    extension=form.extension,
                ),
                mime=form.mime,
                key=f"download-{key}",
                icon=":material/download:",
                on_click="ignore",
            )


def _made(key: str, whole: Compared, asked: Comparison, shown: str, code: str) -> bytes:
    """Write the file in the language of the reader: the platform calls this in another thread."""

    def write() -> bytes:
        language.use(code)
        instrument = reference().instruments[asked.instrument]
        table = score_table(whole.frame, instrument=instrument, shown=shown)
        return FORMATS[key].write(table, whole.about)

    return copy_context().run(write)
