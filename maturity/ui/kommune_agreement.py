"""Do the leaders of a kommune agree: how its people answered, where enough have to show it."""

import pandas as pd
import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.charts.agreement import agreement as agreement_chart
from maturity.charts.scores import behind
from maturity.findings import withheld_reason
from maturity.findings_agreement import agreement_finding
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.ui.chart import chart
from maturity.ui.kommune import OwnKommune
from maturity.ui.kommune_top import beside_frame
from maturity.ui.kommune_top_charts import Shown
from maturity.ui.kommune_top_panel import lines
from maturity.ui.panel import panel_html
from maturity.ui.rounds import Round
from maturity.ui.table import table_html


def agreement(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, dark: bool) -> None:
    """Draw how people answered in the newest round that can show it, or say why none can."""
    st.header(_("Er ledergruppen enig?"), anchor="enighet")
    which = asked.spread or asked.capabilities
    if which.survey_round != asked.capabilities.survey_round:
        words = _("{chosen} har ikke enkeltsvar nok til å vise dette; her er {shown}.")
        shown = words.format(chosen=asked.capabilities.label, shown=which.label_with_date)
        st.text(shown)
    found = people(data, viewer=viewer, asked=which, kommune=asked.kommune)
    if found["people"].notna().any():
        drawn = agreed(data, viewer=viewer, asked=which, kommune=asked.kommune, dark=dark)
        chart(
            drawn.figure,
            name=drawn.name,
            finding=drawn.finding,
            table=drawn.table,
            about=drawn.about,
        )
        return
    reasons = found["withheld"].dropna().unique()
    why = withheld_reason(str(reasons[0]) if len(reasons) else "not_answered")
    st.text(_("Hvordan svarene fordeler seg, vises ikke: {reason}.").format(reason=why))


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
def agreed(data: queries.Data, *, viewer: Viewer, asked: Round, kommune: str, dark: bool) -> Shown:
    """Return the figure of how a kommune's people answered, with all that stands beside it."""
    instrument = reference().instruments[asked.instrument]
    frame = people(data, viewer=viewer, asked=asked, kommune=kommune)
    title = _("{kommune}: hvordan svarene fordeler seg i dag").format(
        kommune=reference().kommuner[kommune].name
    )
    n = frame["n"].dropna()
    source = _("Kilde: {round}, {date}. {n}. Dataversjon {version}.").format(
        round=asked.label,
        date=date(asked.answered_at),
        n=behind(int(n.max()), None),
        version=data.version,
    )
    beside = beside_frame(data, viewer=viewer, asked=asked, kommune=kommune)
    rounding = _("En persons tall rundes av til nærmeste nivå; et halvt rundes opp.")
    return Shown(
        figure=agreement_chart(
            frame,
            instrument=instrument,
            title=title,
            source=source,
            invented=asked.invented,
            dark=dark,
        ),
        name=title,
        finding=agreement_finding(frame, instrument=instrument),
        table=_table(frame, asked, title=title, source=source),
        about=panel_html(
            [
                *lines(data, viewer=viewer, frame=beside, asked=asked),
                (_("Hva er et nivå?"), (rounding,)),
            ]
        ),
    )


def _table(frame: pd.DataFrame, asked: Round, *, title: str, source: str) -> str:
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
            rows.append([dimension.label, *own, behind(counts[key], None)])
        else:
            reasons = frame.loc[frame["dimension"] == key, "withheld"].dropna()
            why = str(reasons.iloc[0]) if len(reasons) else "not_answered"
            rows.append([dimension.label, withheld_reason(why), *([""] * len(levels))])
    heads = [_("Evne"), *(_("Nivå {level}").format(level=level) for level in levels), _("Svar")]
    return table_html(heads, rows, title=title, notes=[source])
