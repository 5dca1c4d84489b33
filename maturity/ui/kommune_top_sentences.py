"""The three sentences on top of a kommune's page and the question, each leading to its section."""

from html import escape

from maturity import queries
from maturity.access import Viewer
from maturity.kept import kept
from maturity.language import _
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_said import asked_next, said

# The sections' anchors: where each sentence leads.
ANCHORS = {"gap": "maal", "level": "evner", "agreement": "enighet", "next": "videre"}
STYLE = """<style>
nav.said ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.375rem; }
nav.said li { margin: 0; padding: 0; }
nav.said a { display: block; padding: 0.125rem 0.75rem; color: inherit; text-decoration: none;
  font-size: 1rem; line-height: 1.4; border-left: 3px solid #28788f; }
nav.said a:hover, nav.said a:focus-visible { text-decoration: underline; }
nav.said a span { color: #28788f; font-weight: 650; }
@media (prefers-color-scheme: dark) { nav.said a span { color: inherit; } }
</style>"""


@kept
def sentences(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> str:
    """Return the three sentences and the question for the next meeting, each leading on."""
    lines = [(ANCHORS[it.about], it.text) for it in said(data, viewer=viewer, asked=asked)]
    question = asked_next(data, viewer=viewer, asked=asked)
    if question and asked.kommune in viewer.kommuner:
        lines.append((ANCHORS["next"], _("Hva nå? {question}").format(question=question)))
    items = "".join(
        f'<li><a href="#{anchor}">{escape(text)}&nbsp;<span aria-hidden="true">↓</span></a></li>'
        for anchor, text in lines
    )
    name = escape(_("Kort fortalt"))
    return f'{STYLE}<nav class="said" aria-label="{name}"><ul>{items}</ul></nav>'
