"""The addresses of a stage: its page, the speaker's window, a name revealed, and their files."""

from functools import partial
from http import HTTPStatus
from urllib.parse import urlencode

import brotli
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from maturity import language
from maturity.deck import Deck
from maturity.exports.pack_figure import as_script
from maturity.language import _
from maturity.naming import label
from maturity.reference import reference
from maturity.stage.files import edition, files
from maturity.stage.page import speaker_html, stage_html, told_html
from maturity.ui import running
from maturity.ui.deck_data import data_of, older
from maturity.ui.door import HEADERS, Answer, DoorError, let_in
from maturity.ui.hall import hall_of
from maturity.ui.visit import Visit
from maturity.views.showing import Showing, showing, unnamed

PAGE, JSON = "presentasjon", "application/json"
QUALITY = 5  # of Brotli, for what is made anew each time
FOREVER = {"cache-control": "public, max-age=31536000, immutable"}


async def scene(request: Request) -> Response:
    """Send the stage, or with `taler` in the address the speaker's window; POST: reveal a name."""
    if request.method == "POST":
        return await let_in(request, partial(_revealed, request), page=PAGE)
    answer = await let_in(request, partial(_page, request), page=PAGE)
    return answer if answer.status_code == HTTPStatus.OK else _told(request, answer)


def _told(request: Request, answer: Response) -> Response:
    """Return why there is no stage as a page, with the way back to where that can be mended."""
    spoken = language.current()
    asked = {"p": request.path_params["sign"]}
    asked |= {"lang": spoken} if spoken != language.SOURCE else {}
    message = bytes(answer.body).decode().strip()
    html = told_html(message, back=f"../{PAGE}?{urlencode(asked)}")
    return HTMLResponse(html, status_code=answer.status_code, headers=HEADERS)


def file(request: Request) -> Response:
    """Send a file of the stage; whoever asks may keep it, for another has another address."""
    found = files().get(request.path_params["name"])
    if found is None or request.path_params["edition"] != edition():
        return PlainTextResponse("", status_code=404)
    return _compressed(
        request, found.content, mime=found.mime, headers=FOREVER, known=found.compressed
    )


def _page(request: Request, seen: Visit) -> Answer:
    speaker = "taler" in request.query_params
    deck = _deck(request, seen)
    found = _shown(request, deck, seen, notes=speaker)
    dark = "mork" in request.query_params
    html = speaker_html(found.show) if speaker else stage_html(found.show, dark=dark)
    response = _compressed(request, html.encode(), mime="text/html", headers=HEADERS)
    about = found.about & (seen.viewer.named - seen.viewer.own)  # whether by name or by letter
    was = _("versjon {n}").format(n=deck.version) if older(deck, seen) else ""
    return Answer(
        response=response,
        what="view" if about else "older" if was else "",
        kommuner=about,
        detail=was,
        version=deck.version,
    )


def _revealed(request: Request, seen: Visit) -> Answer:
    """Reveal the name of a letter, else the next of a slide, and send what is shown from then."""
    deck = _deck(request, seen)
    asked = request.query_params
    before = unnamed(deck, data=data_of(deck, seen), viewer=seen.viewer, hall=hall_of(seen))
    at = int(asked.get("slide", "")) if asked.get("slide", "").isdecimal() else -1
    left = before[at] if 0 <= at < len(before) else {}
    letter = asked.get("letter") or next(iter(left), "")
    if letter not in left:
        told = as_script({"told": _("Her er det ingen flere navn som kan vises.")}).encode()
        return Answer(response=_compressed(request, told, mime=JSON, headers=HEADERS))
    after = deck.model_copy(update={"revealed": (*deck.revealed, left[letter])})
    running.change(request.path_params["sign"], after)
    words = _("{letter} er {name}").format(
        letter=label(letter), name=reference().kommuner[left[letter]].name
    )
    content = as_script({**_shown(request, after, seen).show, "told": words}).encode()
    return Answer(
        response=_compressed(request, content, mime=JSON, headers=HEADERS),
        what="view",
        kommuner=frozenset([left[letter]]),
        detail=_("navn vist på skjerm"),
        version=deck.version,
    )


def _deck(request: Request, seen: Visit) -> Deck:
    owner = None if seen.looker is None else seen.looker.who.name
    deck = running.deck_of(request.path_params["sign"], owner=owner)
    if deck is None:
        raise DoorError(
            HTTPStatus.NOT_FOUND,
            _("Presentasjonen er ikke åpen lenger. Start den på nytt fra siden «Presentasjon»."),
        )
    return deck


def _shown(request: Request, deck: Deck, seen: Visit, *, notes: bool = False) -> Showing:
    return showing(
        deck,
        data=data_of(deck, seen),
        viewer=seen.viewer,
        hall=hall_of(seen),
        dark="mork" in request.query_params,
        notes=notes,
    )


def _compressed(
    request: Request,
    content: bytes,
    *,
    mime: str,
    headers: dict[str, str],
    known: bytes | None = None,
) -> Response:
    """Send content, compressed for whoever takes that; a hall's network is slow."""
    told = {**headers, "vary": "Accept-Encoding, Cookie"}
    if "br" in request.headers.get("accept-encoding", ""):
        told["content-encoding"] = "br"
        content = known or brotli.compress(content, quality=QUALITY)
    return Response(content, media_type=f"{mime}; charset=utf-8", headers=told)


ROUTES = [
    Route("/scene/{sign}", scene, methods=["GET", "POST"]),
    Route("/scene/filer/{edition}/{name}", file),
]
