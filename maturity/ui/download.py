"""Taking a file away: the bytes are made when the button is pressed, checked and logged before."""

from collections.abc import Callable
from contextvars import copy_context
from functools import partial

import streamlit as st

from maturity import language
from maturity.errors import UserError
from maturity.language import _
from maturity.ui.visit import Visit, now, visited


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
        data=partial(_taken, write, file_name, kommuner, visited(), language.current()),
        file_name=file_name,
        mime=mime,
        key=key,
        icon=":material/download:",
        on_click="ignore",
    )


def hand_out(
    label: str, *, write: Callable[[], bytes], file_name: str, mime: str, key: str
) -> None:
    """Offer a file that tells of nobody, whether there are answers or not; it is not logged."""
    st.download_button(
        label,
        data=partial(_spoken, write, language.current()),
        file_name=file_name,
        mime=mime,
        key=key,
        icon=":material/download:",
        on_click="ignore",
    )


def _spoken(write: Callable[[], bytes], code: str) -> bytes:
    """Make a file in the reader's language: this runs in another thread."""

    def made() -> bytes:
        language.use(code)
        return write()

    return copy_context().run(made)


def _taken(
    write: Callable[[], bytes],
    file_name: str,
    kommuner: frozenset[str],
    before: Visit,
    code: str,
) -> bytes:
    """Note it and make the file, as the reader is and speaks: this runs in another thread.

    The button may have stood there for long: whoever may not see the same any more gets nothing.
    """

    def taken() -> bytes:
        language.use(code)
        if now(before).viewer != before.viewer:
            raise UserError(_("Tilgangen din er endret. Last siden på nytt."))
        if before.looker is not None:
            before.looker.note("download", kommuner=kommuner, detail=file_name)
        return write()

    return copy_context().run(taken)
