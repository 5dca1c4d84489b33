"""Views as one file for a gathering: a page that needs no network, with all it shows inside."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import segno
from plotly.offline import get_plotlyjs

from maturity.exports.pack_figure import as_script, bare_figure
from maturity.exports.pack_page import notice_html, view_html
from maturity.exports.pack_stage import on_stage, with_whole_numbers
from maturity.exports.stage_parts import parts
from maturity.exports.stage_room import room, texts
from maturity.exports.view_words import language_tag, title_of
from maturity.language import _
from maturity.settings import ROOT
from maturity.view import View

HERE = Path(__file__).parent
MORE = 50  # of 1080 lines: what opens the table and the panel, below a view
COLUMN = 9  # lines of the list on the front that a hall reads in one column
FONTS = {  # file: the letters that it holds
    "latin": "U+0000-00FF, U+2000-206F, U+2190-2193, U+2212",
    "latin-ext": "U+0100-02BA, U+1E00-1E9F, U+2C60-2C7F, U+A720-A7FF",
}


def write_pack(
    views: Sequence[View],
    *,
    title: str | None = None,
    messages: Sequence[str] = (),
    base_address: str | None = None,
    page_of: Callable[[str], str] = str,
    same_at: str | None = None,
) -> bytes:
    """Return a page that works by a double click: a front, then a view for each of `views`.

    It holds what the views hold and no more: give it views with letters for names where names are
    not to be in the file. `title` is the deck's, or else its only view's, and `messages` are the
    presenter's own, one a view from the first. `base_address` is where the dashboard is found
    ("https://…/"), and `same_at` where the same views are in it: the QR code on the front leads
    there. Which page a view stands on (`page_of`) is not said, for that says of
    whom it is. The browser is told to refuse every request.
    """
    title = title or title_of(views)
    own = ["".join(messages[at : at + 1]) for at, _view in enumerate(views)]
    scripts = (get_plotlyjs(), (HERE / "pack.js").read_text("utf-8"))
    figures = as_script(
        {
            "page": [bare_figure(view)[0] for view in views],
            "stage": [_parts(view, own=said) for view, said in zip(views, own, strict=True)],
        }
    )
    sections = [
        view_html(view, number=at + 1, own=own[at], base_address=base_address)
        for at, view in enumerate(views)
    ]
    every = _("Alle figurene")
    page = (
        f'<!doctype html><html lang="{language_tag()}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(scripts)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_fonts()}{_style()}</style></head>"
        f'<body><div id="black"></div><main>{_front(views, own, title, same_at or base_address)}'
        f"{''.join(sections)}</main>{_bar()}"
        f'<dialog id="list" aria-label="{escape(every)}">{_list(views, own)}</dialog>'
        f'<script type="application/json" id="figures">{figures}</script>'
        f"{''.join(f'<script>{script}</script>' for script in scripts)}</body></html>"
    )
    return page.encode()


def _parts(view: View, *, own: str) -> list[dict[str, Any]]:
    """Return a view's figure for a hall, in as many parts as leave its letters large."""
    most = room(texts(view, title=own), besides=MORE)
    return [with_whole_numbers(it) for it in parts(on_stage(view), most=most)]


def _policy(scripts: Sequence[str]) -> str:
    """Return what the browser may do: run these very scripts, and ask nobody for anything."""
    hashes = [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = " ".join(f"'sha256-{it}'" for it in hashes)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; "
        "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def _fonts() -> str:
    rules = []
    for name, letters in FONTS.items():
        path = ROOT / "static" / "fonts" / f"atkinson-hyperlegible-next-{name}-wght-normal.woff2"
        data = b64encode(path.read_bytes()).decode()
        rules.append(
            '@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:200 800;'
            f"src:url(data:font/woff2;base64,{data}) format('woff2');unicode-range:{letters}}}"
        )
    return "".join(rules)


@cache
def _style() -> str:
    return (HERE / "pack.css").read_text("utf-8")


def _front(views: Sequence[View], own: Sequence[str], title: str, same_at: str | None) -> str:
    notice = next((view.about.notice for view in views if view.about.notice), "")
    versions = ", ".join(str(version) for version in sorted({view.version for view in views}))
    version = _("Dataversjon {version}").format(version=versions)
    purpose, content = _("Grunnlag for samtale, ikke en rangering."), _("Innhold")
    keys = _("Bla: piltaster, Page Up og Page Down, Home, End. L: listen. B: svart skjerm.")
    return (
        f'<section class="view front on" id="v0">{notice_html(notice)}'
        f'<h1 id="h0" tabindex="-1">{escape(title)}</h1>{_code(same_at)}'
        f'<p class="what">{escape(version)}. {escape(purpose)}</p>'
        f'<nav aria-label="{escape(content)}">{_list(views, own)}</nav>'
        f'<p class="fine keys">{escape(keys)}</p></section>'
    )


def _list(views: Sequence[View], own: Sequence[str]) -> str:
    rows = [
        f'<li><a href="#v{number}">{escape(message or view.title)}</a></li>'
        for number, (view, message) in enumerate(zip(views, own, strict=True), start=1)
    ]
    many = ' class="many"' if len(rows) > COLUMN else ""
    return f"<ol{many}>{''.join(rows)}</ol>"


def _code(address: str | None) -> str:
    if not address:
        return ""
    words = _("QR-kode til {address}").format(address=address)
    code = segno.make(address, error="m").svg_inline(border=2, omitsize=True)
    return f'<div class="qr" role="img" aria-label="{escape(words)}">{code}</div>'


def _bar() -> str:
    parts = {"back": ("‹", _("Forrige")), "next": ("›", _("Neste")), "list": ("☰", _("Listen"))}
    buttons = {
        name: f'<button type="button" data-do="{name}" aria-label="{escape(words)}">{sign}</button>'
        for name, (sign, words) in parts.items()
    }
    return (
        f'<div class="bar">{buttons["list"]}{buttons["back"]}'
        f'<span id="count" role="status"></span>{buttons["next"]}</div>'
    )
