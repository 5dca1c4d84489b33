"""The quiet panel beside who could help whom."""

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import behind
from maturity.kept import kept
from maturity.language import _, date, number
from maturity.matching import LEAD, NEED, WANTED
from maturity.matching_groups import SHARED_GAP
from maturity.settings import thresholds
from maturity.views.collaboration_scores import scores_of
from maturity.views.compare_panel import Said
from maturity.views.rounds import Round


@kept
def about(data: queries.Data, *, viewer: Viewer, asked: Round) -> Said:
    """Return the quiet panel of the page's figures."""
    limits = thresholds()
    shown = len(scores_of(data, viewer=viewer, asked=asked).now)
    return [
            (
                _("Hvem har svart?"),
                _("{kommuner} har tall som kan vises i {round}.").format(
                    kommuner=behind(None, shown), round=asked.label
                ),
            ),
            (_("Når?"), _("Siste svar {date}").format(date=date(asked.answered_at))),
            (
                _("Hva er likhet?"),
                [
                    _("Snittet av det du lar telle, hver fra 0 til 100:"),
                    _("Innbyggertall: 0 når den ene har ti ganger så mange."),
                    _("Sentralitet: fem trinn fra hverandre er 0."),
                    _("KOSTRA-gruppe og region: samme eller ikke."),
                    _("Avstand: 0 ved 300 km i luftlinje."),
                ],
            ),
            (
                _("Hva er sterk?"),
                [
                    _(
                        "Vi ser på inntil {most} evner der kommunen har minst {need} poeng igjen "
                        "til målet."
                    ).format(most=WANTED, need=number(NEED)),
                    _(
                        "En annen er sterk når den står minst {lead} poeng høyere i dag. Mindre "
                        "enn det kan være tilfeldig."
                    ).format(lead=number(LEAD, digits=2)),
                    _(
                        "Treff er likhet ganger hvor mye av veien den andre har gått: snittet over "
                        "de inntil {most} evnene kommunen har lengst igjen på."
                    ).format(most=WANTED),
                ],
            ),
            (
                _("Hva sier de ikke?"),
                [
                    _("Grunnlag for en samtale, ikke en rangering."),
                    _("Om den andre har tid, eller gjorde det på en måte som passer hos dere."),
                ],
            ),
            (
                _("Hva mangler?"),
                _("Kommuner med færre enn {limit} svar er ikke med, og heller ikke de som ikke "
                  "har svart.").format(limit=limits.min_respondents),
            ),
            (
                _("Felles avstand"),
                _("Minst {gap} poeng til målet, i minst {count} kommuner.").format(
                    gap=number(SHARED_GAP, digits=0), count=limits.min_kommuner
                ),
            ),
        ]  # fmt: skip
