"""The product's own server with the empty page in place of the dashboard."""

from pathlib import Path

import streamlit as st

import server

app = st.App(Path(__file__).with_name("empty_page.py"), middleware=server.MIDDLEWARE)
