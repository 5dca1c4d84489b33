"""A kommune's staircase, radar and dumbbells as views."""

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.dumbbell import dumbbell
from maturity.charts.radar import radar
from maturity.charts.staircase import staircase
from maturity.errors import UserError
from maturity.findings.beside import beside_finding
from maturity.findings.dumbbell import dumbbell_finding
from maturity.findings.staircase import staircase_finding
from maturity.groups import WHOLE
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.view import View
from maturity.views.choosing import address
from maturity.views.compare_panel import counted
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_frames import beside_frame, own_frame, state
from maturity.views.kommune_panel import compared_with, lines
from maturity.views.kommune_standing import why_empty
from maturity.views.making import made
from maturity.views.rounds import Round
from maturity.views.score_table import score_table
from maturity.views.way_table import way_table


@kept
def stairs(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> View:
    """Return the staircase of a kommune's generations; UserError where nobody was asked of them."""
    which = asked.generations
    if which is None:
        raise UserError(_("Trinnene er ikke kartlagt ennå."))
    instrument = reference().instruments[which.instrument]
    name = reference().kommuner[asked.kommune].name
    frame = own_frame(data, viewer=viewer, asked=which, kommune=asked.kommune)
    beside = beside_frame(data, viewer=viewer, asked=which, kommune=asked.kommune)
    source = f"{instrument.label}.\n{_source(beside, which, version=data.version)}"
    return made(
        data,
        address=own_address("trapp", asked),
        kind="staircase",
        title=_("{kommune}: generasjoner i dag og mål").format(kommune=name),
        source=source,
        invented=which.invented,
        finding=staircase_finding(frame, instrument=instrument, kommune=name),
        frame=frame,
        table=way_table(frame, instrument=instrument, source=source),
        panel=lines(data, viewer=viewer, frame=beside, asked=which),
        chart=staircase,
        instrument=instrument,
        kommuner=(asked.kommune,),
    )


@kept
def gaps(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> View:
    """Return the dumbbells of a kommune's capabilities."""
    which = asked.capabilities
    instrument = reference().instruments[which.instrument]
    frame = own_frame(data, viewer=viewer, asked=which, kommune=asked.kommune)
    beside = beside_frame(data, viewer=viewer, asked=which, kommune=asked.kommune)
    source = _source(beside, which, version=data.version)
    name = reference().kommuner[asked.kommune].name
    shown = state(data, viewer=viewer, asked=asked) == "shown"
    return made(
        data,
        address=own_address("veien", asked),
        kind="dumbbell",
        title=_("{kommune}: veien fra i dag til målet").format(kommune=name),
        source=source,
        invented=which.invented,
        finding=dumbbell_finding(frame, instrument=instrument)
        if shown
        else why_empty(data, viewer=viewer, asked=asked),
        frame=frame,
        table=way_table(frame, instrument=instrument, source=source),
        panel=lines(data, viewer=viewer, frame=beside, asked=which),
        chart=dumbbell,
        instrument=instrument,
        kommuner=(asked.kommune,),
    )


@kept
def circle(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> View:
    """Return the radar of a kommune's capabilities beside Nordland and the chosen group."""
    which = asked.capabilities
    instrument = reference().instruments[which.instrument]
    frame = beside_frame(
        data,
        viewer=viewer,
        asked=which,
        kommune=asked.kommune,
        groups=tuple(dict.fromkeys((WHOLE, asked.group))),
    )
    source = _source(frame, which, version=data.version)
    today = frame[frame["aspect"] == "now"]
    name = reference().kommuner[asked.kommune].name
    return made(
        data,
        address=own_address("evner", asked),
        kind="radar",
        title=_("{kommune}: evner i dag og mål").format(kommune=name),
        source=source,
        invented=which.invented,
        finding=beside_finding(today.assign(series=today["name"]), instrument=instrument),
        frame=frame,
        table=score_table(frame, instrument=instrument, aspect="now", source=source),
        panel=[
            *lines(data, viewer=viewer, frame=frame, asked=which),
            *compared_with(frame, asked=asked),
        ],
        chart=radar,
        instrument=instrument,
        options={"aspect": "now"},
        kommuner=(asked.kommune,),
    )


def own_address(name: str, asked: OwnKommune) -> str:
    """Return the address of one of a kommune's views."""
    return address(
        name,
        {
            "k": asked.kommune,
            "kartlegging": asked.capabilities.survey_round,
            "gruppe": asked.group,
        },
    )


def _source(frame: pd.DataFrame, asked: Round, *, version: int) -> str:
    counts = ", ".join(
        f"{label} ({counted(rows)})".replace(" ", "\N{NO-BREAK SPACE}")
        for label, rows in frame.groupby("series", sort=False)
    )
    return _("Kilde: {round}, {date}. {counts}. Dataversjon {version}.").format(
        round=asked.label, date=date(asked.answered_at), counts=counts, version=version
    )
