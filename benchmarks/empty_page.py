"""The page that everything is compared with: one line, nothing to compute, nothing to draw."""

import streamlit as st


def empty() -> None:
    """Show one line; the number of the kommune stands in it, so that a change changes the page."""
    st.write("Tom side", st.query_params.get("kommune", ""))


st.navigation([st.Page(empty, title="Tom side", url_path="tom", default=True)]).run()
