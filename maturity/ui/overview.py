"""The overview worked out: what stands on its first line, its two maps, its panel; each kept."""

from collections.abc import Iterable
from html import escape

import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.charts.participation import participation
from maturity.charts.scores import behind
from maturity.charts.tile_map import tile_map
from maturity.findings import withheld_reason
from maturity.kept import kept
from maturity.language import _, date, ngettext, number
from maturity.ui.overview_participation import Answered, answered
from maturity.ui.panel import panel_html
from maturity.views.rounds import Round

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


@kept
def map_figure(data: queries.Data, *, viewer: Viewer, dark: bool) -> go.Figure:
    """Return Nordland as tiles: how many modules each kommune has answered."""
    who = answered(data, viewer=viewer)
    return tile_map(
        who.tiles,
        title=_("Hvem har svart: antall moduler"),
        source=who.source,
        invented=who.invented,
        dark=dark,
    )


@kept
def heat_figure(data: queries.Data, *, viewer: Viewer, dark: bool) -> go.Figure:
    """Return the answers of each kommune in each survey round."""
    who = answered(data, viewer=viewer)
    return participation(
        who.frame,
        rounds=[one.survey_round for one in who.rounds],
        title=_("Hvem har svart når: antall svar"),
        source=who.source,
        invented=who.invented,
        dark=dark,
    )


@kept
def about(data: queries.Data, *, viewer: Viewer) -> str:
    """Return the quiet panel."""
    who = answered(data, viewer=viewer)
    return panel_html(
        [
            (_("Hvem har svart?"), [who.map_finding]),
            (_("Når?"), [_asked(one, who) for one in who.rounds]),
            (
                _("Samme spørsmål?"),
                [
                    _("Utgaver av et rammeverk med ulike spørsmål slås aldri sammen."),
                    _("Endring vises bare der samme utgave er brukt begge ganger."),
                ],
            ),
            (_("Hva mangler?"), _missing(who)),
            (
                _("Hvor sikkert?"),
                [
                    _("Nordland er snittet av kommunene, og hver teller likt."),
                    _("Små forskjeller kan være tilfeldige."),
                ],
            ),
            (_("Hvilke data?"), _which(data)),
        ]
    )


def _asked(one: Round, who: Answered) -> str:
    there = who.frame[(who.frame["survey_round"] == one.survey_round)]
    k = int((there["state"] != "none").sum())
    return f"{one.label}: {date(one.answered_at)}, {behind(None, k)}"


def _missing(who: Answered) -> list[str]:
    silent = who.frame["kommune"].nunique() - len(who.kommuner)
    withheld = int((who.frame["state"] == "withheld").sum())
    lines = []
    if silent:
        text = ngettext(
            "{count} kommune har ikke svart.", "{count} kommuner har ikke svart.", silent
        )
        lines.append(text.format(count=silent))
    if withheld:
        text = ngettext(
            "{count} tall er holdt tilbake: {reason}.",
            "{count} tall er holdt tilbake: {reason}.",
            withheld,
        )
        lines.append(text.format(count=withheld, reason=withheld_reason("min_respondents")))
    return lines or [_("Ingenting: alle har svart, og alt kan vises.")]


def _which(data: queries.Data) -> list[str]:
    lines = [_("Dataversjon {version}").format(version=data.version)]
    if data.last_import:
        lines.append(_("Lest inn {date}").format(date=date(data.last_import.when.date())))
    return lines
