"""Where Nordland stands: the profile of each framework, newest round in which it was asked."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.charts.radar import radar
from maturity.charts.scores import Aspect
from maturity.findings import score_finding
from maturity.groups import WHOLE
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.ui.table import table_html
from maturity.views.compare_panel import counted
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import Comparison, score_frame
from maturity.views.score_table import score_table

ASPECTS: tuple[Aspect, ...] = ("now", "target")


@dataclass(frozen=True, kw_only=True)
class Profile:
    """Nordland today and its target; shared between readers, so never changed."""

    frame: pd.DataFrame
    title: str
    source: str
    finding: str
    table: str


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
def profile(data: queries.Data, *, viewer: Viewer, asked: Round) -> Profile:
    """Return Nordland's profile in one round: frame, finding and table."""
    instrument = reference().instruments[asked.instrument]
    names = aspects(instrument)
    parts = []
    for aspect in ASPECTS:
        comparison = Comparison(
            instrument=asked.instrument,
            survey_round=asked.survey_round,
            aspect=aspect,
            kommuner=(),
            groups=(WHOLE,),
        )
        rows = score_frame(data, viewer=viewer, asked=comparison)
        if aspect == "now" or rows["mean"].notna().any():
            parts.append(rows.assign(series=names[aspect]))
    frame = pd.concat(parts, ignore_index=True)
    title = _("Nordland: {instrument}").format(instrument=instrument.label)
    source = _(
        "Kilde: {round}, {date}. {kommuner}, hver teller likt. Dataversjon {version}."
    ).format(
        round=asked.label,
        date=date(asked.answered_at),
        kommuner=counted(parts[0]),
        version=data.version,
    )
    table = score_table(frame, instrument=instrument, aspect="now", source=source)
    return Profile(
        frame=frame,
        title=title,
        source=source,
        finding=score_finding(frame, instrument=instrument, aspect="now"),
        table=table_html(table.heads, table.rows, title=title, notes=table.notes),
    )


@kept
def profile_figure(data: queries.Data, *, viewer: Viewer, asked: Round, dark: bool) -> go.Figure:
    """Return the radar of Nordland's profile in one round."""
    whole = profile(data, viewer=viewer, asked=asked)
    return radar(
        whole.frame,
        instrument=reference().instruments[asked.instrument],
        aspect="now",
        title=whole.title,
        source=whole.source,
        invented=asked.invented,
        dark=dark,
    )
