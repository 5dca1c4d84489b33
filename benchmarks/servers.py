"""Starting the servers that are measured, and ending them whatever happens."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
BENCHMARKS = ROOT / "benchmarks"
CACHE = ROOT / "build" / "bench"
HEALTH = "_stcore/health"
START_LIMIT = 120  # seconds: a server that takes longer has failed


@dataclass(frozen=True, kw_only=True)
class Server:
    """A running server; `started` is `time.perf_counter()` just before its process was."""

    name: str
    port: int
    process: psutil.Popen
    started: float
    log: Path

    @property
    def url(self) -> str:
        """The address of the server, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self.process.poll() is None

    def memory(self) -> int:
        """Return the resident bytes of the server and its children."""
        processes = [self.process, *self.process.children(recursive=True)]
        return sum(process.memory_info().rss for process in processes)

    def peak_memory(self) -> int:
        """Return the most bytes the server has held; where the system keeps no mark, those now."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        except OSError:
            return self.memory()
        mark = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(mark.split()[1]) * 1024


def streamlit_command(script: Path) -> list[str]:
    """Return the command line that serves a script the way the product is served."""
    return [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]


@contextmanager
def serve(
    name: str, command: list[str], *, ready: str = HEALTH, env: dict[str, str] | None = None
) -> Iterator[Server]:
    """Run a server on a free port of this machine until the block ends.

    The port is handed over as `--server.port` to Streamlit and as `PORT` to the others. Raises
    RuntimeError with the end of the log where it does not answer `ready` in time.
    """
    port = _free_port()
    if "streamlit" in command:
        command = [*command, f"--server.port={port}", "--server.address=127.0.0.1"]
    CACHE.mkdir(parents=True, exist_ok=True)
    log = CACHE / f"{name.replace(' ', '-')}.log"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PORT": str(port), **(env or {})}
    started = time.perf_counter()
    with log.open("wb") as output:
        process = psutil.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    server = Server(name=name, port=port, process=process, started=started, log=log)
    try:
        _wait_until(server, ready)
        yield server
    finally:
        _end(process)


def product(
    answers: Path, *, env: dict[str, str] | None = None
) -> tuple[list[str], dict[str, str]]:
    """Return command and environment of the product with another table of answers."""
    values = {"MATURITY_ANSWERS": str(answers), **(env or {})}
    return streamlit_command(ROOT / "server.py"), values


def demo_answers() -> Path:
    """Take the demo in, into a table of the benchmark's own, and return where it lies."""
    answers = CACHE / "demo" / "answers"
    shutil.rmtree(answers.parent, ignore_errors=True)
    answers.parent.mkdir(parents=True)
    subprocess.run(
        [sys.executable, "-m", "maturity.intake", "demo"],
        cwd=ROOT,
        env={**os.environ, "MATURITY_ANSWERS": str(answers)},
        check=True,
        timeout=START_LIMIT,
    )
    return answers


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until(server: Server, ready: str) -> None:
    while time.perf_counter() - server.started < START_LIMIT and server.alive:
        try:
            with urllib.request.urlopen(f"{server.url}/{ready}", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    end = server.log.read_text("utf-8", errors="replace")[-2000:]
    raise RuntimeError(f"{server.name} did not start:\n{end}")


def _end(process: psutil.Popen) -> None:
    try:
        family = [*process.children(recursive=True), process]
    except psutil.NoSuchProcess:
        return
    for member in family:
        member.terminate()
    for member in psutil.wait_procs(family, timeout=10)[1]:
        member.kill()
