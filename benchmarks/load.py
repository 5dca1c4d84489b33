"""Many readers at once: does anyone lose the page, how fast is the room served, what stays.

The same client comes to the empty page and to the product, with the same ramp and the same pauses.
Afterwards the product goes on for 2 000 more runs, to see whether its memory comes to rest.
"""

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.first_paint import Candidate, compare_page, empty_page
from benchmarks.protocol_client import Crowd, read_together
from benchmarks.results import Result, p95, spread
from benchmarks.servers import Server, serve
from maturity.reference import reference

SESSIONS, CHANGES = 300, 3
RAMP, THINK = 2.0, 0.5  # seconds: a hall that is told to open the page now
SOAK_SESSIONS, SOAK_RERUNS = 20, 100


@contextmanager
def _running(candidate: Candidate) -> Iterator[Server]:
    with serve(
        candidate.name, candidate.command, ready=candidate.ready, env=candidate.env
    ) as server:
        _read(server, sessions=1, reruns=3, page=_page(candidate))  # imports, first queries
        yield server


def _page(candidate: Candidate) -> str:
    return candidate.path.partition("?")[0].strip("/")


def _read(server: Server, *, sessions: int, reruns: int, page: str, think: float = 0) -> Crowd:
    return read_together(
        server.url,
        page=page,
        kommuner=sorted(reference().kommuner),
        sessions=sessions,
        reruns=reruns,
        ramp=RAMP,
        think=think,
    )


def _hall(server: Server, *, page: str) -> Crowd:
    return _read(server, sessions=SESSIONS, reruns=CHANGES, page=page, think=THINK)


def load(answers: Path, *, soak: bool = True) -> Iterator[Result]:
    """Send 300 sessions to both pages; with `soak`, 2 000 more reruns to the product."""
    with _running(empty_page()) as server:
        empty = _hall(server, page="")
    candidate = compare_page(answers)
    with _running(candidate) as server:
        before = server.memory()
        crowd = _hall(server, page=_page(candidate))
        after = server.memory()
        yield from _crowd(crowd, empty)
        if soak:
            more = _read(
                server, sessions=SOAK_SESSIONS, reruns=SOAK_RERUNS - 1, page=_page(candidate)
            )
            yield from _memory(server, before=before, after=after, more=more)


def _crowd(crowd: Crowd, empty: Crowd) -> Iterator[Result]:
    wrong = f"{len(crowd.errors)} errors on pages, {len(empty.lost)} lost on the empty page"
    yield Result(
        topic="load",
        what=f"Sessions lost of {SESSIONS}",
        value=len(crowd.lost),
        unit="",
        goal=0,
        behind="; ".join([wrong, *sorted(set(crowd.lost + crowd.errors))[:3]]),
    )
    yield Result(
        topic="load",
        what="Throughput beside an empty page",
        value=crowd.throughput / empty.throughput,
        unit="×",
        goal=0.5,
        at_least=True,
        behind=f"{crowd.throughput:.1f} and {empty.throughput:.1f} runs a second",
    )
    for first, what in ((True, "first page"), (False, "change of kommune")):
        times, other = crowd.times(first=first), empty.times(first=first)
        yield Result(
            topic="load",
            what=f"Waiting among {SESSIONS}: {what}",
            value=statistics.median(times),
            unit="ms",
            behind=f"95 of 100 within {p95(times):.0f} ms; empty page {spread(other)}",
        )


def _memory(server: Server, *, before: int, after: int, more: Crowd) -> Iterator[Result]:
    end, again = server.memory(), more.times(first=False)
    yield Result(
        topic="soak",
        what=f"Memory after {SESSIONS} sessions",
        value=after / 1e6,
        unit="MB",
        behind=f"{before / 1e6:.0f} MB before them, peak {server.peak_memory() / 1e6:.0f} MB",
    )
    yield Result(
        topic="soak",
        what=f"Memory after {len(more.runs)} more runs, beside that",
        value=end / after,
        unit="×",
        goal=1.1,
        behind=f"{end / 1e6:.0f} MB; {len(more.lost)} lost; a run took {spread(again)}",
    )
