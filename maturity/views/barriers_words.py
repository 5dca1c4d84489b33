"""What is said beside the themes: how to read a cell, and what a room asks of the counts."""

from maturity import queries
from maturity.charts.scores import behind
from maturity.language import _, ngettext
from maturity.settings import thresholds
from maturity.views.barriers_choices import Asked
from maturity.views.barriers_shared import sharing_words
from maturity.views.compare_panel import Said


def part_words() -> dict[str, str]:
    """Return what the themes are parted by, in the plural, by code."""
    return {"modul": _("kartlegginger"), "region": _("regioner"), "kommune": _("kommuner")}


def cell_words(asked: Asked, *, dark: bool) -> str:
    """Say what the number and the shade of a cell mean."""
    if asked.grid == "kommune":
        what = _("5/6: fem av seks svar nevner temaet.")
    else:
        what = _("5/6: i fem av seks kommuner nevner noen temaet.")
    shade = _("Jo lysere, jo større del.") if dark else _("Jo mørkere, jo større del.")
    return f"{what} {shade}"


def about(
    data: queries.Data,
    *,
    asked: Asked,
    k: int,
    withheld: int,
    themed: set[str],
    only_own: bool = False,
) -> Said:
    """Return the panel; `themed` are the survey rounds in which themes are given.

    `only_own`: the reader sees nobody's but the own.
    """
    limits = thresholds()
    without = [it.label for it in asked.rounds if it.survey_round not in themed]
    missing = []
    if withheld or not only_own:
        text = ngettext(
            "{count} kommune er holdt tilbake i minst én kartlegging: færre enn {limit} svar.",
            "{count} kommuner er holdt tilbake i minst én kartlegging: færre enn {limit} svar.",
            withheld,
        )
        missing.append(text.format(count=withheld, limit=limits.min_respondents_detail))
    if only_own:
        missing.append(_("Hva andre kommuner har skrevet, er ikke åpnet for deg."))
    if without:
        words = _("Temaer er ikke oppgitt i {rounds}; der finnes bare kommentarene.")
        missing.append(words.format(rounds=", ".join(without)))
    return [
            (
                _("Hvem har svart?"),
                _("{kommuner} kan vises.").format(kommuner=behind(None, k)),
            ),
            (_("Når?"), [it.label_with_date for it in asked.rounds]),
            (_("Hva mangler?"), missing),
            *(
                [
                    (
                        _("Hvor sikkert?"),
                        _("Tallet er hvor mange ganger temaet er valgt, av alle som svarte. Få "
                          "svar: små forskjeller kan være tilfeldige."),
                    )
                ]
                if only_own
                else _of_all()
            ),
            (_("Hvilke data?"), _("Dataversjon {version}").format(version=data.version)),
        ]  # fmt: skip


def _of_all() -> list[tuple[str, str]]:
    """Return what is asked of counts over many kommuner."""
    return [
        (
            _("Hvem sammenlignes det med?"),
            _("Ingen: temaene er talt opp hver for seg, og hver kommune teller én gang."),
        ),
        (_("Når deler en kommune et tema?"), sharing_words()),
        (
            _("Hvor sikkert?"),
            _(
                "Der få har svart, skal det få til for at hver tredje nevner et tema. Se også "
                "hvor mange ganger det er valgt."
            ),
        ),
    ]
