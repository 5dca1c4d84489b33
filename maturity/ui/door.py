"""The door of addresses that run no page: who asks, what they may see, and that it is logged."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from maturity import language, naming
from maturity.claims import Person, Refused
from maturity.errors import UserError
from maturity.language import _
from maturity.roles import Access
from maturity.tokens import holder
from maturity.ui import session_cookie, signing_in, turns
from maturity.ui.visit import Visit, visited_by

SPARE = 2  # who stand ready for the next turn
# Of an answer to one reader: nobody keeps it, and no other site may draw on it.
HEADERS = {
    "cache-control": "no-store",
    "vary": "Authorization, Cookie",
    "cross-origin-resource-policy": "same-origin",
}


# Those who wait for their turn would else hold every thread that answers at once.
_few = CapacityLimiter(turns.AT_ONCE + SPARE)


class DoorError(UserError):
    """Why somebody is not let in, with the status that says so."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What is sent, and what is written down before: `what` of which kommuner; "": nothing.

    `version` is that of the data shown, None: the newest.
    """

    response: Response
    what: str = ""
    kommuner: frozenset[str] = frozenset()
    detail: str = ""
    version: int | None = None


async def let_in(
    request: Request, make: Callable[[Visit], Answer], *, page: str, tokens: bool = False
) -> Response:
    """Answer somebody who may come in, or with a sentence that says why not.

    `make` raises UserError where there is no such thing for them. With `tokens` programs may come.
    Who may not come in is told so at once; the others wait for their turn, few of them in threads.
    """
    language.use(request.query_params.get("lang", language.SOURCE))
    naming.use(None)
    try:
        who, rules = await run_in_threadpool(_asking, request, tokens=tokens)
    except UserError as why:
        return _refused(getattr(why, "status", HTTPStatus.FORBIDDEN), why.message)
    made = partial(_answered, make, who, rules, page=page)
    return await to_thread.run_sync(made, limiter=_few)


def _asking(request: Request, *, tokens: bool) -> tuple[Person | None, Access | None]:
    """Return who asks and by which rules; raises UserError where nobody may come in."""
    rules = signing_in.settings()
    return (None if rules is None else _somebody(request, rules, tokens=tokens)), rules


def _answered(
    make: Callable[[Visit], Answer], who: Person | None, rules: Access | None, *, page: str
) -> Response:
    status = HTTPStatus.FORBIDDEN
    try:
        with turns.taken():
            seen = visited_by(who, rules, page=page)
            status = HTTPStatus.NOT_FOUND
            answer = make(seen)
            status = HTTPStatus.SERVICE_UNAVAILABLE
            if seen.looker is not None and answer.what:
                version = seen.data.version if answer.version is None else answer.version
                looker = replace(seen.looker, version=version)
                looker.note(answer.what, kommuner=answer.kommuner, detail=answer.detail)
    except UserError as why:
        return _refused(getattr(why, "status", status), why.message)
    return answer.response


def _refused(status: HTTPStatus, message: str) -> Response:
    bearer = {"www-authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else {}
    return PlainTextResponse(f"{message}\n", status_code=status, headers={**HEADERS, **bearer})


def _somebody(request: Request, rules: Access, *, tokens: bool) -> Person:
    """Return who asks: by a token if one is brought, else by the cookie of the sign-in."""
    if tokens and "authorization" in request.headers:
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
