"""The sentence that a page leads with, under what it is about."""

from html import escape

LEAD = """<style>.lead {{ font-size: 1.125rem; line-height: 1.45; margin: 0; }}
.lead b {{ display: block; font-weight: 650; }}</style>
<p class="lead"><b>{what}</b>{words}</p>"""


def lead_html(what: str, words: str) -> str:
    """Return the two as HTML, escaped."""
    return LEAD.format(what=escape(what), words=escape(words))
