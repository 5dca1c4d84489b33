"""Where Nordland stands: the profile of each framework, newest round in which it was asked."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.charts import ways as way_of
from maturity.charts.radar import radar
from maturity.charts.scores import Aspect
from maturity.findings.scores import aim_finding
from maturity.findings.ways import longest_way
from maturity.groups import WHOLE
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.view import View
from maturity.views.choosing import address
from maturity.views.compare_panel import about_lines, counted
from maturity.views.making import made
from maturity.views.network_ways import ways_frame
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import round_frame
from maturity.views.score_table import score_table

ASPECTS: tuple[Aspect, ...] = ("now", "target")


def newest_rounds(data: queries.Data, *, viewer: Viewer) -> list[Round]:
    """Return the newest round of each framework, the staircase first.

    Versions of one framework (modenhet-5gen, modenhet-6gen) share what stands before the hyphen of
    their codes; only the version that was asked last is shown, since none is joined to another.
    """
    found: dict[str, Round] = {}
    for code, rounds in offered(data, viewer=viewer).items():
        found.setdefault(code.partition("-")[0], next(iter(rounds.values())))
    known = reference().instruments
    return sorted(found.values(), key=lambda one: not known[one.instrument].ordered)


@kept
def profile(data: queries.Data, *, viewer: Viewer, asked: Round) -> View:
    """Return Nordland today beside its target, in one round."""
    instrument = reference().instruments[asked.instrument]
    names = aspects(instrument)
    parts = []
    for aspect in ASPECTS:
        rows = round_frame(data, viewer=viewer, asked=asked, aspect=aspect, groups=(WHOLE,))
        if aspect == "now" or rows["mean"].notna().any():
            parts.append(rows.assign(series=names[aspect]))
    frame = pd.concat(parts, ignore_index=True)
    found = way_of.ways(ways_frame(data, viewer=viewer, asked=asked), instrument=instrument)
    source = _(
        "Kilde: {round}, {date}. {kommuner}, hver teller likt. Dataversjon {version}."
    ).format(
        round=asked.label,
        date=date(asked.answered_at),
        kommuner=counted(frame),
        version=data.version,
    )
    return made(
        data,
        address=address(
            "nordland", {"rammeverk": asked.instrument, "kartlegging": asked.survey_round}
        ),
        kind="radar",
        title=_("Nordland: {instrument}").format(instrument=instrument.label),
        source=source,
        invented=asked.invented,
        finding=aim_finding(
            frame, instrument=instrument, way=longest_way(found, top=instrument.scale.max)
        ),
        frame=frame,
        table=score_table(frame, instrument=instrument, aspect="now", source=source),
        panel=about_lines(
            frame, instrument=instrument, aspect="now", asked=asked, version=data.version
        ),
        chart=ways,
        instrument=instrument,
        options={"aspect": "now", "alone": True},
    )


def ways(frame: pd.DataFrame, *, alone: bool, **options: Any) -> go.Figure:
    """Draw today and target in the colours of a kommune's page, where they stand `alone`."""
    return radar(frame.assign(series_kind="kommune") if alone else frame, **options)
