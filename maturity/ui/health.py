"""Whether data and configuration can be read: for whoever watches the server, and no more."""

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor

from starlette.requests import Request
from starlette.responses import PlainTextResponse

from maturity import audit, queries
from maturity.reference import load
from maturity.settings import answers_path, reference_path, thresholds
from maturity.ui import signing_in

ADDRESS = "/healthz"
SECONDS = 5  # that an answer holds: asking often costs nothing

log = logging.getLogger(__name__)
_own = ThreadPoolExecutor(1, thread_name_prefix="health")
_found: tuple[float, bool] = (-SECONDS, False)


async def answer(_request: Request) -> PlainTextResponse:
    """Say "ok", or "unavailable" with status 503; the reason is in the server's log alone.

    In a thread of its own: those that answer readers may all be busy.
    """
    well = await asyncio.get_running_loop().run_in_executor(_own, _well)
    headers = {"cache-control": "no-store"}
    return PlainTextResponse(
        "ok" if well else "unavailable", status_code=200 if well else 503, headers=headers
    )


def _well() -> bool:
    global _found
    if time.monotonic() - _found[0] >= SECONDS:
        _found = (time.monotonic(), _readable())
    return _found[1]


def _readable() -> bool:
    try:
        load(reference_path())
        thresholds()
        if signing_in.settings() is not None:
            audit.ready()
        # Nothing there looks the same whether nothing was taken in or the disk is not mounted.
        return queries.newest(answers_path()) is not None
    except Exception:  # whatever it is, the answer is the same
        log.exception("The server cannot serve")
        return False
