"""The overview's first line: how many have answered, how often, and when."""

from collections.abc import Iterable
from html import escape

from maturity import queries
from maturity.access import Viewer
from maturity.kept import kept
from maturity.language import _, date, number
from maturity.views.overview_participation import answered

STYLE = """<style>
.facts.facts.facts { margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem 2.5rem; }
.facts div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.facts dd { margin: 0; font-size: 1.5rem; font-weight: 650; line-height: 1.25;
  font-variant-numeric: tabular-nums; }
.facts dt { font-size: 0.875rem; line-height: 1.3; }
@media (max-width: 40rem) {
  .facts.facts { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem 1rem; }
}
</style>"""


@kept
def facts(data: queries.Data, *, viewer: Viewer) -> str:
    """Return the page's first line: kommuner, answers, survey rounds and the newest import."""
    who = answered(data, viewer=viewer)
    days = [one.answered_at for one in who.rounds if one.answered_at]
    last = _("kartlegginger, siste {date}").format(
        date=date(max(days, default=None), style="medium")
    )
    everyone = who.frame["kommune"].nunique()
    lines = [
        (
            _("{count} av {all}").format(count=len(who.kommuner), all=everyone),
            _("kommuner har svart"),
        ),
        (number(who.answers, digits=0), _("svar som kan vises")),
        (number(len(who.rounds), digits=0), last),
    ]
    if data.last_import:
        lines.append((date(data.last_import.when.date(), style="medium"), _("sist lest inn")))
    return facts_html(lines)


def facts_html(lines: Iterable[tuple[str, str]]) -> str:
    """Return some numbers in large type, each with what it is a number of."""
    parts = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for value, name in lines
    )
    return f'{STYLE}<dl class="facts">{parts}</dl>'
