"""The product's own server with the empty page in place of the dashboard.

Only what draws charts is not sent ahead to it: that would make the empty page slower, and what is
compared with it look faster.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import server
from maturity.web.index_page import IndexPage

app = st.App(
    Path(__file__).with_name("empty_page.py"),
    middleware=[
        *server.MIDDLEWARE[:-1],
        Middleware(IndexPage, original=server.INDEX, pages=[""], charts=False),
    ],
)
