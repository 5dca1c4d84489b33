"""The head of a kommune's page: its frames, and the three sentences that lead to its sections."""

from html import escape
from typing import Literal

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import Aspect
from maturity.findings_kommune import Sentence, three_sentences
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.ui.aspects import aspects
from maturity.ui.kommune import OwnKommune, answered, scores_of
from maturity.ui.rounds import Round
from maturity.ui.score_frame import Comparison, score_frame

State = Literal["shown", "withheld", "skipped", "never"]
OWN: tuple[Aspect, ...] = ("now", "target")
WAY: tuple[Aspect, ...] = (*OWN, "gap")

# The sections' anchors: where each sentence leads.
ANCHORS = {"gap": "maal", "level": "evner", "agreement": "enighet"}
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
def state(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> State:
    """Tell whether a kommune's scores in the round are shown, and if not, why."""
    rows = scores_of(data, viewer=viewer, asked=asked.capabilities, kommune=asked.kommune)
    if rows is not None:
        return "shown" if rows["mean"].notna().any() else "withheld"
    return "skipped" if answered(data, viewer=viewer, kommune=asked.kommune) else "never"


@kept
def own_frame(data: queries.Data, *, viewer: Viewer, asked: Round, kommune: str) -> pd.DataFrame:
    """Return one row per dimension: dimension, now, target, gap, n_now, n_target, withheld."""
    now, target, gap = (
        score_frame(
            data,
            viewer=viewer,
            asked=Comparison(
                instrument=asked.instrument,
                survey_round=asked.survey_round,
                aspect=aspect,
                kommuner=(kommune,),
                groups=(),
            ),
        ).set_index("dimension")
        for aspect in WAY
    )
    why = now["withheld"].where(now["withheld"].notna(), target["withheld"])
    return pd.DataFrame(
        {
            "now": now["mean"],
            "target": target["mean"],
            "gap": gap["mean"],
            "n_now": now["n"],
            "n_target": target["n"],
            "withheld": why,
        }
    ).reset_index()


@kept
def beside_frame(
    data: queries.Data, *, viewer: Viewer, asked: Round, kommune: str, groups: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Return the score frame of a kommune now, its target, and these groups now.

    Besides the columns of `score_frame`: name (without the aspect) and aspect.
    """
    names = aspects(reference().instruments[asked.instrument])
    parts = []
    for aspect in OWN:
        rows = score_frame(
            data,
            viewer=viewer,
            asked=Comparison(
                instrument=asked.instrument,
                survey_round=asked.survey_round,
                aspect=aspect,
                kommuner=(kommune,),
                groups=groups if aspect == "now" else (),
            ),
        )
        words = _("{series} {aspect}")
        labels = [words.format(series=it, aspect=names[aspect].lower()) for it in rows["series"]]
        parts.append(rows.assign(name=rows["series"], aspect=aspect, series=labels))
    whole = pd.concat(parts, ignore_index=True)
    own = whole["series_kind"] == "kommune"
    return pd.concat([whole[own], whole[~own]], ignore_index=True)


@kept
def sentences(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> str:
    """Return the three sentences as HTML, each a link to its section."""
    lines = [
        f'<li><a href="#{ANCHORS[it.about]}">{escape(it.text)}&nbsp;'
        '<span aria-hidden="true">↓</span></a></li>'
        for it in said(data, viewer=viewer, asked=asked)
    ]
    name = escape(_("Kort fortalt"))
    return f'{STYLE}<nav class="said" aria-label="{name}"><ul>{"".join(lines)}</ul></nav>'


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
