"""Nordland's staircase and dumbbells: today and target as the mean of kommuner, each once."""

from functools import partial

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.dumbbell import dumbbell
from maturity.charts.scores import behind
from maturity.charts.staircase import staircase
from maturity.charts.ways import ways
from maturity.findings.dumbbell import dumbbell_finding
from maturity.findings.staircase import staircase_finding
from maturity.groups import WHOLE, groups
from maturity.instruments import Instrument
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.view import View
from maturity.views.choosing import address
from maturity.views.making import Draw, made
from maturity.views.network_ways import ways_frame
from maturity.views.overview_nordland import profile
from maturity.views.rounds import Round
from maturity.views.way_table import way_table


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
    source = f"{beside.about.source}{_of_the_gaps(frame, instrument=instrument)}"
    finding = partial(staircase_finding, kommune=group) if chart is staircase else dumbbell_finding
    return made(
        data,
        address=address(name, {"rammeverk": asked.instrument, "kartlegging": asked.survey_round}),
        kind="staircase" if chart is staircase else "dumbbell",
        title=title.format(kommune=group),
        source=source,
        invented=asked.invented,
        finding=finding(frame, instrument=instrument),
        frame=frame,
        table=way_table(frame, instrument=instrument, source=source),
        panel=beside.panel,
        chart=chart,
        instrument=instrument,
    )


def _of_the_gaps(frame: pd.DataFrame, *, instrument: Instrument) -> str:
    """Say over which kommuner the gaps are, where those are not the ones of both levels."""
    found = [way for way in ways(frame, instrument=instrument) if way.k_gap is not None]
    if all(way.over_the_same for way in found):
        return ""
    fewest, most = (end(way.k_gap or 0 for way in found) for end in (min, max))
    kommuner = behind(None, most) if fewest == most else f"{fewest}–{behind(None, most)}"
    text = _("Avstanden er over dem som har tall for både i dag og mål: {kommuner}.")
    return f" {text.format(kommuner=kommuner)}"
