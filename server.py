"""The server: `streamlit run server.py` serves dashboard.py, quickly and in Norwegian."""

import gc
import sys
from pathlib import Path

import deltalake  # noqa: F401  # with the next three, nearly all that a first run would import
import duckdb  # noqa: F401
import pandas as pd  # noqa: F401
import plotly.graph_objects as go  # noqa: F401
import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from maturity import audit
from maturity.errors import UserError
from maturity.intake.originals import keeping
from maturity.reference import reference
from maturity.settings import answers_path, thresholds
from maturity.ui import data_route, deck_file_route, health, signing_in, stage_route
from maturity.ui.importing import may_upload
from maturity.ui.leaving import arrive_by_cookie, leave_by_cookie
from maturity.ui.letters import log_letters_alone
from maturity.web.guard import Guard, policy
from maturity.web.index_page import IndexPage, our_pages
from maturity.web.platform_files import PlatformFiles

PLATFORM = Path(st.__file__).parent / "static"
# Every url_path in dashboard.py; tests/test_server.py compares them.
PAGES = (
    "",
    "kommune",
    "sammenlign",
    "modul",
    "utvikling",
    "barrierer",
    "samarbeid",
    "presentasjon",
    "ta-med",
    "metode",
    "sjekk",
    "deling",
    "innlesinger",
    "innlesing-hjelp",
    "logg",
    "innlesing",
)

log_letters_alone()
try:
    reference()  # what is broken or set wrongly stops the start, not the first reader
    answers_path()
    thresholds()
    keeping()
    rules = signing_in.settings()
    if rules is not None:
        audit.forget(keep_days=rules.log_days)
except UserError as refusal:
    sys.exit(refusal.message)

INDEX = PLATFORM / "index.html"
MIDDLEWARE = [
    Middleware(
        Guard,
        policy=policy(our_pages(INDEX, charts=True).values()),
        pages=PAGES,
        tls=signing_in.by_tls(),
        home=signing_in.home(),
        may_upload=may_upload,
        leave=leave_by_cookie,
        arrive=arrive_by_cookie,
    ),
    Middleware(PlatformFiles, platform=PLATFORM, version=st.__version__),
    Middleware(IndexPage, original=INDEX, pages=PAGES),
]

# Until the first run reaches st.navigation, a folder named pages/ makes Streamlit look for pages
# there itself: whoever came first by a deep link was told that there is no such page.
PagesManager.uses_pages_directory = False

app = st.App(
    "dashboard.py",
    middleware=MIDDLEWARE,
    routes=[
        Route(health.ADDRESS, health.answer),
        *data_route.ROUTES,
        *deck_file_route.ROUTES,
        *stage_route.ROUTES,
    ],
)

# What is imported stays until the end, so that a collection need not look at it again; and the
# first reader does not wait for it.
gc.collect()
gc.freeze()
