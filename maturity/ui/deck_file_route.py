"""Opening a presentation that was saved: a small file, taken of whoever may see results at all.

The platform's own way in for files takes large ones; no more than this is needed here.
"""

from functools import partial

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from maturity import language
from maturity.bond import bonded
from maturity.deck import LARGEST
from maturity.ui import running
from maturity.ui.door import HEADERS, Answer, let_in
from maturity.ui.visit import Visit
from maturity.views.decks import opened

PAGE = "presentasjon"
AROUND = 4096  # bytes of a form around its file


async def take(request: Request) -> Response:
    """Begin the presentation of a file and lead to its page, which says so where there is none."""
    content = await _content(request)
    return await let_in(request, partial(_begun, content), page=PAGE)


async def _content(request: Request) -> bytes:
    """Return the form's file; nothing where it is too large, or none."""
    told = request.headers.get("content-length", "")
    if not told.isdecimal() or int(told) > LARGEST + AROUND:
        return b""
    async with request.form(max_files=1, max_fields=1) as form:
        found = form.get("fil")
        return await found.read() if isinstance(found, UploadFile) else b""


def _begun(content: bytes, seen: Visit) -> Answer:
    deck = opened(content)
    if deck is None:
        choice = "ulest=1"
    else:
        owner = None if seen.looker is None else seen.looker.who.name
        deck = bonded(deck, newest=seen.data.version, owner=owner)
        choice = f"p={running.begin(deck, owner=owner)}"
    spoken = language.current()
    if spoken != language.SOURCE:
        choice += f"&lang={spoken}"
    way = f"../{PAGE}?{choice}"
    return Answer(response=RedirectResponse(way, status_code=303, headers=HEADERS))


ROUTES = [Route("/scene/fil", take, methods=["POST"])]
