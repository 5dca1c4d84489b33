"""For those who see all: every possible pair, and who shares a gap or a barrier."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.charts.pair_matrix import pair_matrix
from maturity.charts.scores import behind
from maturity.findings_matching import matrix_finding
from maturity.kept import kept
from maturity.language import _, date, number
from maturity.matching import LEAD, NEED, WANTED, Weights
from maturity.matching_groups import SHARED_GAP
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.ui.collaboration import pairs, scores_of
from maturity.ui.panel import panel_html
from maturity.ui.table import table_html
from maturity.views.choosers import alphabetically
from maturity.views.rounds import Round


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """All pairs of a round; shared between readers, so never changed."""

    frame: pd.DataFrame
    names: dict[str, str]
    title: str
    source: str
    finding: str
    table: str


@kept
def matrix(data: queries.Data, *, viewer: Viewer, asked: Round, weights: Weights) -> Matrix:
    """Return every pair that has something to give."""
    found = pairs(data, viewer=viewer, asked=asked, weights=weights)
    shown = scores_of(data, viewer=viewer, asked=asked).now.index
    known = reference()
    names = {
        code: known.kommuner[code].name for code in alphabetically(viewer.named) if code in shown
    }
    by_key = known.instruments[asked.instrument].by_key
    where = [", ".join(by_key[key].label for key in keys) for keys in found["dimensions"]]
    hundred = [number(100 * score, digits=0) for score in found["score"]]
    label = [
        "<br>".join(
            [
                f"<b>{names[a]} → {names[b]}</b>",
                _("treff {value} av 100").format(value=value),
                text,
            ]
        )
        for a, b, value, text in zip(found["asker"], found["partner"], hundred, where, strict=True)
    ]
    frame = found.assign(label=label)
    title = _("Hvem kan hjelpe hvem: alle mulige par")
    source = _("Kilde: {round}, {date}. Dataversjon {version}.").format(
        round=asked.label, date=date(asked.answered_at), version=data.version
    )
    rows: list[list[str] | str] = []
    for asker, own in found.assign(where=where, hundred=hundred).groupby("asker", sort=False):
        rows.append(names[str(asker)])
        rows += [
            [names[row["partner"]], row["hundred"], row["where"]] for row in own.to_dict("records")
        ]
    heads = [_("Kan hjelpe"), _("Treff av 100"), _("Med hva")]
    return Matrix(
        frame=frame,
        names=names,
        title=title,
        source=source,
        finding=matrix_finding(found, names=names),
        table=table_html(heads, rows, title=title, notes=[source]),
    )


@kept
def matrix_figure(
    data: queries.Data, *, viewer: Viewer, asked: Round, weights: Weights, dark: bool
) -> go.Figure:
    """Return the matrix drawn."""
    whole = matrix(data, viewer=viewer, asked=asked, weights=weights)
    return pair_matrix(
        whole.frame,
        names=whole.names,
        title=whole.title,
        source=whole.source,
        invented=asked.invented,
        dark=dark,
    )


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


@kept
def about(data: queries.Data, *, viewer: Viewer, asked: Round) -> str:
    """Return the quiet panel of the page's figures."""
    limits = thresholds()
    shown = len(scores_of(data, viewer=viewer, asked=asked).now)
    return panel_html(
        [
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
                    _("Treff er likhet ganger hvor mye av veien den andre har gått."),
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
        ]
    )  # fmt: skip
