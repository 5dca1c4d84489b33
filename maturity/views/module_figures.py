"""What one kartlegging showed, as views: all scores, how far apart, and each profile."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.heat_map import heat_map
from maturity.charts.profile_multiples import profile_multiples
from maturity.charts.spread import spread
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.view import Table, View
from maturity.views.choosing import address
from maturity.views.making import Draw, made
from maturity.views.module import told
from maturity.views.module_choices import Asked, in_order
from maturity.views.module_tables import about, heat_table, spread_table


@kept
def heat(data: queries.Data, *, viewer: Viewer, asked: Asked) -> View:
    """Return every score that may be shown."""
    whole = told(data, viewer=viewer, asked=asked)
    return _view(
        data,
        viewer=viewer,
        asked=asked,
        name="modul",
        kind="heat_map",
        title=_("Kommune for kommune: {what}").format(what=whole.shown.lower()),
        finding=whole.heat_finding,
        frame=whole.frame,
        table=heat_table(data, viewer=viewer, asked=asked),
        chart=heat_map,
        options={"groups": whole.groups},
        kommuner=list(whole.frame["kommune"].unique()),
    )


@kept
def apart(data: queries.Data, *, viewer: Viewer, asked: Asked) -> View:
    """Return how far the kommuner stand apart."""
    whole = told(data, viewer=viewer, asked=asked)
    return _view(
        data,
        viewer=viewer,
        asked=asked,
        name="spredning",
        kind="spread",
        title=_("Hvor ulike er kommunene: {what}").format(what=whole.shown.lower()),
        finding=whole.spread_finding,
        frame=whole.spread,
        table=spread_table(data, viewer=viewer, asked=asked),
        chart=spread,
        options={},
        kommuner=(),
    )


@kept
def profiles(data: queries.Data, *, viewer: Viewer, asked: Asked) -> View:
    """Return the profile of each kommune that may be shown, in the order of the heat map."""
    whole = told(data, viewer=viewer, asked=asked)
    shown = whole.frame.groupby("kommune").filter(lambda own: own["mean"].notna().any())
    means = whole.whole.dropna(subset=["mean"])
    return _view(
        data,
        viewer=viewer,
        asked=asked,
        name="profiler",
        kind="profile_multiples",
        title=_("Hver kommunes profil: {what}").format(what=whole.shown.lower()),
        finding=whole.profiles_finding,
        frame=shown,
        table=heat_table(data, viewer=viewer, asked=asked),
        chart=profile_multiples,
        options={
            "group": dict(zip(means["dimension"], means["mean"], strict=True)),
            "group_label": str(whole.whole["series"].iloc[0]),
        },
        kommuner=list(shown["kommune"].unique()),
    )


def _view(
    data: queries.Data,
    *,
    viewer: Viewer,
    asked: Asked,
    name: str,
    kind: str,
    title: str,
    finding: str,
    frame: pd.DataFrame,
    table: Table,
    chart: Draw,
    options: dict[str, Any],
    kommuner: Sequence[str],
) -> View:
    return made(
        data,
        address=address(
            name,
            {
                "rammeverk": asked.asked.instrument,
                "kartlegging": asked.asked.survey_round,
                "aspekt": asked.aspect,
            }
            | ({"sortering": asked.order} if in_order(viewer, asked.asked.instrument) else {}),
        ),
        kind=kind,
        title=title,
        source=told(data, viewer=viewer, asked=asked).source,
        invented=asked.asked.invented,
        finding=finding,
        frame=frame,
        table=table,
        panel=about(data, viewer=viewer, asked=asked),
        chart=chart,
        instrument=reference().instruments[asked.asked.instrument],
        options={**options, "aspect": asked.aspect},
        kommuner=tuple(kommuner),
    )
