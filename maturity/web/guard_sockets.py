"""Connections that stay open: for whose pages, what is taken over them, and how one is refused."""

import logging
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

NOT_UNDERSTOOD = 1003  # why a connection is ended: RFC 6455, 7.4.1
POLICY = 1008
ANSWERS = "websocket.http.response"  # by which a server says that it can answer a refusal
SHOWN = 100  # letters of a refused origin that are logged

log = logging.getLogger(__name__)


def for_our_page(scope: Scope, *, home: str | None) -> Scope | None:
    """Return the connection as it is passed on; None where a page of another site asks for it.

    `home` is the origin that readers come to; None: the host asked for, whatever its scheme, since
    something before us may speak https. Programs tell no origin. A host that a proxy has put
    another in the place of is put right: where it is not the origin's, the platform asks a service
    elsewhere for its own address, and everybody waits.
    """
    headers = MutableHeaders(raw=list(scope.get("headers", [])))
    origin = headers.get("origin")
    if origin is None:
        return scope
    host = _host_of(origin)
    if not host or (origin != home if home else host != headers.get("host")):
        log.warning("A connection for a page of %r is refused.", origin[:SHOWN])
        return None
    if headers.get("host") != host:
        del headers["host"]
        headers["host"] = host
    return {**scope, "headers": headers.raw}


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def bytes_alone(receive: Receive) -> Receive:
    """End a connection that sends text; the platform speaks bytes, and would log a trace."""

    async def told() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and message.get("bytes") is None:
            return {"type": "websocket.disconnect", "code": NOT_UNDERSTOOD}
        return message

    return told


def refusing(scope: Scope, send: Send, *, headers: Mapping[str, str]) -> Send:
    """Answer a connection that is refused with the headers of every answer, where that can be."""
    begun = False

    async def told(message: Message) -> None:
        nonlocal begun
        kind = message["type"]
        if kind == "websocket.close" and not begun and ANSWERS in scope.get("extensions", {}):
            begun = True
            start = {"type": f"{ANSWERS}.start", "status": 403, "headers": _with([], headers)}
            await send(start)
            await send({"type": f"{ANSWERS}.body", "body": b""})
            return
        begun = True
        if kind == f"{ANSWERS}.start":
            message = {**message, "headers": _with(message.get("headers", []), headers)}
        await send(message)

    return told


def _with(raw: list[tuple[bytes, bytes]], headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    own = MutableHeaders(raw=list(raw))
    for name, value in headers.items():
        own[name] = value
    return own.raw
