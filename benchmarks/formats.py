"""Everything that can be taken along: how long each file takes to make, and how large it is."""

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.results import Result, amount, spread
from maturity import queries
from maturity.access import Viewer, demo_viewer
from maturity.exports.formats import FORMATS
from maturity.exports.report import write_report
from maturity.reference import reference
from maturity.views import decks
from maturity.views.kommune_report import kommune_report, reports
from maturity.views.network_report import network_report
from maturity.views.registry import view

ROUNDS = 5
KOMMUNE = "1804"
ALL_REPORTS = 30  # seconds that the reports of all kommuner may take
BASE = "https://modenhet.example.no/"


def formats(answers: Path) -> Iterator[Result]:
    """Make every format of the demo; the first time, with all that it draws, is told apart."""
    data = queries.newest(answers)
    if data is None:
        raise RuntimeError("the demo has not been taken in")
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=data.all_invented)
    radar = view(f"evner?k={KOMMUNE}", data=data, viewer=viewer)
    deck = decks.shown(decks.nordland(data, viewer=viewer), data=data, viewer=viewer)
    views = [it.view for it in deck if it.view]
    for key, form in FORMATS.items():
        if not form.gathering:
            yield _made(f"{key}, a radar", partial(form.write, [radar]))
        if form.deck:
            write = partial(form.write, views, title="Nordland", base_address=BASE)
            yield _made(f"{key}, a deck of {len(views)} figures", write)
    yield _made(
        "pdf, the report of a kommune",
        lambda: write_report(kommune_report(data, viewer=viewer, kommune=KOMMUNE)),
    )
    yield _made(
        "pdf, the report of the network",
        lambda: write_report(network_report(data, viewer=viewer)),
    )
    yield _batch(data, viewer)


def _made(what: str, write: Callable[[], bytes]) -> Result:
    times: list[float] = []
    for _round in range(ROUNDS + 1):
        began = time.perf_counter()
        content = write()
        times.append(1000 * (time.perf_counter() - began))
    return Result(
        topic="formats",
        what=f"File: {what}",
        value=statistics.median(times[1:]),
        unit="ms",
        behind=f"{_size(content)}; {spread(times[1:])}; the first time {amount(times[0], 'ms')}",
    )


def _batch(data: queries.Data, viewer: Viewer) -> Result:
    kommuner = sorted(reference().kommuner)
    began = time.perf_counter()
    packed, missing = reports(data, viewer=viewer, kommuner=kommuner)
    return Result(
        topic="formats",
        what=f"File: zip, the reports of {len(kommuner) - len(missing)} kommuner",
        value=time.perf_counter() - began,
        unit="s",
        goal=ALL_REPORTS,
        behind=f"{_size(packed)}; each for the first time; {len(missing)} have nothing to show",
    )


def _size(content: bytes) -> str:
    return f"{len(content) / 1000:,.0f} kB".replace(",", "\N{NO-BREAK SPACE}")
