"""Taking a file away: the bytes are made when the button is pressed, and it is logged before."""

from collections.abc import Callable
from contextvars import copy_context
from functools import partial

import streamlit as st

from maturity import language
from maturity.ui.looking import Looker, who_looks


def download(
    label: str,
    *,
    write: Callable[[], bytes],
    file_name: str,
    mime: str,
    key: str,
    kommuner: frozenset[str],
) -> None:
    """Offer a file in the language of this run; `kommuner` are those whom it names."""
    st.download_button(
        label,
        data=partial(_taken, write, file_name, kommuner, who_looks(), language.current()),
        file_name=file_name,
        mime=mime,
        key=key,
        icon=":material/download:",
        on_click="ignore",
    )


def _taken(
    write: Callable[[], bytes],
    file_name: str,
    kommuner: frozenset[str],
    looker: Looker | None,
    code: str,
) -> bytes:
    """Note it and make the file, as the reader is and speaks: this runs in another thread."""

    def taken() -> bytes:
        language.use(code)
        if looker is not None:
            looker.note("download", kommuner=kommuner, detail=file_name)
        return write()

    return copy_context().run(taken)
