"""The whole country: 85 million answers instead of the demo's few thousand."""

import asyncio
import csv
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.chromium import RADAR, chromium, fresh, visit
from benchmarks.first_paint import Candidate, compare_page
from benchmarks.interaction import answered
from benchmarks.national_data import national_case
from benchmarks.protocol_client import Run, run, session
from benchmarks.results import Result, spread
from benchmarks.servers import CACHE, Server, product, serve

PATIENCE = 300_000  # milliseconds: a start that takes this long is a result too
BLOCKS, RERUNS = 4, 10  # the two servers take turns, so that a busy moment meets both


def national(answers: Path) -> Iterator[Result]:
    """Start on the national table, then change the kommune beside a server with the demo."""
    began = time.perf_counter()
    table, references = national_case(CACHE / "national", like=answers)
    made = time.perf_counter() - began
    kommuner = _numbers(references / "kommuner.csv")
    command, env = product(table, env={"MATURITY_REFERENCE": str(references)})
    demo = compare_page(answers)
    address = f"/sammenlign?{urlencode({'kommune': kommuner[0]})}"
    with ExitStack() as running:
        with chromium() as browser:  # waits for the server, and ends before the clients begin
            context = fresh(browser)
            server = running.enter_context(serve("national", command, env=env))
            ready = time.perf_counter() - server.started
            seen = visit(context, server.url + address, shows=RADAR, limit=PATIENCE)
        yield Result(
            topic="national",
            what="Process start until the first radar stands in the browser",
            value=ready + seen.shown / 1000,
            unit="s",
            goal=15,
            behind=f"the port answered after {ready:.1f} s; the table took {made:.0f} s to make",
        )
        # As many kommuner in both, so that both meet what is kept as often.
        few = answered(answers)
        yield _beside(server, kommuner[: len(few)], demo, few)
        yield Result(
            topic="national",
            what="Most memory that the server held",
            value=server.peak_memory() / 1e9,
            unit="GB",
            goal=4,
            behind=f"{server.memory() / 1e9:.2f} GB at the end",
        )


def _numbers(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row["kommune"] for row in csv.DictReader(file)]


def _beside(server: Server, many: list[str], demo: Candidate, few: list[str]) -> Result:
    times: dict[str, list[float]] = {"national": [], "demo": []}
    with serve(demo.name, demo.command, ready=demo.ready, env=demo.env) as small:
        for block in range(BLOCKS + 1):
            for name, url, kommuner in (("national", server.url, many), ("demo", small.url, few)):
                runs = asyncio.run(
                    _changes(
                        url,
                        [kommuner[(block * RERUNS + i) % len(kommuner)] for i in range(RERUNS + 1)],
                    )
                )
                if any(r.errors or not r.charts for r in runs):
                    raise RuntimeError(f"{name}: a run without its radar: {runs[-1].errors}")
                if block:
                    times[name] += [r.ms for r in runs if not r.first]
    return Result(
        topic="national",
        what="Change of kommune on the server, beside the demo",
        value=statistics.median(times["national"]) / statistics.median(times["demo"]),
        unit="×",
        goal=1.3,
        behind=f"national {spread(times['national'])}, demo {spread(times['demo'])}",
    )


async def _changes(url: str, kommuner: list[str]) -> list[Run]:
    runs: list[Run] = []
    async with session(url) as socket:
        for kommune in kommuner:
            query = urlencode({"kommune": kommune})
            before = runs[-1] if runs else None
            runs.append(await run(socket, page="sammenlign", query=query, before=before))
    return runs
