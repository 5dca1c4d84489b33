"""How long until the radar stands there, for a browser that comes for the first time and again.

Pages are visited in turn, round by round, so that a busy moment of the machine meets them all. A
cold visit opens a profile that has cached nothing; the warm one is the next visit of that profile.
"""

import statistics
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import dash_page
from benchmarks.chromium import RADAR, Network, Visit, chromium, fresh, visit
from benchmarks.results import Result, spread
from benchmarks.servers import BENCHMARKS, HEALTH, product, serve, streamlit_command

ROUNDS = 7
HALL = Network(mbit=10, latency=40)
HALL_ROUNDS = 5
EMPTY = "document.body && document.body.innerText.includes('Tom side')"
COMPARE = "/sammenlign?kommune=1804&kommune=1812&gruppe=nordland"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A page that is measured: what serves it, where it is, how one sees that it is there."""

    name: str
    command: list[str]
    path: str = "/"
    shows: str = RADAR
    ready: str = ""
    env: dict[str, str] = field(default_factory=dict)


def empty_page() -> Candidate:
    """Return the page that the others are compared with."""
    command = streamlit_command(BENCHMARKS / "empty_server.py")
    return Candidate(name="empty page", command=command, shows=EMPTY, ready=HEALTH)


def compare_page(answers: Path) -> Candidate:
    """Return the product's radar of two kommuner and Nordland."""
    command, env = product(answers)
    return Candidate(name="product", command=command, env=env, path=COMPARE, ready=HEALTH)


def others() -> Iterator[Candidate]:
    """Return what a reader could have had instead."""
    yield Candidate(name="dash", command=[sys.executable, "-m", "benchmarks.dash_page"])
    for kind in ("compressed", "plain"):
        command = [sys.executable, "-m", "benchmarks.static_page", kind]
        yield Candidate(name=f"static {kind}", command=command)


def measure(
    browser: Browser, candidates: list[Candidate], *, rounds: int, network: Network | None
) -> dict[str, tuple[list[Visit], list[Visit]]]:
    """Return the cold and the warm visits of every candidate."""
    found: dict[str, tuple[list[Visit], list[Visit]]] = {c.name: ([], []) for c in candidates}
    with ExitStack() as stack:
        served: dict[str, str] = {}  # one server for all the pages that it serves
        for c in candidates:
            if str(c.command) not in served:
                server = serve(c.name, c.command, ready=c.ready, env=c.env)
                served[str(c.command)] = stack.enter_context(server).url
        urls = {c.name: served[str(c.command)] for c in candidates}
        for attempt in range(rounds + 1):
            for candidate in candidates:
                context = fresh(browser)
                for visits in found[candidate.name]:
                    address = urls[candidate.name] + candidate.path
                    seen = visit(context, address, shows=candidate.shows, network=network)
                    if attempt:  # the first round is the servers' own warming up
                        visits.append(seen)
                context.close()
    return found


def first_paint(answers: Path) -> Iterator[Result]:
    """Measure the radar beside the empty page on this machine, then in a hall beside the rest."""
    pages = [empty_page(), compare_page(answers)]
    with chromium() as browser:
        here = measure(browser, pages, rounds=ROUNDS, network=None)
        hall = measure(browser, [*pages, *others()], rounds=HALL_ROUNDS, network=HALL)
    for place, (state, goal) in enumerate((("cold", 2.5), ("warm", 2.0))):
        empty, shown = ([v.shown for v in here[p.name][place]] for p in pages)
        yield Result(
            topic="first paint",
            what=f"Radar, {state}, beside an empty page",
            value=statistics.median(shown) / statistics.median(empty),
            unit="×",
            goal=goal,
            behind=f"radar {spread(shown)}, empty page {spread(empty)}",
        )
    yield from _hall(hall)


def _hall(found: dict[str, tuple[list[Visit], list[Visit]]]) -> Iterator[Result]:
    cold = {name: [v.shown for v in visits] for name, (visits, _warm) in found.items()}
    bytes_, files = (
        {
            name: statistics.median(getattr(v, what) for v in visits[0])
            for name, visits in found.items()
        }
        for what in ("bytes", "files")
    )
    served = "compressed" if dash_page.COMPRESSED else "not compressed"
    yield Result(
        topic="hall",
        what="Radar over 10 Mbit/s and 40 ms, cold, beside Dash",
        value=statistics.median(cold["product"]) / statistics.median(cold["dash"]),
        unit="×",
        goal=0.6,
        behind=f"radar {spread(cold['product'])}, Dash ({served}) {spread(cold['dash'])}",
    )
    yield Result(
        topic="hall",
        what="Radar, cold, on the wire",
        value=bytes_["product"] / 1e6,
        unit="MB",
        goal=2.6,
        behind=f"{files['product']:.0f} files and the websocket",
    )
    for name in ("empty page", "dash", "static compressed", "static plain"):
        yield Result(
            topic="hall",
            what=f"For comparison: {name}, cold",
            value=statistics.median(cold[name]),
            unit="ms",
            behind=f"{spread(cold[name])}; {bytes_[name] / 1e6:.2f} MB, {files[name]:.0f} files",
        )
    warm = [v.shown for v in found["product"][1]]
    yield Result(
        topic="hall",
        what="Radar, warm, in the hall",
        value=statistics.median(warm),
        unit="ms",
        behind=spread(warm),
    )
