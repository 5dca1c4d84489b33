"""The frame around every page: language, data and viewer, and the notice on invented data."""

import streamlit as st

from maturity import language, queries
from maturity.access import Viewer, demo_viewer
from maturity.language import _
from maturity.reference import reference
from maturity.settings import answers_path


def speak() -> None:
    """Set the language of this run from the address."""
    language.use(st.query_params.get("lang", language.SOURCE))


def opened() -> tuple[queries.Data, Viewer]:
    """Return the newest data and who is looking; stops the page where there is none yet."""
    data = queries.newest(answers_path())
    if data is None:
        st.info(_("Ingen svar er lest inn ennå. Kjør «python -m maturity.intake take FIL»."))
        st.stop()
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=data.all_invented)
    if data.all_invented:
        st.caption(_("**Eksempeldata** – alle svar er oppdiktet."))
    return data, viewer


def dark() -> bool:
    """Tell whether the reader's browser shows the dark theme."""
    return bool(st.context.theme.type == "dark")
