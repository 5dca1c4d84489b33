"""A presentation to take along: what is in it, and the files that it can be."""

from html import escape

from maturity import language
from maturity.language import _
from maturity.ui.links import link
from maturity.ui.taking import take_deck
from maturity.view import View
from maturity.views.packing import Packed
from maturity.views.registry import page_of

STYLE = """<style>
ol.packed.packed { margin: 0; padding: 0 0 0 1.5rem; }
ol.packed li { margin: 0; padding: 0.1rem 0; }
ol.packed a { color: inherit; }
</style>"""


def contents(deck: Packed) -> str:
    """Return what a deck shows as HTML, each view with the way to it, and what it leaves out."""
    rows = "".join(f"<li>{_title(view)}</li>" for view in deck.views)
    words = _("Ikke med: {why}")
    left = "".join(f"<p>{escape(words.format(why=it))}</p>" for it in deck.left_out)
    return f'{STYLE}<ol class="packed">{rows}</ol>{left}'


def files(deck: Packed) -> None:
    """Offer a deck in every format for showing; the QR code on its front leads to this choice."""
    if not deck.views:
        return
    take_deck(
        lambda: deck.views,
        title=deck.title,
        version=deck.version,
        kommuner=deck.about,
        notes=deck.notes,
        messages=deck.messages,
        gathering=True,
        same_at=link("ta-med", **dict(deck.told)) if deck.told else None,
    )


def _title(view: View) -> str:
    """Return what a view shows, as a way to where it stands if that tells no hidden name."""
    if not view.again:
        return escape(view.title)
    name, _mark, query = page_of(view.address).partition("?")
    spoken = language.current()
    asked = [query] if query else []
    asked += [f"lang={spoken}"] if spoken != language.SOURCE else []
    address = f"{name or '.'}{'?' if asked else ''}{'&'.join(asked)}"
    return f'<a href="{escape(address)}">{escape(view.title)}</a>'
