"""Doing the work of an import in a process of its own, so that the server goes on serving.

Python runs one thread at a time: beside an import of a hundred thousand rows in the same process,
other readers' pages take twenty times as long. The other process is us again: what is to be done
comes to it pickled, and how far it has come and what came of it go back.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import repeat
from typing import IO, Any, TypeVar

from maturity import language
from maturity.errors import UserError
from maturity.intake.sheet import Row
from maturity.settings import ROOT

T = TypeVar("T")
LARGE = 2**20  # bytes of a file: what is smaller is done before another process has begun
STEP = 500  # rows between two messages
BEHIND = 10  # steps in which Unix counts who has to wait
SOME_ROW: Row = (0, ())


def elsewhere(work: Callable[..., T], *args: Any, size: int, watch: Any, **kwargs: Any) -> T:
    """Do `work(*args, watch=watch, **kwargs)` in another process; for a small `size`, in this one.

    Raises what it raises, where that is a UserError, and what `watch` raises, which ends the other
    process; RuntimeError where it ended otherwise, with the reason in the server's log.
    """
    if size < LARGE:
        return work(*args, watch=watch, **kwargs)
    command = [sys.executable, "-m", "maturity.intake.elsewhere"]
    with subprocess.Popen(  # noqa: S603  # our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        try:
            assert process.stdin and process.stdout  # noqa: S101  # tells the type checker
            pickle.dump((language.current(), work, args, kwargs), process.stdin)
            process.stdin.close()
            found: T = _heard(_messages(process.stdout), watch)
            return found
        finally:
            process.kill()


def stand_back() -> None:
    """Leave the processors to whoever reads the dashboard meanwhile."""
    with suppress(AttributeError, OSError):  # Windows has no such thing
        os.nice(BEHIND)


def _messages(source: IO[bytes]) -> Iterator[tuple[Any, ...]]:
    """Yield what the other process tells."""
    while True:
        try:
            yield pickle.load(source)  # noqa: S301  # our own process wrote it
        except EOFError:
            raise RuntimeError("the process of an import ended; see its traceback above") from None


def _heard(messages: Iterator[tuple[Any, ...]], watch: Any) -> Any:
    for kind, *told in messages:
        if kind == "begins":
            for _row in watch(_passing(messages), *told):
                pass
        elif kind == "done":
            return told[0]
        elif kind == "refused":
            raise told[0]
    raise AssertionError("messages never end by themselves")


def _passing(messages: Iterator[tuple[Any, ...]]) -> Iterator[Row]:
    """Let as many rows pass as the other process says, until it says that these were all."""
    for kind, *told in messages:
        if kind == "ends":
            return
        yield from repeat(SOME_ROW, told[0])


def _told(out: IO[bytes]) -> Callable[[Iterable[Row], str, int | None], Iterator[Row]]:
    """Return a watch that tells how many rows have passed."""

    def tell(*message: Any) -> None:
        pickle.dump(message, out)
        out.flush()

    def watch(rows: Iterable[Row], doing: str, count: int | None) -> Iterator[Row]:
        tell("begins", doing, count)
        passed = 0
        try:
            for row in rows:
                passed += 1
                if passed == STEP:
                    tell("rows", passed)
                    passed = 0
                yield row
        finally:
            tell("rows", passed)
            tell("ends")

    return watch


def main() -> None:
    """Do what stands on standard input; answer on standard output, where nothing else goes."""
    stand_back()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    spoken, work, args, kwargs = pickle.load(sys.stdin.buffer)  # noqa: S301  # as above
    language.use(spoken)
    try:
        answer = ("done", work(*args, watch=_told(out), **kwargs))
    except UserError as refusal:
        answer = ("refused", refusal)
    pickle.dump(answer, out)
    out.flush()
    os._exit(0)  # the libraries' threads do not always end well while Python takes itself apart


if __name__ == "__main__":
    main()
