"""The file of an import, where files are kept: taken away by staff, and written down."""

from collections.abc import Sequence
from mimetypes import guess_type

import streamlit as st

from maturity.intake.imports import Import
from maturity.intake.originals import original, place_of
from maturity.intake.standing import in_force
from maturity.language import _
from maturity.settings import answers_path
from maturity.ui.download import download
from maturity.ui.imports_history import label
from maturity.ui.letters import escaped


def take_original(history: Sequence[Import]) -> None:
    """Offer the files that were kept; nothing where none was."""
    answers = answers_path()
    there = {
        it.version: it
        for it in reversed(in_force(history))
        if place_of(it.sha256, answers).exists()
    }
    if not there:
        return
    st.header(_("Hent en fil som ble lest inn"), anchor=False)
    version = st.selectbox(
        _("Fil"),
        list(there),
        format_func=lambda it: label(there[it]),
        key="imports-original",
        width=760,
    )
    chosen = there[version]
    download(
        _("Last ned {file}").format(file=escaped(chosen.file)),
        write=lambda: b"".join(original(chosen.sha256, answers=answers)),
        file_name=chosen.file,
        mime=guess_type(chosen.file)[0] or "application/octet-stream",
        key="imports-original-file",
        kommuner=frozenset(chosen.kommuner),
    )
