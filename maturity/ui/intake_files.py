"""The files of a visit: taken over from the platform at once, and gone with the visit at last."""

import streamlit as st
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from maturity.intake.brought import Brought, brought
from maturity.language import _

SLOT, TURN = "intake-files", "intake-turn"
KINDS = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "sav", "jsonl"]


def files() -> list[Brought]:
    """Draw the place for files; return those that have been brought, in that order."""
    here: list[Brought] = st.session_state.setdefault(SLOT, [])
    turn = st.session_state.setdefault(TURN, 0)
    new = st.file_uploader(
        _("Filer med svar"),
        accept_multiple_files=True,
        key=f"intake-upload-{turn}",
        help=_(
            "Eksporten slik den kom fra spørreskjemaet: .xlsx, .xls, .ods, .csv, .tsv, .sav eller "
            ".jsonl. Den blir borte igjen når du er ferdig."
        ),
    )
    if new:
        for number, file in enumerate(new, start=turn):
            here.append(brought(file.name, file.getbuffer(), number=number))
            _forget(file)
        st.session_state[TURN] = turn + len(new)  # another widget, that holds none of them
        st.rerun()
    return here


def take_away(file: Brought) -> None:
    """Forget a file, and all that was found out about it."""
    file.remove()
    st.session_state[SLOT] = [it for it in st.session_state.get(SLOT, []) if it is not file]


def _forget(file: UploadedFile) -> None:
    """Let the platform forget it: else it holds every file until the visit ends."""
    context = get_script_run_ctx()
    if context is not None and hasattr(context.uploaded_file_mgr, "remove_file"):
        context.uploaded_file_mgr.remove_file(session_id=context.session_id, file_id=file.file_id)
