"""A table that a screen reader reads: caption, heads with their scope, every text escaped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from maturity.view import Table

STYLE = """<style>
.scores { overflow-x: auto; }
.scores table { border-collapse: collapse; font-size: 0.9375rem; min-width: 60%; }
.scores caption { text-align: left; padding-bottom: 0.5rem; }
.scores caption > * { display: block; max-width: min(48rem, 100vw - 5rem); }
.scores caption small { font-size: 0.8125rem; }
.scores th, .scores td { padding: 0.3rem 0.9rem 0.3rem 0; vertical-align: top; text-align: left;
  border-bottom: 1px solid color-mix(in srgb, currentColor 22%, transparent); }
.scores td { min-width: 6.5rem; max-width: 16rem; font-variant-numeric: tabular-nums; }
.scores tbody th { font-weight: 400; min-width: 9rem; }
.scores tbody th[scope=rowgroup], .scores thead th { font-weight: 650; padding-top: 0.7rem; }
.scores td small { display: block; font-size: 0.8125rem; }
.scores .n { white-space: nowrap; }
.scores td b { font-weight: 650; }
.scores tbody a { color: inherit; }
@media (max-width: 40rem) {
  .scores table { font-size: 0.875rem; }
  .scores th, .scores td { padding-right: 0.6rem; }
  .scores td { min-width: 3.9rem; }
  .scores tbody th { min-width: 5.5rem; }
}
</style>"""


def written(table: Table, *, title: str, links: Mapping[str, str] | None = None) -> str:
    """Return a table as HTML, under its title; `links`: where the heads of rows lead."""
    return table_html(table.heads, table.rows, title=title, notes=table.notes, links=links)


def table_html(
    heads: Sequence[str],
    rows: Iterable[Sequence[str] | str],
    *,
    title: str,
    notes: Sequence[str] = (),
    links: Mapping[str, str] | None = None,
) -> str:
    """Return a table under its title; `notes` (source, reading help) stand below the title.

    Each row is its cells, the first of which heads it; a row that is one string heads the group
    of rows that follow. Lines of a cell are parted by newlines.
    """
    body = []
    for row in rows:
        if isinstance(row, str):
            body.append(f'<tr><th scope="rowgroup" colspan="{len(heads)}">{escape(row)}</th></tr>')
            continue
        cells = "".join(_cell(text) for text in row[1:])
        name = escape(row[0])
        if links and row[0] in links:
            name = f'<a href="{escape(links[row[0]])}">{name}</a>'
        body.append(f'<tr><th scope="row">{name}</th>{cells}</tr>')
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    small = "".join(f"<small>{escape(note)}</small>" for note in notes if note)
    return framed(
        f"<table><caption><b>{escape(title)}</b>{small}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>",
        title=title,
    )


def _cell(text: str) -> str:
    """Return a cell; where it has several lines, the first is what the others are about."""
    first, *lines = text.split("\n")
    if not lines:
        return f"<td>{escape(first)}</td>"
    small = "".join(f"<small>{escape(line)}</small>" for line in lines)
    return f'<td class="n"><b>{escape(first)}</b>{small}</td>'


def framed(table: str, *, title: str) -> str:
    """Return a table in a region that scrolls by itself and can be reached with the keyboard."""
    return (
        f'{STYLE}<div class="scores" role="region" tabindex="0" aria-label="{escape(title)}">'
        f"{table}</div>"
    )
