"""The real server, as `make run` starts it, with the demo taken in by the real intake."""

import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
STREAMLIT_RUN = (sys.executable, "-m", "streamlit", "run")
START_LIMIT = 90  # seconds; the first start of all compresses the platform's files


def take_demo_in(answers: Path) -> None:
    """Take the demo in, into a table of its own at `answers`."""
    subprocess.run(
        [sys.executable, "-m", "maturity.intake", "demo"],
        cwd=ROOT,
        env={**os.environ, "MATURITY_ANSWERS": str(answers)},
        stderr=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    )


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(
    answers: Path,
    *,
    log: Path,
    port: int | None = None,
    secrets: Path | None = None,
    certificate: tuple[Path, Path] | None = None,
) -> Iterator[str]:
    """Run server.py until the block ends; gives its address without a slash.

    By https where there is a certificate: a file of it, and one of its key.
    """
    port = port or free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                *STREAMLIT_RUN,
                "server.py",
                f"--server.port={port}",
                "--server.address=127.0.0.1",
                *([f"--secrets.files={secrets}"] if secrets else []),
                *(_by_https(*certificate) if certificate else []),
            ],
            cwd=ROOT,
            env={**os.environ, "MATURITY_ANSWERS": str(answers)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    address = f"{'https' if certificate else 'http'}://127.0.0.1:{port}"
    try:
        _wait_for_health(process, address, log)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def _by_https(certificate: Path, key: Path) -> list[str]:
    return [f"--server.sslCertFile={certificate}", f"--server.sslKeyFile={key}"]


def _wait_for_health(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + START_LIMIT
    anyone = ssl.create_default_context()
    anyone.check_hostname, anyone.verify_mode = False, ssl.CERT_NONE  # a test's own certificate
    while process.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5, context=anyone):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"the server did not start:\n{log.read_text('utf-8', errors='replace')}")
