"""Who has answered, as views: on the map, and survey round by survey round."""

from maturity import queries
from maturity.access import Viewer
from maturity.charts.participation import participation
from maturity.charts.scores import behind
from maturity.charts.tile_map import tile_map
from maturity.findings.scores import withheld_reason
from maturity.kept import kept
from maturity.language import _, date, ngettext
from maturity.view import View
from maturity.views.choosing import address
from maturity.views.compare_panel import Lines
from maturity.views.making import made
from maturity.views.overview_participation import Answered, answered
from maturity.views.rounds import Round


@kept
def answering_map(data: queries.Data, *, viewer: Viewer) -> View:
    """Return Nordland as tiles: how many modules each kommune has answered."""
    who = answered(data, viewer=viewer)
    return made(
        data,
        address=address("kart", {}),
        kind="tile_map",
        title=_("Hvem har svart: antall moduler"),
        source=who.source,
        invented=who.invented,
        finding=who.map_finding,
        frame=who.tiles,
        table=who.table,
        panel=about(data, viewer=viewer),
        chart=tile_map,
        kommuner=tuple(who.tiles["kommune"]),
    )


@kept
def answering_rounds(data: queries.Data, *, viewer: Viewer) -> View:
    """Return the number of answers of each kommune in each survey round."""
    who = answered(data, viewer=viewer)
    return made(
        data,
        address=address("svar", {}),
        kind="participation",
        title=_("Hvem har svart når: antall svar"),
        source=who.source,
        invented=who.invented,
        finding=who.finding,
        frame=who.frame,
        table=who.table,
        panel=about(data, viewer=viewer),
        chart=participation,
        options={"rounds": [one.survey_round for one in who.rounds]},
        kommuner=tuple(who.tiles["kommune"]),
    )


@kept
def about(data: queries.Data, *, viewer: Viewer) -> Lines:
    """Return the quiet panel of the overview."""
    who = answered(data, viewer=viewer)
    return [
        (_("Hvem har svart?"), (who.map_finding,)),
        (_("Når?"), tuple(_asked(one, who) for one in who.rounds)),
        (
            _("Samme spørsmål?"),
            (
                _("Utgaver av et rammeverk med ulike spørsmål slås aldri sammen."),
                _("Endring vises bare der samme utgave er brukt begge ganger."),
            ),
        ),
        (_("Hva mangler?"), _missing(who)),
        (
            _("Hvor sikkert?"),
            (
                _("Nordland er snittet av kommunene, og hver teller likt."),
                _("Små forskjeller kan være tilfeldige."),
            ),
        ),
        (_("Hvilke data?"), _which(data)),
    ]


def _asked(one: Round, who: Answered) -> str:
    there = who.frame[(who.frame["survey_round"] == one.survey_round)]
    k = int((there["state"] != "none").sum())
    return f"{one.label}: {date(one.answered_at)}, {behind(None, k)}"


def _missing(who: Answered) -> tuple[str, ...]:
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
    return tuple(lines) or (_("Ingenting: alle har svart, og alt kan vises."),)


def _which(data: queries.Data) -> tuple[str, ...]:
    lines = [_("Dataversjon {version}").format(version=data.version)]
    if data.last_import:
        lines.append(_("Lest inn {date}").format(date=date(data.last_import.when.date())))
    return tuple(lines)
