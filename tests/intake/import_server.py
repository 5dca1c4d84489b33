"""Runs commands of the intake at once, each in a process of its own that has the libraries loaded.

The server reads lines of JSON: the table, and a list of commands. It answers with the numbers of
their processes, which start together a moment later, and once all have ended with their statuses.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from maturity.intake import taking  # noqa: F401  # what the commands would load
from maturity.intake.__main__ import main
from maturity.settings import ROOT

A_MOMENT = 0.02  # seconds; long enough for all to be there


class ImportServer:
    """The side of the test."""

    answers: Path

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def start(self, *commands: Sequence[str]) -> list[int]:
        """Start commands together; return the numbers of their processes."""
        self._process.stdin.write(json.dumps([str(self.answers), commands]) + "\n")
        self._process.stdin.flush()
        started = json.loads(self._process.stdout.readline())
        time.sleep(A_MOMENT)
        return started

    def statuses(self) -> list[int]:
        """Wait until those that were started have ended; negative is a signal."""
        return json.loads(self._process.stdout.readline())

    def run(self, *commands: Sequence[str]) -> list[int]:
        """Run commands together; return how they ended."""
        self.start(*commands)
        return self.statuses()


@contextmanager
def serving() -> Iterator[ImportServer]:
    """Run a server; its imports go to the table that `answers` names."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.intake.import_server"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield ImportServer(process)
        process.stdin.close()


def serve() -> None:
    """Answer until the input ends."""
    for line in sys.stdin:
        together = time.time() + A_MOMENT
        os.environ["MATURITY_ANSWERS"], commands = json.loads(line)
        processes = [_forked(command, at=together) for command in commands]
        print(json.dumps(processes), flush=True)
        ended = [os.waitstatus_to_exitcode(os.waitpid(it, 0)[1]) for it in processes]
        print(json.dumps(ended), flush=True)


def _forked(command: list[str], *, at: float) -> int:
    process = os.fork()
    if not process:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        time.sleep(max(at - time.time(), 0))
        status = 99  # a traceback
        try:
            status = main(command)
        finally:
            os._exit(status)
    return process


if __name__ == "__main__":
    serve()
