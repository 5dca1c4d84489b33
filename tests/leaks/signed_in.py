"""Many people at once on the real server: each with a cookie of their own, on the websocket."""

import asyncio
import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import (
    create_signed_value,
    generate_xsrf_token_string,
)
from websockets.asyncio.client import connect

from tests.browser.oidc import SECRET

PATIENCE = 180
Step = tuple[str, dict[str, str]]  # a page and its address


@dataclass
class Visitor:
    """Somebody who goes from page to page; `got` are all bytes that came, `runs` are finished."""

    email: str | None
    steps: Sequence[Step]
    got: bytearray = field(default_factory=bytearray)
    runs: int = 0

    def cookies(self, url: str) -> dict[str, str]:
        """What the browser of somebody who has signed in sends along."""
        cookies = {"_streamlit_xsrf": generate_xsrf_token_string()}
        if self.email:
            told = {
                "email": self.email,
                "email_verified": True,
                "iat": int(time.time()),
                "origin": url,
                "is_logged_in": True,
                "provider": "default",
            }
            signed = create_signed_value(SECRET, "_streamlit_user", json.dumps(told))
            cookies["_streamlit_user"] = signed.decode()
        return cookies


def visit_together(visitors: Sequence[Visitor], url: str) -> None:
    """Let all come at once; raises what broke a visit."""

    async def everyone() -> None:
        await asyncio.gather(*(_visit(visitor, url) for visitor in visitors))

    with ThreadPoolExecutor(1) as thread:  # a browser test of the same process may have a loop
        thread.submit(lambda: asyncio.run(everyone())).result()


async def _visit(visitor: Visitor, url: str) -> None:
    cookies = visitor.cookies(url)
    async with connect(
        url.replace("http", "ws", 1) + "/_stcore/stream",
        subprotocols=["streamlit", cookies["_streamlit_xsrf"]],
        origin=url,
        additional_headers={"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items())},
        max_size=None,
        open_timeout=PATIENCE,
    ) as socket:
        for page, address in visitor.steps:
            ask = BackMsg()
            ask.rerun_script.query_string = urlencode(address)
            ask.rerun_script.page_name = page
            await socket.send(ask.SerializeToString())
            async with asyncio.timeout(PATIENCE):
                while not await _finished(socket, visitor):
                    pass
            visitor.runs += 1


async def _finished(socket, visitor: Visitor) -> bool:
    """Take one message; tell whether it says that the run has come to its end."""
    data = await socket.recv()
    visitor.got += data
    message = ForwardMsg.FromString(data)
    success = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY
    return message.WhichOneof("type") == "script_finished" and message.script_finished == success
