"""Work that takes more than a moment, with a bar that moves; whoever turns away ends it."""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from maturity.intake.check import Watch
from maturity.intake.sheet import Row
from maturity.language import _, number
from maturity.ui import turns

T = TypeVar("T")
MOMENT = 0.2  # seconds between two looks
PATIENCE = 1  # seconds before there is anything to see


class _Seen:
    """How far the work has come; a watch of rows, in whatever thread."""

    def __init__(self) -> None:
        self.rows, self.of, self.doing, self.stopped = 0, 0, "", False

    def watch(self, rows: Iterable[Row], doing: str, count: int | None) -> Iterable[Row]:
        return self._passing(rows, doing, count)

    def _passing(self, rows: Iterable[Row], doing: str, count: int | None) -> Iterator[Row]:
        self.rows, self.of, self.doing = 0, count or 0, doing
        for row in rows:
            if self.stopped:
                raise KeyboardInterrupt
            self.rows += 1
            yield row

    @property
    def share(self) -> float:
        return min(self.rows / self.of, 1.0) if self.of else 0.0

    @property
    def text(self) -> str:
        if not self.doing:
            return _("Begynner …")
        count = number(self.rows, digits=0)
        if not self.of:
            return _("{doing}: {count} rader").format(doing=self.doing, count=count)
        return _("{doing}: {count} av {of} rader").format(
            doing=self.doing, count=count, of=number(self.of, digits=0)
        )


def watched(work: Callable[[Watch], T], *, stop: Callable[[], None], key: str) -> T:
    """Do some work in a thread of its own, and show how far it has come, once it takes a moment.

    The reader's next click, or the end of the visit, stops it where it is: then nothing is done.
    A button says so, and calls `stop`. Others get their turn meanwhile.
    """
    seen, place, began = _Seen(), st.empty(), time.monotonic()
    bar: DeltaGenerator | None = None
    with ThreadPoolExecutor(1) as elsewhere, turns.given_back():
        doing: Future[T] = elsewhere.submit(copy_context().run, work, seen.watch)
        try:
            while wait([doing], MOMENT).not_done:
                if bar is None and time.monotonic() - began > PATIENCE:
                    with place.container():
                        bar = st.progress(0.0)
                        st.button(_("Avbryt"), on_click=stop, key=key, icon=":material/cancel:")
                if bar is not None:
                    bar.progress(seen.share, text=seen.text)
        except BaseException:  # the platform's way to end a run
            seen.stopped = True
            raise
    place.empty()
    return doing.result()
