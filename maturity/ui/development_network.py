"""How the network moved between two survey rounds: figure, sentences, table and panel."""

from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.charts.change import change, counted
from maturity.charts.scores import level, moved
from maturity.findings import withheld_reason
from maturity.findings_change import change_finding
from maturity.findings_slope import directions, directions_words, movement_finding, same_questions
from maturity.instruments import Instrument
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.ui.development import (
    Step,
    between,
    by_kommune,
    common,
    ends,
    source_of,
    whole_change,
)
from maturity.ui.development_panel import about
from maturity.ui.table import table_html
from maturity.views.rounds import offered

LEAD = """<style>.lead {{ font-size: 1.125rem; line-height: 1.45; margin: 0; }}
.lead b {{ display: block; font-weight: 650; }}</style>
<p class="lead"><b>{rounds}</b>{words}</p>"""


@dataclass(frozen=True, kw_only=True)
class Network:
    """The movement of all kommuner that may be shown twice; `lead` is HTML."""

    lead: str
    marks: tuple[str, ...]
    finding: str
    title: str
    table: str
    about: str


@kept
def network(data: queries.Data, *, viewer: Viewer, step: Step) -> Network:
    """Return how Nordland moved, in words and as a table."""
    instrument = reference().instruments[step.instrument]
    earlier, later = ends(data, viewer=viewer, step=step)
    frame = whole_change(data, viewer=viewer, step=step)
    # Ways of some of the kommuner would be read as those of all.
    moves = by_kommune(data, viewer=viewer, step=step)
    counts = directions(moves) if viewer.knows_all([step.instrument]) else {}
    title = _title(step)
    return Network(
        lead=LEAD.format(
            rounds=escape(
                _("Nordland ({aspect}), {earlier} → {later}").format(
                    aspect=aspects(instrument)[step.aspect].lower(),
                    earlier=earlier.label,
                    later=later.label,
                )
            ),
            words=escape(movement_finding(frame, counts, instrument=instrument)),
        ),
        marks=_marks(data, viewer=viewer, step=step),
        finding=change_finding(
            frame, instrument=instrument, earlier=earlier.label, later=later.label
        ),
        title=title,
        table=_table(
            frame,
            counts,
            instrument=instrument,
            rounds=(earlier.label, later.label),
            notes=(title, _source(data, viewer=viewer, step=step)),
        ),
        about=about(
            data,
            viewer=viewer,
            step=step,
            whole=True,
            beside=_(
                "Nordland med seg selv, men ikke helt de samme kommunene: noe av endringen kan "
                "komme av det."
            )
            if "k_earlier" in frame
            else _("Nordland med seg selv: de samme kommunene begge ganger, og hver teller likt."),
            sure=_(
                "Snittet sier ikke alt: derfor står det ved siden av hvor mange kommuner som gikk "
                "opp og ned. Små endringer kan være tilfeldige."
            )
            if counts
            else _("Snittet sier ikke alt. Små endringer kan være tilfeldige."),
        ),
    )


@kept
def network_figure(data: queries.Data, *, viewer: Viewer, step: Step, dark: bool) -> go.Figure:
    """Return Nordland's change as two points for each dimension."""
    earlier, later = ends(data, viewer=viewer, step=step)
    return change(
        whole_change(data, viewer=viewer, step=step),
        instrument=reference().instruments[step.instrument],
        earlier=earlier.label,
        later=later.label,
        title=_title(step),
        source=_source(data, viewer=viewer, step=step),
        invented=earlier.invented or later.invented,
        dark=dark,
        compact=True,
    )


def _source(data: queries.Data, *, viewer: Viewer, step: Step) -> str:
    apart = "k_earlier" in whole_change(data, viewer=viewer, step=step)
    return source_of(data, viewer=viewer, step=step, apart=apart)


def _title(step: Step) -> str:
    return _("Endring i Nordland: {what}").format(what=between(step))


def _marks(data: queries.Data, *, viewer: Viewer, step: Step) -> tuple[str, ...]:
    """Return what must be known before the numbers are believed: questions, versions."""
    known = reference().instruments
    same = common(data, viewer=viewer, step=step)
    marks = []
    if any(code for code in same.values()):
        text = " ".join(same_questions(same, instrument=known[step.instrument]))
        marks.append(_("Samme spørsmål? {answer}").format(answer=text))
    stem = step.instrument.partition("-")[0]
    others = [
        known[code].label
        for code in offered(data, viewer=viewer)
        if code != step.instrument and code.partition("-")[0] == stem
    ]
    if others:
        marks.append(
            _(
                "{others} er en annen utgave av rammeverket, med andre spørsmål. To utgaver bindes "
                "aldri sammen: forskjellen kunne komme av spørsmålene og ikke av kommunene."
            ).format(others=", ".join(others))
        )
    return tuple(marks)


def _table(
    frame: pd.DataFrame,
    counts: dict[str, dict[str, int]],
    *,
    instrument: Instrument,
    rounds: tuple[str, str],
    notes: tuple[str, str],
) -> str:
    title, source = notes
    corner = _("Generasjon") if instrument.ordered else _("Evne")
    heads = [corner, *rounds, _("Endring"), _("Kommuner")]
    rows = []
    for row in frame.to_dict("records"):
        key = str(row["dimension"])
        if pd.isna(row["earlier"]):
            reason = withheld_reason(str(row["withheld"]))
            rows.append([instrument.by_key[key].label, reason, "", "", ""])
            continue
        before, after = float(row["earlier"]), float(row["later"])
        words = directions_words(counts[key]) if key in counts else ""
        rows.append(
            [
                instrument.by_key[key].label,
                level(before, aspect="now"),
                level(after, aspect="now"),
                level(moved(before, after), aspect="gap"),
                ": ".join(it for it in (counted(row), words) if it),
            ]
        )
    return table_html(heads, rows, title=title, notes=[source])
