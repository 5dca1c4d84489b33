"""What has moved in a kommune since the kartlegging before, and whose answers those are."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.charts.change import change
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.ui.chart import chart
from maturity.ui.development import Step, by_kommune, ends
from maturity.ui.development_kommune import own_change
from maturity.ui.links import FILES
from maturity.views.kommune import OwnKommune, scores_of
from maturity.views.rounds import offered


def movement(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, dark: bool) -> None:
    """Draw the change since the round before, with what chance can give and whose answers."""
    st.header(_("Hva har flyttet seg siden sist?"), anchor="utvikling")
    step = since_last(data, viewer=viewer, asked=asked)
    rows = None if step is None else _moves(data, viewer=viewer, step=step, kommune=asked.kommune)
    if step is None or rows is None or rows.empty:
        st.markdown(_("Det finnes ingen tidligere kartlegging av evnene å sammenligne med ennå."))
        return
    largest = max(
        rows.to_dict("records"), key=lambda row: abs(round(row["later"] - row["earlier"], 6))
    )
    told = own_change(
        data, viewer=viewer, step=step, kommune=asked.kommune, dimension=str(largest["dimension"])
    )
    figure = movement_figure(data, viewer=viewer, step=step, kommune=asked.kommune, dark=dark)
    chart(figure, name=told.title, finding=told.finding, table=told.table, about=told.about)
    st.page_link(
        FILES["utvikling"],
        label=_("Se utviklingen gjennom alle modulene"),
        icon=":material/trending_up:",
        query_params={"k": asked.kommune, "rammeverk": step.instrument},
    )


@kept
def since_last(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> Step | None:
    """Return the step from the last earlier round with scores of the kommune; None without one."""
    rounds = list(offered(data, viewer=viewer)[asked.capabilities.instrument].values())
    codes = [it.survey_round for it in rounds]
    for before in rounds[codes.index(asked.capabilities.survey_round) + 1 :]:
        rows = scores_of(data, viewer=viewer, asked=before, kommune=asked.kommune)
        if rows is not None and rows["mean"].notna().any():
            return Step(
                instrument=before.instrument,
                earlier=before.survey_round,
                later=asked.capabilities.survey_round,
                aspect="now",
            )
    return None


@kept
def movement_figure(
    data: queries.Data, *, viewer: Viewer, step: Step, kommune: str, dark: bool
) -> go.Figure:
    """Return the figure of one kommune's change."""
    earlier, later = ends(data, viewer=viewer, step=step)
    rows = _moves(data, viewer=viewer, step=step, kommune=kommune)
    return change(
        rows.reindex(columns=["dimension", "earlier", "later", "k"]),
        instrument=reference().instruments[step.instrument],
        earlier=earlier.label,
        later=later.label,
        title=_("{kommune}: endring siden {round}").format(
            kommune=reference().kommuner[kommune].name, round=earlier.label
        ),
        source=_("Kilde: {earlier}, {before}, og {later}, {now}. Dataversjon {version}.").format(
            earlier=earlier.label,
            before=date(earlier.answered_at),
            later=later.label,
            now=date(later.answered_at),
            version=data.version,
        ),
        invented=earlier.invented or later.invented,
        dark=dark,
    )


def _moves(data: queries.Data, *, viewer: Viewer, step: Step, kommune: str) -> pd.DataFrame:
    moves = by_kommune(data, viewer=viewer, step=step)
    return moves[(moves["kommune"] == kommune) & moves["withheld"].isna()]
