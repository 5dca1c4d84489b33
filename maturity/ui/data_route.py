"""A view's numbers at its own address with .csv or .json behind the name, for programs too.

Whoever asks must have signed in, or bring a token; they get what their page would show, and it is
logged before it is sent.
"""

from functools import partial
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from maturity.exports.formats import FORMATS
from maturity.ui.door import HEADERS, Answer, let_in
from maturity.ui.visit import Visit
from maturity.views.registry import VIEWS, view

FORMS = {"csv": FORMATS["csv-int"], "json": FORMATS["json"]}


async def answer(request: Request) -> Response:
    """Send a view's numbers, or a sentence that says why not."""
    page = request.url.path.rpartition("/")[2]
    return await let_in(request, partial(_numbers, request), page=page, tokens=True)


def _numbers(request: Request, seen: Visit) -> Answer:
    name, _dot, extension = request.url.path.rpartition("/")[2].rpartition(".")
    told = parse_qsl(request.url.query, keep_blank_values=True)
    choices = urlencode([(key, value) for key, value in told if key != "lang"])
    found = view(f"{name}?{choices}", data=seen.data, viewer=seen.viewer)
    media_type = f"{FORMS[extension].mime}; charset=utf-8"
    return Answer(
        response=Response(FORMS[extension].write([found]), media_type=media_type, headers=HEADERS),
        what="download",
        kommuner=frozenset(found.kommuner),
        detail=found.address,
    )


ROUTES = [Route(f"/{name}.{form}", answer) for name in VIEWS for form in FORMS]
