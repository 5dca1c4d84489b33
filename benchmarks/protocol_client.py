"""A reader without a browser: opens a session on the app's own websocket and waits for its runs.

The server does for it all that it does for a browser; only drawing is left out. Messages are those
of the installed Streamlit, so a new version of it is spoken to in its own words.
"""

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 120  # seconds that one run may take before the session counts as lost


@dataclass(frozen=True, kw_only=True)
class Run:
    """What one run of the script gave: milliseconds, bytes, what the page complained of."""

    first: bool
    ms: float
    bytes: int
    errors: tuple[str, ...]
    charts: frozenset[str]  # one hash for each figure
    page: str  # the server's own code of the page, by which the next run asks for it


@dataclass
class Crowd:
    """What happened to many sessions; `seconds` from the first start to the last end."""

    runs: list[Run] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def throughput(self) -> float:
        """Finished runs per second."""
        return len(self.runs) / self.seconds

    @property
    def errors(self) -> list[str]:
        """Every error that a page showed."""
        return [error for run in self.runs for error in run.errors]

    def times(self, *, first: bool) -> list[float]:
        """Return the milliseconds of the first runs, or of the later ones."""
        return [run.ms for run in self.runs if run.first is first]


@asynccontextmanager
async def session(url: str) -> AsyncIterator[ClientConnection]:
    """Open the websocket of a server, as the page's script does."""
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(
        address, subprotocols=[Subprotocol("streamlit")], max_size=None, open_timeout=PATIENCE
    ) as socket:
        yield socket


async def run(socket: ClientConnection, *, page: str, query: str, before: Run | None) -> Run:
    """Ask for a run at an address and wait until the script has finished.

    A later address counts as stepping through the browser's history, which is how a page is told
    that its address, and not its widgets, has the last word.
    """
    ask = BackMsg()
    ask.rerun_script.query_string = query
    if before:
        ask.rerun_script.page_script_hash = before.page
        ask.rerun_script.is_history_navigation = True
    else:
        ask.rerun_script.page_name = page
    start, size, code, errors, charts = time.perf_counter(), 0, "", [], set()
    await socket.send(ask.SerializeToString())
    async with asyncio.timeout(PATIENCE):
        while True:
            data = await socket.recv()
            size += len(data)
            message = ForwardMsg.FromString(data)  # type: ignore[arg-type]
            kind = message.WhichOneof("type")
            if kind == "navigation":
                code = message.navigation.page_script_hash
            if kind == "script_finished":
                break
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                if element.WhichOneof("type") == "exception":
                    errors.append(element.exception.message)
                if element.WhichOneof("type") == "plotly_chart":
                    charts.add(hashlib.sha256(element.plotly_chart.spec.encode()).hexdigest())
    ms = (time.perf_counter() - start) * 1000
    return Run(
        first=before is None,
        ms=ms,
        bytes=size,
        errors=tuple(errors),
        charts=frozenset(charts),
        page=code,
    )


async def reader(
    crowd: Crowd, url: str, *, page: str, kommuner: Sequence[str], delay: float, think: float
) -> None:
    """Read one kommune after the other; a session that breaks is a result, not a failure."""
    await asyncio.sleep(delay)
    try:
        async with session(url) as socket:
            before = None
            for kommune in kommuner:
                if before:
                    await asyncio.sleep(think)
                query = urlencode({"kommune": kommune})
                before = await run(socket, page=page, query=query, before=before)
                crowd.runs.append(before)
    except Exception as fault:  # whatever broke it, the session is lost
        crowd.lost.append(repr(fault)[:200])


def read_together(
    url: str,
    *,
    page: str,
    kommuner: Sequence[str],
    sessions: int,
    reruns: int,
    ramp: float,
    think: float,
) -> Crowd:
    """Let many readers come within `ramp` seconds and change the kommune `reruns` times each."""

    async def everyone() -> Crowd:
        crowd = Crowd()
        start = time.perf_counter()
        readers = [
            reader(
                crowd,
                url,
                page=page,
                kommuner=[kommuner[(s + r) % len(kommuner)] for r in range(reruns + 1)],
                delay=ramp * s / sessions,
                think=think,
            )
            for s in range(sessions)
        ]
        await asyncio.gather(*readers)
        crowd.seconds = time.perf_counter() - start
        return crowd

    return asyncio.run(everyone())
