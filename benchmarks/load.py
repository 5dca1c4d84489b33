"""Many readers at once: does anyone lose the page, how fast is the room served, what stays.

The same client comes to the empty page and to the product, with the same ramp and the same pauses.
Afterwards the product goes on for 2 000 more runs, to see whether its memory comes to rest.
"""

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.first_paint import Candidate, compare_page, empty_page
from benchmarks.protocol_client import Crowd, read_together
from benchmarks.results import Result, p95, spread
from benchmarks.servers import Server, serve
from maturity.reference import reference

SESSIONS, CHANGES = 300, 3
SOAK_SESSIONS, SOAK_RERUNS = 20, 100


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """How readers come: all within `ramp` seconds, with `think` seconds between their changes."""

    name: str
    ramp: float
    think: float


ALL_AT_ONCE = Schedule(name="all at once", ramp=2, think=0.5)
GATHERING = Schedule(name="a gathering", ramp=30, think=5)


def load(answers: Path, *, soak: bool = True) -> Iterator[Result]:
    """Send 300 sessions to both pages; with `soak`, 2 000 more reruns to the product."""
    schedules = (GATHERING, ALL_AT_ONCE)
    with _running(empty_page()) as server:
        empty = [_read(server, schedule, page="") for schedule in schedules]
    candidate = compare_page(answers)
    page = candidate.path.partition("?")[0].strip("/")
    with _running(candidate) as server:
        before = server.memory()
        for schedule, other in zip(schedules, empty, strict=True):
            yield from _crowd(_read(server, schedule, page=page), other, schedule)
        if soak:
            yield from _soak(server, page=page, before=before)


@contextmanager
def _running(candidate: Candidate) -> Iterator[Server]:
    with serve(
        candidate.name, candidate.command, ready=candidate.ready, env=candidate.env
    ) as server:
        alone = Schedule(name="alone", ramp=0, think=0)
        page = candidate.path.partition("?")[0].strip("/")
        _read(server, alone, page=page, sessions=1)  # imports, first queries
        yield server


def _read(
    server: Server,
    schedule: Schedule,
    *,
    page: str,
    sessions: int = SESSIONS,
    reruns: int = CHANGES,
) -> Crowd:
    return read_together(
        server.url,
        page=page,
        kommuner=sorted(reference().kommuner),
        sessions=sessions,
        reruns=reruns,
        ramp=schedule.ramp,
        think=schedule.think,
    )


def _crowd(crowd: Crowd, empty: Crowd, schedule: Schedule) -> Iterator[Result]:
    wrong = f"{len(crowd.errors)} errors on pages, {len(empty.lost)} lost on the empty page"
    yield Result(
        topic="load",
        what=f"Sessions lost of {SESSIONS}, {schedule.name}",
        value=len(crowd.lost),
        unit="",
        goal=0,
        behind="; ".join([wrong, *sorted(set(crowd.lost + crowd.errors))[:3]]),
    )
    yield Result(
        topic="load",
        what=f"Throughput beside an empty page, {schedule.name}",
        value=crowd.throughput / empty.throughput,
        unit="×",
        goal=0.5,
        at_least=True,
        behind=f"{crowd.throughput:.1f} and {empty.throughput:.1f} runs a second",
    )
    for first, what in ((True, "first page"), (False, "change of kommune")):
        times, other = crowd.times(first=first), empty.times(first=first)
        if times and other:
            yield Result(
                topic="load",
                what=f"Wait for the {what}, {schedule.name}",
                value=statistics.median(times),
                unit="ms",
                behind=f"95 of 100 within {p95(times):.0f} ms; empty page {spread(other)}",
            )


def _soak(server: Server, *, page: str, before: int) -> Iterator[Result]:
    after = server.memory()
    yield Result(
        topic="soak",
        what=f"Memory after twice {SESSIONS} sessions",
        value=after / 1e6,
        unit="MB",
        behind=f"{before / 1e6:.0f} MB before them, peak {server.peak_memory() / 1e6:.0f} MB",
    )
    steady = Schedule(name="steady", ramp=2, think=0)
    more = _read(server, steady, page=page, sessions=SOAK_SESSIONS, reruns=SOAK_RERUNS - 1)
    end = server.memory()
    yield Result(
        topic="soak",
        what=f"Memory after {len(more.runs)} more runs, beside that",
        value=end / after,
        unit="×",
        goal=1.1,
        behind=f"{end / 1e6:.0f} MB; {len(more.lost)} of {SOAK_SESSIONS} sessions lost",
    )
