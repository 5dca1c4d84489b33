"""The product's server, which also takes a file in itself: as the page of the intake does.

`IMPORT_FILE` is the file, and `IMPORT_GO` another whose appearance starts it; when it is done, that
one is gone.
"""

import os
import threading
import time
from pathlib import Path

import streamlit as st

from maturity.intake.check import unwatched
from maturity.intake.elsewhere import elsewhere
from maturity.intake.store import Store
from maturity.intake.taking import Round, take
from maturity.settings import ROOT, answers_path
from server import MIDDLEWARE


def import_when_told() -> None:
    """Wait for the sign, take the file in, and take the sign away."""
    go = Path(os.environ["IMPORT_GO"])
    while not go.exists():
        time.sleep(0.2)
    round_ = Round(module="teknologi", phase="etterarbeid", invented=True)
    path = Path(os.environ["IMPORT_FILE"])
    size, store = path.stat().st_size, Store(answers_path())
    elsewhere(take, path, round_, size=size, watch=unwatched, store=store)
    go.unlink()


threading.Thread(target=import_when_told, daemon=True).start()
app = st.App(ROOT / "dashboard.py", middleware=MIDDLEWARE)
