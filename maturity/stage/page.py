"""The two pages of a presentation as HTML: the stage, and the speaker's window.

Both are whole when they have loaded: a hall's network may come and go.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from maturity.exports.pack_figure import as_script
from maturity.exports.view_words import language_tag
from maturity.language import _
from maturity.stage.files import address_of

Show = Mapping[str, Any]


def stage_html(show: Show, *, dark: bool) -> str:
    """Return the page for the hall's screen; `show` is what `views.showing` makes."""
    listed, shown, leads = _("Alle figurene"), _("Taster"), _("Bla")
    parts = {"list": ("☰", _("Listen")), "back": ("‹", _("Forrige")), "next": ("›", _("Neste"))}
    buttons = {
        name: f'<button type="button" data-do="{name}" aria-label="{escape(words)}">{sign}</button>'
        for name, (sign, words) in parts.items()
    }
    body = (
        '<div id="black"></div><main><p class="notice" hidden></p>'
        f'<h1 class="message" tabindex="-1">{escape(show["title"])}</h1>'
        '<p class="what" hidden></p>'
        '<div class="figure" role="img" hidden><div class="sheet"></div></div>'
        '<p class="source fine" hidden></p></main>'
        f'<nav class="bar" aria-label="{escape(leads)}">{buttons["back"]}{buttons["list"]}'
        f'<span id="count"></span>{buttons["next"]}</nav><p id="told" role="status"></p>'
        f'<dialog id="list" aria-label="{escape(listed)}"><ol></ol></dialog>'
        f'<dialog id="help" aria-label="{escape(shown)}"><h2>{escape(shown)}</h2>'
        f"<dl>{_keys()}</dl></dialog>"
    )
    return _page(show, body, script="stage.js", dark=dark, styles=("stage.css",))


def speaker_html(show: Show) -> str:
    """Return the page for the speaker alone: notes, what comes, time, and names to reveal."""
    words = {
        "back": _("Forrige"),
        "next": _("Neste"),
        "black": _("Svart skjerm"),
        "first": _("Til starten"),
        "restart": _("Start tiden på nytt"),
    }
    buttons = "".join(
        f'<button type="button" data-do="{name}">{escape(label)}</button>'
        for name, label in words.items()
    )
    alone = _("Venter på visningen. Den må være åpen i et annet vindu i samme nettleser.")
    black, notes, ended = _("Skjermen er svart"), _("Notater"), _("Slutt")
    name = _("Vis navnet på {}")
    body = (
        '<header><strong id="elapsed">00:00:00</strong><span id="time"></span>'
        '<span id="count"></span><span id="black-word" class="notice" hidden>'
        f'{escape(black)}</span></header><p id="told" role="status"></p>'
        f'<p id="alone">{escape(alone)}</p><main>'
        f'<div class="columns"><div><h1 id="message">{escape(show["title"])}</h1>'
        f'<h2>{escape(notes)}</h2><p id="notes"></p></div>'
        f'<div><h2>{escape(words["next"])}</h2><p id="next" data-none="{escape(ended)}"></p>'
        '<div id="preview" aria-hidden="true" hidden><div class="sheet"></div></div></div></div>'
        f'<div class="keys">{buttons}</div>'
        f'<div class="keys" id="names" data-words="{escape(name)}"></div></main>'
    )
    styles = ("stage.css", "speaker.css")
    return _page(show, body, script="speaker.js", dark=False, styles=styles)


def told_html(message: str, *, back: str) -> str:
    """Return the page that stands where no stage can: why, and the way `back` to the deck."""
    title, way = escape(_("Visningen kan ikke startes")), escape(_("Til presentasjonen"))
    return (
        f'<!doctype html><html lang="{language_tag()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        f'<title>{title}</title><link rel="stylesheet" href="{address_of("stage.css")}"></head>'
        f'<body class="speaker"><main><h1>{title}</h1><p class="what">{escape(message)}</p>'
        f'<p><a href="{escape(back)}">{way}</a></p></main></body></html>'
    )


def _keys() -> str:
    said = {
        "→ ↓ Page Down": _("neste"),
        "← ↑ Page Up": _("forrige"),
        "Home, End": _("første, siste"),
        _("12, Enter"): _("til nummer 12"),
        "G": _("listen over alle"),
        "V": _("vis neste navn i figuren"),
        "B": _("svart skjerm"),
        "N": _("eget vindu med notater, tid og det neste"),
        "F": _("fullskjerm"),
        "?": _("denne hjelpen"),
    }
    return "".join(f"<dt>{escape(key)}</dt><dd>{escape(what)}</dd>" for key, what in said.items())


def _page(show: Show, body: str, *, script: str, dark: bool, styles: Sequence[str]) -> str:
    links = "".join(f'<link rel="stylesheet" href="{address_of(it)}">' for it in styles)
    unreached = escape(_("Serveren svarer ikke. Visningen går videre uten."))
    fetching = escape(_("Henter navnet …"))
    kind = "speaker" if script == "speaker.js" else ""
    return (
        f'<!doctype html><html lang="{language_tag()}"{" class=dark" if dark else ""}><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<meta name="robots" content="noindex"><link rel="icon" href="../app/static/icon.svg">'
        f"<title>{escape(show['title'])}</title>{links}</head>"
        f'<body class="{kind}" data-unreached="{unreached}" data-fetching="{fetching}">{body}'
        f'<script type="application/json" id="show">{as_script(show)}</script>'
        f'<script src="{address_of("plotly.js")}"></script>'
        f'<script type="module" src="{address_of(script)}"></script></body></html>'
    )
