"""How a kommune's people answered, where enough have to show it."""

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.agreement import agreement
from maturity.charts.scores import behind
from maturity.findings.agreement import agreement_finding
from maturity.findings.scores import withheld_reason
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.view import Table, View
from maturity.views.kommune import OwnKommune, scores_of
from maturity.views.kommune_charts import own_address
from maturity.views.kommune_frames import beside_frame
from maturity.views.kommune_panel import lines
from maturity.views.making import made
from maturity.views.rounds import Round


@kept
def people(data: queries.Data, *, viewer: Viewer, asked: Round, kommune: str) -> pd.DataFrame:
    """Return the people of a kommune by dimension and level, in a round's answers of today."""
    return queries.answers_by_level(
        data,
        viewer=viewer,
        survey_round=asked.survey_round,
        instrument=asked.instrument,
        aspect="now",
        kommune=kommune,
    )


@kept
def agreed(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> View:
    """Return how a kommune's people answered, in the newest round that can show it."""
    which = asked.spread or asked.capabilities
    instrument = reference().instruments[which.instrument]
    frame = people(data, viewer=viewer, asked=which, kommune=asked.kommune)
    own = scores_of(data, viewer=viewer, asked=which, kommune=asked.kommune)
    spread = pd.DataFrame(columns=["dimension", "sd"]) if own is None else own.reset_index()
    n = frame["n"].dropna()
    source = _("Kilde: {round}, {date}. {n}. Dataversjon {version}.").format(
        round=which.label,
        date=date(which.answered_at),
        n=behind(int(n.max()), None) if len(n) else _("antall ukjent"),
        version=data.version,
    )
    beside = beside_frame(data, viewer=viewer, asked=which, kommune=asked.kommune)
    rounding = _("En persons tall rundes av til nærmeste nivå; et halvt rundes opp.")
    return made(
        data,
        address=own_address("enighet", asked),
        kind="agreement",
        title=_("{kommune}: hvordan svarene fordeler seg i dag").format(
            kommune=reference().kommuner[asked.kommune].name
        ),
        source=source,
        invented=which.invented,
        finding=(
            agreement_finding(frame, spread=spread, instrument=instrument)
            if len(n)
            else why_not(frame)
        ),
        frame=frame,
        table=_table(frame, which, source=source),
        panel=[
            *lines(data, viewer=viewer, frame=beside, asked=which),
            (_("Hva er et nivå?"), (rounding,)),
        ],
        chart=agreement,
        instrument=instrument,
        kommuner=(asked.kommune,),
    )


def why_not(frame: pd.DataFrame) -> str:
    """Say why the people of `frame` are not shown."""
    reasons = frame["withheld"].dropna().unique()
    why = withheld_reason(str(reasons[0]) if len(reasons) else "not_answered")
    return _("Hvordan svarene fordeler seg, vises ikke: {reason}.").format(reason=why)


def _table(frame: pd.DataFrame, asked: Round, *, source: str) -> Table:
    """Return the people at each level, one row per dimension."""
    instrument = reference().instruments[asked.instrument]
    levels = range(instrument.scale.min, instrument.scale.max + 1)
    known = frame.dropna(subset=["people"])
    found = {
        (row["dimension"], int(row["level"])): str(row["people"])
        for row in known.to_dict("records")
    }
    counts = known.groupby("dimension")["n"].max().to_dict()
    rows = []
    for key, dimension in instrument.by_key.items():
        if key in counts:
            own = [found.get((key, level), "0") for level in levels]
            rows.append((dimension.label, *own, behind(counts[key], None)))
        else:
            reasons = frame.loc[frame["dimension"] == key, "withheld"].dropna()
            why = str(reasons.iloc[0]) if len(reasons) else "not_answered"
            rows.append((dimension.label, withheld_reason(why), *([""] * len(levels))))
    heads = (_("Evne"), *(_("Nivå {level}").format(level=level) for level in levels), _("Svar"))
    return Table(heads=heads, rows=tuple(rows), notes=(source,))
