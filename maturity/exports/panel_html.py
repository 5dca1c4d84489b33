"""The quiet panel as HTML: what a room asks about figures before it believes them."""

from collections.abc import Sequence
from html import escape

STYLE = """<style>
dl.panel { margin: 0; padding: 0; font-size: 0.875rem; line-height: 1.45; display: grid;
  grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0.75rem 2rem; }
dl.panel dt { font-weight: 650; }
dl.panel dd { margin: 0; padding: 0; }
</style>"""


def panel_html(lines: Sequence[tuple[str, str | Sequence[str]]]) -> str:
    """Return the panel's questions with their answers, one or several lines each.

    Make it once, where the rest of a page's costly work is kept, and show it with `panel`.
    """
    parts = []
    for question, answer in lines:
        answers = [answer] if isinstance(answer, str) else answer
        said = "".join(f"<dd>{escape(text)}</dd>" for text in answers)
        parts.append(f"<div><dt>{escape(question)}</dt>{said}</div>")
    return f'{STYLE}<dl class="panel">{"".join(parts)}</dl>'
