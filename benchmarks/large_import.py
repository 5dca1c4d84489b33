"""A file of 200 MB with a million rows: what taking it in holds, and what other readers notice."""

import asyncio
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.interaction import answered
from benchmarks.protocol_client import Run, run, session
from benchmarks.results import Result, p95, spread
from benchmarks.servers import CACHE, ROOT, product, serve
from maturity.reference import reference

ROWS, ITEMS = 1_000_000, 12
IDLE, PAUSE = 100, 0.2  # reruns before, and seconds between two
LIMIT = 3600  # seconds
# In a process of its own, as the command line is. Its answers are invented, so that the server
# needs no sign-in; what it prints is what it held before and at most, in bytes.
TAKE = """
import re, sys
from pathlib import Path
from maturity.intake.store import Store
from maturity.intake.taking import Round, take

def held():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024

path, answers = map(Path, sys.argv[1:])
idle = held()
round_ = Round(module="teknologi", phase="etterarbeid", invented=True)
outcome = take(path, round_, store=Store(answers))
print(idle, held(), outcome.checked.counted)
"""


def large_import(answers: Path) -> Iterator[Result]:
    """Take the file in beside a server, whose reader goes on from kommune to kommune."""
    path = _file(CACHE / "intake" / "million.csv")
    own = CACHE / "intake" / "answers"
    for left in own.parent.glob("answers*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    shutil.copytree(answers, own)
    command, env = product(own)
    with serve("intake", command, env=env) as server:
        kommuner = answered(own)
        idle, busy, printed, took = asyncio.run(_beside(server.url, kommuner, path, own))
        new = [it.ms for it in busy]
        before, most, rows = map(int, printed.split())
        yield Result(
            topic="intake",
            what=f"Memory for {path.stat().st_size / 1e6:.0f} MB and {rows} rows, above idle",
            value=(most - before) / 1e6,
            unit="MB",
            goal=600,
            behind=f"{before / 1e6:.0f} MB before, {most / 1e6:.0f} MB at most, in {took:.0f} s",
        )
        yield Result(
            topic="intake",
            what="Another reader's rerun meanwhile, 95 of 100, beside the same when idle",
            value=p95(new) / p95(idle),
            unit="×",
            goal=2,
            behind=f"{p95(new):.0f} ms: {spread(new)}; idle {p95(idle):.0f} ms: {spread(idle)}",
        )
        yield Result(
            topic="intake",
            what="Most memory of the server meanwhile",
            value=server.peak_memory() / 1e6,
            unit="MB",
            behind=f"median rerun {statistics.median(new):.0f} ms",
        )


async def _beside(
    url: str, kommuner: list[str], path: Path, answers: Path
) -> tuple[list[float], list[Run], str, float]:
    """Return the reruns when idle and during the import, what that printed, and its seconds."""
    async with session(url) as socket:
        seen = await run(socket, page="sammenlign", query="", before=None)
        times: list[float] = []
        for turn in range(IDLE + len(kommuner)):  # the first of each are worked out
            seen = await run(socket, page="sammenlign", query=_query(kommuner, turn), before=seen)
            await asyncio.sleep(PAUSE)
            if turn >= len(kommuner):
                times.append(seen.ms)
        started = time.perf_counter()
        importing = subprocess.Popen(
            [sys.executable, "-c", TAKE, str(path), str(answers)],
            cwd=ROOT,
            env={**os.environ, "MATURITY_ANSWERS": str(answers)},
            stdout=subprocess.PIPE,
            text=True,
        )
        busy: list[Run] = []
        try:
            while importing.poll() is None and time.perf_counter() - started < LIMIT:
                query = _query(kommuner, len(busy))
                seen = await run(socket, page="sammenlign", query=query, before=seen)
                if seen.errors:
                    raise RuntimeError(f"a page failed during the import: {seen.errors}")
                busy.append(seen)
                await asyncio.sleep(PAUSE)
        finally:
            importing.kill()
        took = time.perf_counter() - started
        printed = importing.communicate()[0]
    if importing.returncode:
        raise RuntimeError("the import failed")
    return times, busy, printed, took


def _query(kommuner: list[str], turn: int) -> str:
    return urlencode({"kommune": kommuner[turn % len(kommuner)]})


def _file(path: Path) -> Path:
    """Make the file once: people of all kommuner, with a comment that fills it up to 200 MB."""
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    chance = random.Random(1)  # noqa: S311  # nobody's secret
    known = reference()
    instrument = known.instruments["modenhet-6gen"]
    codes = [item.key for dimension in instrument.dimensions for item in dimension.items][:ITEMS]
    names = [it.name for it in known.kommuner.values()]
    words = "Vi mangler tid og folk til dette i hverdagen, og systemene snakker ikke sammen. "
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        file.write(";".join(["Tidspunkt", "Kommune", "E-post", "Rolle", *codes, "Barriere"]) + "\n")
        for number in range(ROWS):
            scores = ";".join(str(chance.randint(1, 5)) for _ in codes)
            comment = words[: chance.randint(60, 80)] + str(number % 997)
            file.write(
                f"2025-03-01 10:00;{chance.choice(names)};person{number}@kommune.example;"
                f"Leder;{scores};{comment}\n"
            )
    return part.replace(path)
