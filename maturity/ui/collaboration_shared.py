"""Who shares a gap or a barrier, by name: for those who see all."""

from dataclasses import dataclass
from html import escape

from maturity import queries
from maturity.access import Viewer
from maturity.kept import kept
from maturity.language import _
from maturity.matching_groups import Shared, sharing_gap
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.ui.links import link
from maturity.views.barriers_choices import rounds_with_comments, themed
from maturity.views.barriers_shared import sharing, sharing_words
from maturity.views.collaboration_scores import scores_of
from maturity.views.rounds import Round

STYLE = """<style>
dl.shared { margin: 0; padding: 0; }
dl.shared dt { font-weight: 650; margin-top: 0.6rem; }
dl.shared dd { margin: 0; }
dl.shared a { color: inherit; }
</style>"""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """What is shared, as HTML with a link to each kommune, and what is said above it."""

    words: str
    html: str


@kept
def shared_gaps(data: queries.Data, *, viewer: Viewer, asked: Round) -> Listed:
    """Return the gaps that enough kommuner share."""
    gap = scores_of(data, viewer=viewer, asked=asked).gap
    found = sharing_gap(gap, at_least=thresholds().min_kommuner)
    by_key = reference().instruments[asked.instrument].by_key
    words = "" if found else _("Ingen evne har så lang vei igjen i mange nok kommuner.")
    return Listed(words=words, html=_listed([(by_key[one.what].label, one) for one in found]))


@kept
def shared_barriers(data: queries.Data, *, viewer: Viewer, asked: Round) -> Listed:
    """Return the barriers that enough kommuner share, in this round or the newest with themes."""
    rounds = rounds_with_comments(data, viewer=viewer, kind="barrier")
    with_themes = [
        it for it in rounds.values() if themed(data, viewer=viewer, asked=it, kind="barrier")
    ]
    own = next((it for it in with_themes if it.survey_round == asked.survey_round), None)
    which = own or next(iter(with_themes), None)
    words = []
    if own is None:
        words.append(
            _("Kommentarene i {round} har ingen temaer.").format(round=asked.label)
            if asked.survey_round in rounds
            else _("{round} har ingen kommentarer om barrierer.").format(round=asked.label)
        )
    if which is None:
        return Listed(words=" ".join(words), html="")
    if own is None:
        words.append(_("Dette er fra {round}.").format(round=which.label_with_date))
    words.append(sharing_words())
    found = sharing(data, viewer=viewer, kind="barrier", rounds=(which,))
    if not found:
        words.append(_("Ingen barriere deles av mange nok."))
    html = _listed([(one.what, one) for one in found])
    return Listed(words=" ".join(words), html=html)


def unnamed(finding: str) -> str:
    """Say what stands for the pairs where nobody may be named; `finding` is of the groups."""
    return " ".join(
        [
            _(
                "Hvem som kan hjelpe hvem, sies bare om kommuner som har åpnet profilen sin for "
                "deg. Hvor gruppene har lengst vei igjen, kan vises."
            ),
            finding,
        ]
    )


def _listed(found: list[tuple[str, Shared]]) -> str:
    if not found:
        return ""
    known = reference().kommuner
    parts = []
    for name, one in found:
        count = _("{count} kommuner").format(count=len(one.kommuner))
        to = ", ".join(
            f'<a href="{escape(link("kommune", k=code))}">{escape(known[code].name)}</a>'
            for code in one.kommuner
        )
        parts.append(f"<dt>{escape(name)} ({escape(count)})</dt><dd>{to}</dd>")
    return f'{STYLE}<dl class="shared">{"".join(parts)}</dl>'
