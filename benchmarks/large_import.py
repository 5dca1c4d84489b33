"""A file of 200 MB with a million rows: what taking it in holds, and what other readers notice.

Once by the command line beside the server, and once in the server's own process.
"""

import asyncio
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.interaction import answered
from benchmarks.protocol_client import Run, run, session
from benchmarks.results import Result, p95, spread
from benchmarks.servers import BENCHMARKS, CACHE, ROOT, product, serve, streamlit_command
from maturity.reference import reference

ROWS, ITEMS = 1_000_000, 12
IDLE, PAUSE = 100, 0.2  # reruns before, and seconds between two
LIMIT = 3600  # seconds
# Its answers are invented, so that the server needs no sign-in; what it prints is what it held
# before and at most, in bytes.
TAKE = """
import re, sys
from pathlib import Path
from maturity.intake.elsewhere import stand_back
from maturity.intake.store import Store
from maturity.intake.taking import Round, take

def held():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024

stand_back()
path, answers = map(Path, sys.argv[1:])
idle = held()
round_ = Round(module="teknologi", phase="etterarbeid", invented=True)
take(path, round_, store=Store(answers))
print(idle, held())
"""


def large_import(answers: Path) -> Iterator[Result]:
    """Take the file in while a reader goes on from kommune to kommune."""
    path = _file(CACHE / "intake" / f"{ROWS}.csv")
    size = f"{path.stat().st_size / 1e6:.0f} MB and {ROWS} rows"
    yield from _by_command(path, _copy(answers), size=size)
    yield from _in_the_server(path, _copy(answers), size=size)


def _by_command(path: Path, answers: Path, *, size: str) -> Iterator[Result]:
    command, env = product(answers)
    with serve("intake", command, env=env) as server:

        def start() -> subprocess.Popen[str]:
            return subprocess.Popen(
                [sys.executable, "-c", TAKE, str(path), str(answers)],
                cwd=ROOT,
                env={**os.environ, "MATURITY_ANSWERS": str(answers)},
                stdout=subprocess.PIPE,
                text=True,
            )

        working: list[subprocess.Popen[str]] = []

        def going() -> bool:
            if not working:
                working.append(start())
            return working[0].poll() is None

        idle, busy, took = asyncio.run(_beside(server.url, answered(answers), going))
        printed = working[0].communicate()[0]
        if working[0].returncode:
            raise RuntimeError("the import failed")
        before, most = map(int, printed.splitlines()[-1].split())
        yield _memory(f"{size}, by the command line", before=before, most=most, took=took)
        yield _reruns("by the command line", idle, busy)


def _in_the_server(path: Path, answers: Path, *, size: str) -> Iterator[Result]:
    go = answers.parent / "go"
    command = streamlit_command(BENCHMARKS / "importing_server.py")
    env = {"MATURITY_ANSWERS": str(answers), "IMPORT_FILE": str(path), "IMPORT_GO": str(go)}
    with serve("importing", command, env=env) as server:
        held: list[int] = []

        def going() -> bool:
            if not held:
                held.append(server.peak_memory())
                go.touch()
            return go.exists()

        idle, busy, took = asyncio.run(_beside(server.url, answered(answers), going))
        most = server.peak_memory()
        yield _memory(f"{size}, in the server", before=held[0], most=most, took=took)
        yield _reruns("in the server", idle, busy)


def _memory(what: str, *, before: int, most: int, took: float) -> Result:
    return Result(
        topic="intake",
        what=f"Memory for {what}, above idle",
        value=(most - before) / 1e6,
        unit="MB",
        goal=600,
        behind=f"{before / 1e6:.0f} MB before, {most / 1e6:.0f} MB at most, in {took:.0f} s",
    )


def _reruns(how: str, idle: list[float], busy: list[float]) -> Result:
    return Result(
        topic="intake",
        what=f"Another reader's rerun meanwhile, 95 of 100, beside idle ({how})",
        value=p95(busy) / p95(idle),
        unit="×",
        goal=2,
        behind=f"{p95(busy):.0f} ms: {spread(busy)}; idle {p95(idle):.0f} ms: {spread(idle)}",
    )


async def _beside(
    url: str, kommuner: list[str], going: Callable[[], bool]
) -> tuple[list[float], list[float], float]:
    """Return the milliseconds of reruns when idle and while something goes on, and its seconds.

    `going` starts it when it is asked first.
    """
    async with session(url) as socket:
        seen = await run(socket, page="sammenlign", query="", before=None)
        idle: list[float] = []
        for turn in range(IDLE + len(kommuner)):  # the first of each are worked out
            seen = await _again(socket, kommuner, turn, seen)
            if turn >= len(kommuner):
                idle.append(seen.ms)
        started, busy = time.perf_counter(), [0.0]
        while going():
            seen = await _again(socket, kommuner, len(busy), seen)
            busy.append(seen.ms)
            if time.perf_counter() - started > LIMIT:
                raise RuntimeError("the import did not end")
    return idle, busy[1:], time.perf_counter() - started


async def _again(socket: object, kommuner: list[str], turn: int, before: Run) -> Run:
    query = urlencode({"kommune": kommuner[turn % len(kommuner)]})
    found = await run(socket, page="sammenlign", query=query, before=before)  # type: ignore[arg-type]
    if found.errors:
        raise RuntimeError(f"a page failed: {found.errors}")
    await asyncio.sleep(PAUSE)
    return found


def _copy(answers: Path) -> Path:
    """Return a copy of a table, alone in its folder."""
    folder = CACHE / "intake" / "table"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(answers, folder / "answers")
    return folder / "answers"


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
    words = "Vi mangler tid og folk til dette i hverdagen, og systemene snakker ikke sammen. " * 2
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        file.write(";".join(["Tidspunkt", "Kommune", "E-post", "Rolle", *codes, "Barriere"]) + "\n")
        for number in range(ROWS):
            scores = ";".join(str(chance.randint(1, 5)) for _ in codes)
            comment = words[: chance.randint(100, 130)] + str(number % 997)
            file.write(
                f"2025-03-01 10:00;{chance.choice(names)};person{number}@kommune.example;"
                f"Leder;{scores};{comment}\n"
            )
    return part.replace(path)
