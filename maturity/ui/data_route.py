"""A view's numbers at its own address with .csv or .json behind the name, for programs too.

Whoever asks must have signed in, or bring a token; they get what their page would show, and it is
logged before it is sent.
"""

import datetime
from http import HTTPStatus
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from maturity import language, naming
from maturity.claims import Person, Refused
from maturity.errors import UserError
from maturity.exports.formats import FORMATS
from maturity.language import _
from maturity.roles import Access
from maturity.tokens import holder
from maturity.ui import session_cookie, signing_in, turns
from maturity.ui.visit import visited_by
from maturity.views.registry import VIEWS, view

FORMS = {"csv": FORMATS["csv-int"], "json": FORMATS["json"]}
# Of an answer to one reader: nobody keeps it, and no other site may draw on it.
HEADERS = {
    "cache-control": "no-store",
    "vary": "Authorization, Cookie",
    "cross-origin-resource-policy": "same-origin",
}


class DoorError(UserError):
    """Why somebody is not let in, with the status that says so."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


def answer(request: Request) -> Response:
    """Send a view's numbers, or a sentence that says why not."""
    name, _dot, extension = request.url.path.rpartition("/")[2].rpartition(".")
    told = parse_qsl(request.url.query, keep_blank_values=True)
    language.use(dict(told).get("lang", language.SOURCE))
    naming.use(None)
    choices = urlencode([(key, value) for key, value in told if key != "lang"])
    status = HTTPStatus.FORBIDDEN
    try:
        with turns.taken():
            rules = signing_in.settings()
            who = None if rules is None else _somebody(request, rules)
            seen = visited_by(who, rules, page=f"{name}.{extension}")
            status = HTTPStatus.NOT_FOUND
            found = view(f"{name}?{choices}", data=seen.data, viewer=seen.viewer)
            content = FORMS[extension].write([found])
            status = HTTPStatus.SERVICE_UNAVAILABLE
            if seen.looker is not None:
                kommuner = frozenset(found.kommuner)
                seen.looker.note("download", kommuner=kommuner, detail=found.address)
    except UserError as why:
        return _refused(getattr(why, "status", status), why.message)
    media_type = f"{FORMS[extension].mime}; charset=utf-8"
    return Response(content, media_type=media_type, headers=HEADERS)


def _refused(status: HTTPStatus, message: str) -> Response:
    bearer = {"www-authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else {}
    return PlainTextResponse(f"{message}\n", status_code=status, headers={**HEADERS, **bearer})


def _somebody(request: Request, rules: Access) -> Person:
    """Return who asks: by a token if one is brought, else by the cookie of the sign-in."""
    if "authorization" in request.headers:
        now = datetime.datetime.now(tz=datetime.UTC)
        found = holder(request.headers["authorization"], rules.tokens, now=now)
        if found is None:
            raise DoorError(HTTPStatus.UNAUTHORIZED, _("Nøkkelen gjelder ikke."))
        return found
    who = signing_in.vouched(session_cookie.claims(request.cookies), rules)
    if isinstance(who, Refused):
        known = who.why in ("unknown", "unverified")
        status = HTTPStatus.FORBIDDEN if known else HTTPStatus.UNAUTHORIZED
        text = _("Du har ikke tilgang") if known else _("Logg inn for å se resultatene")
        raise DoorError(status, f"{text}.")
    return who


ROUTES = [Route(f"/{name}.{form}", answer) for name in VIEWS for form in FORMS]
