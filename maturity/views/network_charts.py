"""Nordland's staircase and dumbbells: today and target as the mean of kommuner, each once."""

from functools import partial

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.dumbbell import dumbbell
from maturity.charts.staircase import staircase
from maturity.findings_dumbbell import dumbbell_finding
from maturity.findings_staircase import staircase_finding
from maturity.groups import WHOLE, groups
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.view import View
from maturity.views.choosing import address
from maturity.views.kommune_frames import WAY
from maturity.views.making import Draw, made
from maturity.views.overview_nordland import profile
from maturity.views.rounds import Round
from maturity.views.score_frame import Comparison, score_frame
from maturity.views.way_table import way_table


@kept
def ways_frame(data: queries.Data, *, viewer: Viewer, asked: Round) -> pd.DataFrame:
    """Return one row per dimension: dimension, now, target, gap, k_now, k_target, withheld."""
    now, target, gap = (
        score_frame(
            data,
            viewer=viewer,
            asked=Comparison(
                instrument=asked.instrument,
                survey_round=asked.survey_round,
                aspect=aspect,
                kommuner=(),
                groups=(WHOLE,),
            ),
        ).set_index("dimension")
        for aspect in WAY
    )
    return pd.DataFrame(
        {
            "now": now["mean"],
            "target": target["mean"],
            "gap": gap["mean"],
            "k_now": now["k"],
            "k_target": target["k"],
            "withheld": now["withheld"].where(now["withheld"].notna(), target["withheld"]),
        }
    ).reset_index()


@kept
def stairs(data: queries.Data, *, viewer: Viewer, asked: Round) -> View:
    """Return the staircase of the generations."""
    return _view(
        data,
        viewer=viewer,
        asked=asked,
        name="nordlandstrapp",
        title=_("{kommune}: generasjoner i dag og mål"),
        chart=staircase,
    )


@kept
def gaps(data: queries.Data, *, viewer: Viewer, asked: Round) -> View:
    """Return the dumbbells of the capabilities."""
    return _view(
        data,
        viewer=viewer,
        asked=asked,
        name="nordlandsveien",
        title=_("{kommune}: veien fra i dag til målet"),
        chart=dumbbell,
    )


def _view(
    data: queries.Data, *, viewer: Viewer, asked: Round, name: str, title: str, chart: Draw
) -> View:
    instrument = reference().instruments[asked.instrument]
    group = groups(reference())[WHOLE].label
    frame = ways_frame(data, viewer=viewer, asked=asked)
    beside = profile(data, viewer=viewer, asked=asked)  # says of the same numbers who is behind
    finding = partial(staircase_finding, kommune=group) if chart is staircase else dumbbell_finding
    return made(
        data,
        address=address(name, {"rammeverk": asked.instrument, "kartlegging": asked.survey_round}),
        kind="staircase" if chart is staircase else "dumbbell",
        title=title.format(kommune=group),
        source=beside.about.source,
        invented=asked.invented,
        finding=finding(frame, instrument=instrument),
        frame=frame,
        table=way_table(frame, instrument=instrument, source=beside.about.source),
        panel=beside.panel,
        chart=chart,
        instrument=instrument,
    )
