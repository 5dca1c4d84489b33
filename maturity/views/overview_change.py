"""What has changed since the last module, for the kommuner that can be shown both times."""

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.change import change, counted
from maturity.charts.scores import level
from maturity.findings.change import change_finding
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.view import Table, View
from maturity.views.choosing import address
from maturity.views.development import Step, source_of, whole_change
from maturity.views.development_panel import about
from maturity.views.making import made
from maturity.views.rounds import Round, offered


@kept
def changed(data: queries.Data, *, viewer: Viewer, instrument: str) -> View | None:
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
    source = source_of(data, viewer=viewer, step=step, apart="k_earlier" in frame)
    return made(
        data,
        address=address("endring", {"rammeverk": instrument}),
        kind="change",
        title=_("Endring siden {round}: {instrument}").format(
            round=earlier.label, instrument=known.label
        ),
        source=source,
        invented=earlier.invented or later.invented,
        finding=change_finding(frame, instrument=known, earlier=earlier.label, later=later.label),
        frame=frame,
        table=_table(frame, instrument=known, rounds=(earlier, later), source=source),
        panel=about(
            data,
            viewer=viewer,
            step=step,
            beside=_(
                "Nordland med seg selv: de samme kommunene begge ganger, og hver teller likt."
            ),
            sure=_("Snittet sier ikke alt. Små endringer kan være tilfeldige."),
            whole=True,
        ),
        chart=change,
        instrument=known,
        options={"earlier": earlier.label, "later": later.label},
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
    source: str,
) -> Table:
    """Return the change as a table: one row per dimension."""
    corner = _("Generasjon") if instrument.ordered else _("Evne")
    heads = (corner, *(one.label for one in rounds), _("Endring"), _("Antall kommuner"))
    rows = {str(row["dimension"]): row for row in frame.to_dict("records")}
    body: list[tuple[str, ...]] = []
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
        body.append((dimension.label, *cells))
    return Table(heads=heads, rows=tuple(body), notes=(source,))
