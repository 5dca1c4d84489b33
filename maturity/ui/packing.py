"""A presentation to take along: what is in it, and the files that it can be."""

from html import escape

from maturity.language import _
from maturity.ui.links import link
from maturity.ui.taking import take_deck
from maturity.views.packing import Packed

STYLE = """<style>
ol.packed.packed { margin: 0; padding: 0 0 0 1.5rem; }
ol.packed li { margin: 0; padding: 0.1rem 0; }
</style>"""


def contents(deck: Packed) -> str:
    """Return what a deck shows, view by view, as HTML, and what it leaves out."""
    rows = "".join(f"<li>{escape(view.title)}</li>" for view in deck.views)
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
        kommuner=deck.kommuner,
        notes=deck.notes,
        gathering=True,
        same_at=link("ta-med", **dict(deck.told)) if deck.told else None,
    )
