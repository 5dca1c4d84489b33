"""Every page: what a rerun costs the server, and how long until the page stands there."""

import asyncio
import statistics
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.chromium import chromium
from benchmarks.first_paint import Candidate, empty_page, measure
from benchmarks.interaction import answered
from benchmarks.protocol_client import Run, run, session
from benchmarks.results import Result, spread
from benchmarks.servers import HEALTH, product, serve

ROUNDS = 3  # cold visits of each page
CHART = "document.querySelector('.js-plotly-plot .main-svg .trace, .main-svg .heatmaplayer *')"
TITLE = "document.querySelector('[data-testid=stMain] h1')"
LATEST = ("strategi-forarbeid", "ledelse-forarbeid", "organisasjon-forarbeid")

Address = dict[str, str]


def addresses(kommuner: list[str]) -> dict[str, list[Address]]:
    """Return what a reader looks at on each page, one after the other; the page by its path."""
    rounds = [
        {"kartlegging": code, "rammeverk": framework}
        for code in LATEST
        for framework in ("evner-10+3", "modenhet-5gen")
    ]
    return {
        "": [{"lang": code} for code in ("nb", "en")],
        "kommune": [{"k": code} for code in kommuner],
        "sammenlign": [{"kommune": code} for code in kommuner],
        "modul": rounds,
        "utvikling": [{"k": code, **it} for code, it in zip(kommuner, rounds, strict=False)],
        "barrierer": [{"kartlegging": code} for code in LATEST],
        "samarbeid": [{"k": code} for code in kommuner],
        "metode": [{"lang": code} for code in ("nb", "en")],
    }


def pages(answers: Path) -> Iterator[Result]:
    """Measure every page on the demo."""
    command, env = product(answers)
    places = addresses(answered(answers)[:10])
    with serve("pages", command, env=env) as server:
        for page, asked in places.items():
            new, again = asyncio.run(_tour(server.url, page, asked))
            name = f"/{page}"
            yield Result(
                topic="pages",
                what=f"{name}: rerun on the server",
                value=statistics.median(again),
                unit="ms",
                goal=60,
                behind=f"{spread(again)}; seen for the first time {spread(new)}",
            )
    yield from _first_paint(answers, list(places))


async def _tour(url: str, page: str, asked: list[Address]) -> tuple[list[float], list[float]]:
    """Look at each address, and three times more; return the times of the first and the later."""
    found: tuple[list[float], list[float]] = ([], [])
    async with session(url) as socket:
        before: Run | None = await run(socket, page=page, query="", before=None)
        for turn in range(4):
            for choice in asked:
                before = await run(socket, page=page, query=urlencode(choice), before=before)
                if before.errors:
                    raise RuntimeError(f"/{page}?{urlencode(choice)}: {before.errors}")
                found[min(turn, 1)].append(before.ms)
    return found


def _first_paint(answers: Path, places: list[str]) -> Iterator[Result]:
    command, env = product(answers)
    candidates = [empty_page()]
    for page in places:
        shows = TITLE if page == "metode" else CHART
        name, path = page or "oversikt", f"/{page}"
        candidates.append(
            Candidate(name=name, command=command, env=env, path=path, shows=shows, ready=HEALTH)
        )
    with chromium() as browser:
        found = measure(browser, candidates, rounds=ROUNDS, network=None)
    empty = [visit.shown for visit in found["empty page"][0]]
    for page in places:
        shown = [visit.shown for visit in found[page or "oversikt"][0]]
        yield Result(
            topic="pages",
            what=f"/{page}: first chart, cold, beside an empty page",
            value=statistics.median(shown) / statistics.median(empty),
            unit="×",
            goal=2.5,
            behind=f"{spread(shown)}, empty page {spread(empty)}",
        )
