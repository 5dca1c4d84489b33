"""The three sentences on top of a kommune's page and the question, each leading to its section."""

from html import escape

from maturity import queries
from maturity.access import Viewer
from maturity.findings_kommune import Sentence, three_sentences
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.ui.kommune_next import asked_next
from maturity.views.kommune import OwnKommune, scores_of
from maturity.views.kommune_frames import own_frame

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
    if question:
        lines.append((ANCHORS["next"], _("Hva nå? {question}").format(question=question)))
    items = "".join(
        f'<li><a href="#{anchor}">{escape(text)}&nbsp;<span aria-hidden="true">↓</span></a></li>'
        for anchor, text in lines
    )
    name = escape(_("Kort fortalt"))
    return f'{STYLE}<nav class="said" aria-label="{name}"><ul>{items}</ul></nav>'


def said(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> tuple[Sentence, ...]:
    """Return the three sentences on a kommune."""
    where = {"instrument": asked.capabilities.instrument, "aspect": "now"}
    spread, no_spread = None, "only_means"
    if asked.spread is not None:
        rows = scores_of(data, viewer=viewer, asked=asked.spread, kommune=asked.kommune)
        spread = None if rows is None else rows.reset_index()
    else:
        levels = queries.answers_by_level(
            data,
            viewer=viewer,
            survey_round=asked.capabilities.survey_round,
            kommune=asked.kommune,
            **where,
        )
        no_spread = next(iter(levels["withheld"].dropna()), no_spread)
    other = asked.spread is not None and asked.spread != asked.capabilities
    return three_sentences(
        own_frame(data, viewer=viewer, asked=asked.capabilities, kommune=asked.kommune),
        instrument=reference().instruments[asked.capabilities.instrument],
        kommune=reference().kommuner[asked.kommune].name,
        spread=spread,
        spread_of=asked.spread.label_with_date if other and asked.spread else None,
        no_spread=no_spread,
    )
