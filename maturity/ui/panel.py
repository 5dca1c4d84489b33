"""The quiet panel on pages: what a room asks about figures before it believes them."""

import streamlit as st

from maturity.exports.panel_html import panel_html

__all__ = ["panel", "panel_html"]


def panel(html: str) -> None:
    """Show what `panel_html` has made."""
    st.html(html)
