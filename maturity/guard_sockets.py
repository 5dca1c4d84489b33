"""Connections that stay open: what is taken over them, and how one is refused."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

NOT_UNDERSTOOD = 1003  # why a connection is ended: RFC 6455, 7.4.1
ANSWERS = "websocket.http.response"  # by which a server says that it can answer a refusal


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
