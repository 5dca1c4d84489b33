"""What has changed since the last module, for the kommuner that can be shown both times."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.charts.change import change, counted
from maturity.charts.scores import level
from maturity.findings import withheld_reason
from maturity.findings_change import change_finding
from maturity.instruments import Instrument
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.ui.development import Step, source_of, whole_change
from maturity.ui.table import table_html
from maturity.views.rounds import Round, offered


@dataclass(frozen=True, kw_only=True)
class Change:
    """Two rounds of one framework side by side; shared between readers, so never changed."""

    frame: pd.DataFrame
    earlier: Round
    later: Round
    title: str
    source: str
    finding: str
    table: str


@kept
def changed(data: queries.Data, *, viewer: Viewer, instrument: str) -> Change | None:
    """Return the change between the last two rounds of a framework; None where there is one."""
    later, earlier, *_older = [*offered(data, viewer=viewer)[instrument].values(), None, None]
    if later is None or earlier is None:
        return None
    known = reference().instruments[instrument]
    step = Step(
        instrument=instrument,
        earlier=earlier.survey_round,
        later=later.survey_round,
        aspect="now",
    )
    frame = whole_change(data, viewer=viewer, step=step)
    title = _("Endring siden {round}: {instrument}").format(
        round=earlier.label, instrument=known.label
    )
    source = source_of(data, viewer=viewer, step=step, apart="k_earlier" in frame)
    return Change(
        frame=frame,
        earlier=earlier,
        later=later,
        title=title,
        source=source,
        finding=change_finding(frame, instrument=known, earlier=earlier.label, later=later.label),
        table=_table(frame, instrument=known, rounds=(earlier, later), title=title, source=source),
    )


@kept
def change_figure(
    data: queries.Data, *, viewer: Viewer, instrument: str, dark: bool
) -> go.Figure | None:
    """Return the figure of a change; None where there is one round only."""
    found = changed(data, viewer=viewer, instrument=instrument)
    if found is None:
        return None
    return change(
        found.frame,
        instrument=reference().instruments[instrument],
        earlier=found.earlier.label,
        later=found.later.label,
        title=found.title,
        source=found.source,
        invented=found.earlier.invented or found.later.invented,
        dark=dark,
    )


def once_only(asked: Round) -> str:
    """Say why a framework has no change to show."""
    return _(
        "{instrument}: denne utgaven er spurt om bare én gang ({round}), så det finnes ingen "
        "endring å vise. Ulike utgaver sammenlignes ikke."
    ).format(instrument=reference().instruments[asked.instrument].label, round=asked.label)


def _table(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    rounds: tuple[Round, Round],
    title: str,
    source: str,
) -> str:
    """Return the change as a table: one row per dimension."""
    corner = _("Generasjon") if instrument.ordered else _("Evne")
    heads = [corner, *(one.label for one in rounds), _("Endring"), _("Antall kommuner")]
    rows = {str(row["dimension"]): row for row in frame.to_dict("records")}
    body: list[list[str]] = []
    for key, dimension in instrument.by_key.items():
        row = rows.get(key, {"earlier": None, "later": None, "withheld": "not_asked"})
        if pd.isna(row["earlier"]) or pd.isna(row["later"]):
            why = row["withheld"]
            cells = [withheld_reason("not_answered" if pd.isna(why) else str(why)), "", "", ""]
        else:
            before, now = round(float(row["earlier"]), 1), round(float(row["later"]), 1)
            cells = [
                level(before, aspect="now"),
                level(now, aspect="now"),
                level(round(now - before, 1), aspect="gap"),
                counted(row),
            ]
        body.append([dimension.label, *cells])
    return table_html(heads, body, title=title, notes=[source])
