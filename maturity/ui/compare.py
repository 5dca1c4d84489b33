"""A comparison worked out: its frame, figures, finding, table and panel, each once and kept."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.charts import profile, radar, radar_multiples
from maturity.charts.theme import MAX_SERIES
from maturity.exports.about import About
from maturity.findings import score_finding
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.ui.panel import panel_html
from maturity.ui.table import table_html
from maturity.views.aspects import aspects
from maturity.views.compare_panel import about_lines, counted, threshold_lines
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import Comparison, score_frame
from maturity.views.score_table import score_table


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What the page shows of one comparison; shared between readers, so never changed.

    `finding` is Markdown, `panel` and `table` are HTML.
    """

    frame: pd.DataFrame
    about: About
    finding: str
    panel: str
    table: str


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A figure with the sentence that stands for it."""

    figure: go.Figure
    alt: str


@kept
def compared(data: queries.Data, *, viewer: Viewer, asked: Comparison) -> Compared:
    """Return everything that is shown of a comparison but its figures."""
    instrument = reference().instruments[asked.instrument]
    survey_round = offered(data, viewer=viewer)[asked.instrument][asked.survey_round]
    frame = score_frame(data, viewer=viewer, asked=asked)
    lines = about_lines(
        frame,
        instrument=instrument,
        aspect=asked.aspect,
        asked=survey_round,
        version=data.version,
    )
    about = About(
        title=f"{instrument.label}: {_held(aspects(instrument)[asked.aspect].lower())}",
        source=_source(frame, survey_round, version=data.version),
        notice=_("Eksempeldata") if survey_round.invented else "",
        lines=(
            *((question, "\n".join(answers)) for question, answers in lines),
            (_("Terskler"), "\n".join(threshold_lines())),
            (_("Avrunding"), _("Full presisjon i filen; siden viser én desimal.")),
        ),
    )
    source = ". ".join(text for text in (about.notice, about.source) if text)
    table = score_table(frame, instrument=instrument, aspect=asked.aspect, source=source)
    return Compared(
        frame=frame,
        about=about,
        finding=_finding(frame, asked=asked),
        panel=panel_html(lines),
        table=table_html(table.heads, table.rows, title=about.title, notes=table.notes),
    )


@kept
def figures(
    data: queries.Data, *, viewer: Viewer, asked: Comparison, view: str, dark: bool
) -> tuple[Drawn, ...]:
    """Return the figures of a comparison: one, or for a profile of more than five series two."""
    whole = compared(data, viewer=viewer, asked=asked)
    instrument = reference().instruments[asked.instrument]
    parts = {whole.about.title: whole.frame}
    draw = profile.profile if view == "profil" else radar.radar
    if len(asked.kommuner) + len(asked.groups) > MAX_SERIES:
        if view == "profil":
            parts = _by_kind(whole)
        else:
            draw = radar_multiples.radar_multiples
    return tuple(
        Drawn(
            figure=draw(
                part,
                instrument=instrument,
                aspect=asked.aspect,
                title=title,
                source=whole.about.source,
                invented=bool(whole.about.notice),
                dark=dark,
            ),
            alt=score_finding(part, instrument=instrument, aspect=asked.aspect),
        )
        for title, part in parts.items()
    )


def _finding(frame: pd.DataFrame, *, asked: Comparison) -> str:
    """Say what the frame shows; of more than two series, each on a line of its own."""
    instrument = reference().instruments[asked.instrument]
    series = [rows for _label, rows in frame.groupby("series", sort=False)]
    if len(series) <= 2:
        return score_finding(frame, instrument=instrument, aspect=asked.aspect)
    lines = (score_finding(it, instrument=instrument, aspect=asked.aspect) for it in series)
    return "\n".join(f"- {line}" for line in lines)


def _by_kind(whole: Compared) -> dict[str, pd.DataFrame]:
    """Part the frame into kommuner and groups, each under a title of its own."""
    kinds = whole.frame["series_kind"]
    names = {"kommune": _("kommuner"), "group": _("grupper")}
    parts = {kind: whole.frame[kinds == kind] for kind in names}
    return {f"{whole.about.title}, {names[kind]}": p for kind, p in parts.items() if len(p)}


def _source(frame: pd.DataFrame, survey_round: Round, *, version: int) -> str:
    counts = ", ".join(
        f"{label} ({_held(counted(rows))})" for label, rows in frame.groupby("series", sort=False)
    )
    return _("Kilde: {round}, {date}. {counts}. Dataversjon {version}.").format(
        round=survey_round.label,
        date=date(survey_round.answered_at),
        counts=counts,
        version=version,
    )


def _held(text: str) -> str:
    """Hold words together where a figure breaks its lines."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")
