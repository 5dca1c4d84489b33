"""The product's own server with the empty page in place of the dashboard.

Only what draws charts is not sent ahead to it: that would make the empty page slower, and what is
compared with it look faster.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import server
from maturity.index_page import IndexPage
from maturity.platform_files import PlatformFiles

app = st.App(
    Path(__file__).with_name("empty_page.py"),
    middleware=[
        Middleware(PlatformFiles, platform=server.PLATFORM, version=st.__version__),
        Middleware(IndexPage, original=server.PLATFORM / "index.html", pages=[""], charts=False),
    ],
)
