"""Turns: a page waits until few enough others are being made.

Every session runs its page in a thread of its own, and Python runs one of them at a time. A hall
that opens the page at once would be three hundred threads that all make slow progress, and leave
so little to the thread that keeps the connections open that they are all lost.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import BoundedSemaphore

AT_ONCE = 2  # one computes while another waits for the database, which has threads of its own
PATIENCE = 60  # seconds: whoever has waited this long goes ahead, so that nobody can bar the way

_turns = BoundedSemaphore(AT_ONCE)
_held: ContextVar[bool] = ContextVar("turn", default=False)


@contextmanager
def taken() -> Iterator[None]:
    """Wait for a turn, hold it while the block runs, and give it back however the block ends."""
    got_one = _turns.acquire(timeout=PATIENCE)
    before = _held.set(got_one)
    try:
        yield
    finally:
        if _held.get():
            _turns.release()
        _held.reset(before)


@contextmanager
def given_back() -> Iterator[None]:
    """Let others have the turn while the block waits for work that is done elsewhere."""
    if not _held.get():
        yield
        return
    _turns.release()
    _held.set(False)
    try:
        yield
    finally:
        _held.set(_turns.acquire(timeout=PATIENCE))
