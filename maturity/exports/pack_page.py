"""One view of a gathering pack as HTML: the message, the figure, its table, its quiet panel."""

from html import escape
from urllib.parse import urlencode

from maturity.exports.panel_html import panel_html
from maturity.exports.stage_room import fine_print
from maturity.exports.table_html import written
from maturity.exports.view_words import headline
from maturity.fingerprint import fingerprint
from maturity.language import _
from maturity.view import View


def view_html(view: View, *, number: int, own: str, base_address: str | None) -> str:
    """Return a view's section; `number` counts from one, `own` the presenter's message.

    Where a hall is shown one message, the rest of what is seen stands above the quiet panel.
    """
    message, what, rest = headline(view, own=own)
    table, panel = _("Vis som tabell"), _("Hva sier tallene, og hva sier de ikke?")
    part = escape(_("del {number} av {count}"))
    below = fine_print(view)
    again = f'<p class="again">{escape(rest)}</p>' if rest else ""
    return (
        f'<section class="view" id="v{number}">'
        f'{notice_html(view.about.notice)}<h2 id="h{number}" tabindex="-1">{escape(message)}</h2>'
        f'<p class="what">{escape(what)}<span class="part" data-words="{part}"></span>'
        f'<span class="rest">{escape(_parted(what, rest))}</span></p>'
        f'<div class="figure" data-figure="{number - 1}" role="img" '
        f'aria-label="{escape(view.finding)}"><div class="sheet"></div></div>'
        f'<footer><p class="fine">{escape(below)} {_checked(view, base_address)}</p>'
        f'<div class="more"><details><summary>{escape(table)}</summary>'
        f"{written(view.table, title=view.title)}</details>"
        f"<details><summary>{escape(panel)}</summary>"
        f"{again}{panel_html(view.panel)}</details></div></footer></section>"
    )


def _parted(what: str, rest: str) -> str:
    """Return the rest of a finding as it follows what the figure shows."""
    between = " " if what.endswith(".") or not what else ". "
    return f"{between}{rest}" if rest else ""


def notice_html(notice: str) -> str:
    """Return the word for invented data; nothing where the data are real."""
    return f'<p class="notice">◆ {escape(notice)}</p>' if notice else ""


def _checked(view: View, base_address: str | None) -> str:
    """Return the fingerprint, with the page that tells whether it still holds."""
    found = fingerprint(view)
    said = escape(_("Fingeravtrykk"))
    if not base_address:
        return f'{said}: <span class="whole">{found}</span>'
    # An address that says of whom the figure is stays out of what is handed out.
    figure = {"figur": view.address} if view.again and not view.kommuner else {}
    address = escape(f"{base_address}sjekk?{urlencode({'f': found} | figure)}")
    return f'{said}: <a class="whole" href="{address}">{found}</a>'
