"""A kommune's staircase, radar and dumbbells: figures, sentences, tables and panels, kept."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.charts.dumbbell import dumbbell
from maturity.charts.radar import radar
from maturity.charts.staircase import staircase
from maturity.findings_beside import beside_finding
from maturity.findings_dumbbell import dumbbell_finding
from maturity.findings_staircase import staircase_finding
from maturity.groups import WHOLE
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.ui.compare_panel import counted
from maturity.ui.kommune import OwnKommune
from maturity.ui.kommune_top import beside_frame, own_frame
from maturity.ui.kommune_top_panel import compared_with, lines
from maturity.ui.kommune_top_table import way_table
from maturity.ui.panel import panel_html
from maturity.ui.rounds import Round
from maturity.ui.score_table import score_table


@dataclass(frozen=True, kw_only=True)
class Shown:
    """All that `chart` draws; shared between readers, so never changed."""

    figure: go.Figure
    name: str
    finding: str
    table: str
    about: str


@kept
def stairs(data: queries.Data, *, viewer: Viewer, asked: Round, kommune: str, dark: bool) -> Shown:
    """Return the staircase of a kommune's generations."""
    instrument = reference().instruments[asked.instrument]
    name = reference().kommuner[kommune].name
    frame = own_frame(data, viewer=viewer, asked=asked, kommune=kommune)
    title = _("{kommune}: generasjoner i dag og mål").format(kommune=name)
    beside = beside_frame(data, viewer=viewer, asked=asked, kommune=kommune)
    source = f"{instrument.label}.\n{_source(beside, asked, version=data.version)}"
    return Shown(
        figure=staircase(
            frame,
            instrument=instrument,
            title=title,
            source=source,
            invented=asked.invented,
            dark=dark,
        ),
        name=title,
        finding=staircase_finding(frame, instrument=instrument, kommune=name),
        table=way_table(frame, instrument=instrument, title=title, source=source),
        about=panel_html(lines(data, viewer=viewer, frame=beside, asked=asked)),
    )


@kept
def gaps(data: queries.Data, *, viewer: Viewer, asked: Round, kommune: str, dark: bool) -> Shown:
    """Return the dumbbells of a kommune's capabilities."""
    instrument = reference().instruments[asked.instrument]
    frame = own_frame(data, viewer=viewer, asked=asked, kommune=kommune)
    title = _("{kommune}: veien fra i dag til målet").format(
        kommune=reference().kommuner[kommune].name
    )
    beside = beside_frame(data, viewer=viewer, asked=asked, kommune=kommune)
    source = _source(beside, asked, version=data.version)
    return Shown(
        figure=dumbbell(
            frame,
            instrument=instrument,
            title=title,
            source=source,
            invented=asked.invented,
            dark=dark,
        ),
        name=title,
        finding=dumbbell_finding(frame, instrument=instrument),
        table=way_table(frame, instrument=instrument, title=title, source=source),
        about=panel_html(lines(data, viewer=viewer, frame=beside, asked=asked)),
    )


@kept
def circle(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, dark: bool) -> Shown:
    """Return the radar of a kommune's capabilities beside Nordland and the chosen group."""
    instrument = reference().instruments[asked.capabilities.instrument]
    frame = beside_frame(
        data,
        viewer=viewer,
        asked=asked.capabilities,
        kommune=asked.kommune,
        groups=tuple(dict.fromkeys((WHOLE, asked.group))),
    )
    title = _("{kommune}: evner i dag og mål").format(
        kommune=reference().kommuner[asked.kommune].name
    )
    source = _source(frame, asked.capabilities, version=data.version)
    about = lines(data, viewer=viewer, frame=frame, asked=asked.capabilities)
    today = frame[frame["aspect"] == "now"]
    return Shown(
        figure=radar(
            frame,
            instrument=instrument,
            aspect="now",
            title=title,
            source=source,
            invented=asked.capabilities.invented,
            dark=dark,
        ),
        name=title,
        finding=beside_finding(today.assign(series=today["name"]), instrument=instrument),
        table=score_table(frame, instrument=instrument, aspect="now", title=title, source=source),
        about=panel_html([*about, *compared_with(frame, asked=asked)]),
    )


def _source(frame: pd.DataFrame, asked: Round, *, version: int) -> str:
    counts = ", ".join(
        f"{label} ({counted(rows)})".replace(" ", "\N{NO-BREAK SPACE}")
        for label, rows in frame.groupby("series", sort=False)
    )
    return _("Kilde: {round}, {date}. {counts}. Dataversjon {version}.").format(
        round=asked.label, date=date(asked.answered_at), counts=counts, version=version
    )
