"""Taking a comparison away: a button for each format."""

from functools import partial

import streamlit as st

from maturity.exports.about import file_name
from maturity.exports.formats import FORMATS
from maturity.exports.scores import score_table
from maturity.language import _
from maturity.reference import reference
from maturity.ui.compare import Compared
from maturity.ui.download import download
from maturity.views.aspects import aspects
from maturity.views.score_frame import Comparison


def downloads(whole: Compared, *, asked: Comparison) -> None:
    """Offer what is shown, in every format."""
    shown = aspects(reference().instruments[asked.instrument])[asked.aspect]
    with st.container(horizontal=True, gap="small"):
        for key, form in FORMATS.items():
            download(
                _("Last ned {format}").format(format=form.label),
                write=partial(_written, key, whole, asked, shown),
                file_name=file_name(
                    "sammenlign",
                    asked.instrument,
                    asked.survey_round,
                    shown,
                    extension=form.extension,
                ),
                mime=form.mime,
                key=f"download-{key}",
                kommuner=frozenset(asked.kommuner),
            )


def _written(key: str, whole: Compared, asked: Comparison, shown: str) -> bytes:
    instrument = reference().instruments[asked.instrument]
    table = score_table(whole.frame, instrument=instrument, shown=shown)
    return FORMATS[key].write(table, whole.about)
