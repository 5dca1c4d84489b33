"""What is said beside the themes: how to read a cell, and what a room asks of the counts."""

from maturity import queries
from maturity.findings_themes import SHARED
from maturity.language import _, ngettext, number
from maturity.settings import thresholds
from maturity.ui.barriers_choices import Asked
from maturity.ui.panel import panel_html


def cell_words(asked: Asked, *, dark: bool) -> str:
    """Say what the number and the shade of a cell mean."""
    if asked.grid == "kommune":
        what = _("Tallet: ganger temaet er valgt.")
    else:
        what = _("Tallet: kommuner som nevner temaet.")
    shade = (
        _("Jo lysere, jo større del av dem som kan vises.")
        if dark
        else _("Jo mørkere, jo større del av dem som kan vises.")
    )
    return f"{what} {shade}"


def about(data: queries.Data, *, asked: Asked, k: int, withheld: int, themed: set[str]) -> str:
    """Return the panel's HTML; `themed` are the survey rounds in which themes are given."""
    limits = thresholds()
    without = [it.label for it in asked.rounds if it.survey_round not in themed]
    missing = [
        ngettext(
            "{count} kommune er holdt tilbake i minst én kartlegging: færre enn {limit} svar.",
            "{count} kommuner er holdt tilbake i minst én kartlegging: færre enn {limit} svar.",
            withheld,
        ).format(count=withheld, limit=limits.min_respondents_detail)
    ]
    if without:
        words = _("Temaer er ikke oppgitt i {rounds}; der finnes bare kommentarene.")
        missing.append(words.format(rounds=", ".join(without)))
    return panel_html(
        [
            (_("Hvem har svart?"), _("{k} kommuner som kan vises.").format(k=k)),
            (_("Når?"), [it.label_with_date for it in asked.rounds]),
            (_("Hva mangler?"), missing),
            (
                _("Hvem sammenlignes det med?"),
                _("Ingen: temaene er talt opp hver for seg, og hver kommune teller én gang."),
            ),
            (
                _("Hva er felles?"),
                _("Et tema er felles når minst {share} av 100 kommuner nevner det.").format(
                    share=number(100 * SHARED, digits=0)
                ),
            ),
            (
                _("Hvor sikkert?"),
                _("At én person nevner et tema, er nok til at kommunen teller med. Se også hvor "
                  "mange ganger det er valgt."),
            ),
            (_("Hvilke data?"), _("Dataversjon {version}").format(version=data.version)),
        ]
    )  # fmt: skip
