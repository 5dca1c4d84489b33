"""What has moved in a kommune since the kartlegging before, and whose answers those are."""

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.change import change
from maturity.errors import UserError
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.view import Table, View
from maturity.views.development import Step, by_kommune, ends
from maturity.views.development_kommune import own_change
from maturity.views.kommune import OwnKommune, scores_of
from maturity.views.kommune_charts import own_address
from maturity.views.making import made
from maturity.views.rounds import offered


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
def moved(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> View | None:
    """Return one kommune's change since the round before; None where there is none to show."""
    step = since_last(data, viewer=viewer, asked=asked)
    if step is None:
        return None
    rows = _moves(data, viewer=viewer, step=step, kommune=asked.kommune)
    if rows.empty:
        return None
    largest = max(
        rows.to_dict("records"), key=lambda row: abs(round(row["later"] - row["earlier"], 6))
    )
    told = own_change(
        data, viewer=viewer, step=step, kommune=asked.kommune, dimension=str(largest["dimension"])
    )
    earlier, later = ends(data, viewer=viewer, step=step)
    return made(
        data,
        address=own_address("flyttet", asked),
        kind="change",
        title=_("{kommune}: endring siden {round}").format(
            kommune=reference().kommuner[asked.kommune].name, round=earlier.label
        ),
        source=_("Kilde: {earlier}, {before}, og {later}, {now}. Dataversjon {version}.").format(
            earlier=earlier.label,
            before=date(earlier.answered_at),
            later=later.label,
            now=date(later.answered_at),
            version=data.version,
        ),
        invented=earlier.invented or later.invented,
        finding=told.finding,
        frame=rows.reindex(columns=["dimension", "earlier", "later", "k"]),
        table=told.table or Table(heads=(), rows=()),
        panel=told.panel,
        chart=change,
        instrument=reference().instruments[step.instrument],
        options={"earlier": earlier.label, "later": later.label},
        kommuner=(asked.kommune,),
    )


def movement(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> View:
    """Return `moved`; raises UserError where there is nothing to show."""
    found = moved(data, viewer=viewer, asked=asked)
    if found is None:
        raise UserError(nothing_before())
    return found


def nothing_before() -> str:
    """Say that there is no earlier round."""
    return _("Det finnes ingen tidligere kartlegging av evnene å sammenligne med ennå.")


def _moves(data: queries.Data, *, viewer: Viewer, step: Step, kommune: str) -> pd.DataFrame:
    moves = by_kommune(data, viewer=viewer, step=step)
    return moves[(moves["kommune"] == kommune) & moves["withheld"].isna()]
