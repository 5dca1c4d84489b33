"""Where a kommune lies among the others, who are not named."""

import pandas as pd
import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import behind, level
from maturity.charts.strip import strip
from maturity.findings import withheld_reason
from maturity.findings_strip import strip_finding
from maturity.groups import groups
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.ui.chart import chart
from maturity.ui.kommune import OwnKommune
from maturity.ui.kommune_top_charts import Shown
from maturity.ui.kommune_top_panel import compared_with, lines
from maturity.ui.panel import panel_html
from maturity.ui.score_frame import Comparison, kommune_scores, score_frame
from maturity.ui.table import table_html


def place(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, dark: bool) -> None:
    """Draw the kommune among the others, or say that they are too few to be unknown."""
    st.header(_("Hvor ligger vi blant kommunene?"), anchor="plass")
    others = unnamed(data, viewer=viewer, asked=asked)
    if others.empty:
        st.text(_("De andre vises ikke: {reason}.").format(reason=withheld_reason("min_kommuner")))
        return
    drawn = placed(data, viewer=viewer, asked=asked, dark=dark)
    chart(
        drawn.figure,
        name=drawn.name,
        finding=drawn.finding,
        table=drawn.table,
        about=drawn.about,
    )


@kept
def unnamed(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> pd.DataFrame:
    """Return dimension and mean of the others that may be shown, sorted by value, without names.

    A dimension with too few others has none.
    """
    found = kommune_scores(
        data,
        viewer=viewer,
        survey_round=asked.capabilities.survey_round,
        instrument=asked.capabilities.instrument,
        aspect="now",
    )
    rows = [
        {"dimension": str(key), "mean": round(float(mean), 1)}
        for code, own in found.items()
        if code != asked.kommune
        for key, mean in own["mean"].dropna().items()
    ]
    frame = pd.DataFrame(rows, columns=["dimension", "mean"])
    enough = frame.groupby("dimension")["mean"].transform("size") >= thresholds().min_kommuner
    return frame[enough].sort_values(["dimension", "mean"], ignore_index=True)


@kept
def placed(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, dark: bool) -> Shown:
    """Return the figure of a kommune among the others, with all that stands beside it."""
    which = asked.capabilities
    instrument = reference().instruments[which.instrument]
    name, group = reference().kommuner[asked.kommune].name, groups(reference())[asked.group].label
    beside = score_frame(
        data,
        viewer=viewer,
        asked=Comparison(
            instrument=which.instrument,
            survey_round=which.survey_round,
            aspect="now",
            kommuner=(asked.kommune,),
            groups=(asked.group,),
        ),
    )
    own = beside[beside["series_kind"] == "kommune"].set_index("dimension")
    whole = beside[beside["series_kind"] == "group"].set_index("dimension")
    frame = pd.DataFrame(
        {"own": own["mean"], "n": own["n"], "group": whole["mean"], "k": whole["k"]}
    ).reset_index()
    others = unnamed(data, viewer=viewer, asked=asked)
    title = _("{kommune} blant kommunene: evner i dag").format(kommune=name)
    source = _("Kilde: {round}, {date}. {count} andre kommuner. Dataversjon {version}.").format(
        round=which.label,
        date=date(which.answered_at),
        count=int(others.groupby("dimension").size().max()),
        version=data.version,
    )
    return Shown(
        figure=strip(
            frame,
            others=others,
            instrument=instrument,
            own=name,
            group=group,
            title=title,
            source=source,
            invented=which.invented,
            dark=dark,
        ),
        name=title,
        finding=strip_finding(frame, instrument=instrument, own=name, group=group),
        table=_table(frame, others, asked, own=name, group=group, title=title, source=source),
        about=panel_html(
            [
                *lines(data, viewer=viewer, frame=beside, asked=which),
                *compared_with(beside, asked=asked),
                (_("Hvorfor uten navn?"), (_("Det er egen plass som skal sees, ikke en rekke."),)),
            ]
        ),
    )


def _table(
    frame: pd.DataFrame,
    others: pd.DataFrame,
    asked: OwnKommune,
    *,
    own: str,
    group: str,
    title: str,
    source: str,
) -> str:
    """Return own score, the group's, and the ends of the others', one row per dimension."""
    instrument = reference().instruments[asked.capabilities.instrument]
    found = frame.set_index("dimension").to_dict("index")
    ends = others.groupby("dimension")["mean"].agg(["min", "max", "size"]).to_dict("index")
    rows = []
    for key, dimension in instrument.by_key.items():
        row, end = found[key], ends.get(key)
        rows.append(
            [
                dimension.label,
                _said(row["own"], behind(row["n"], None)),
                _said(row["group"], behind(None, row["k"])),
                _("{low} til {high} ({count} kommuner)").format(
                    low=level(end["min"], aspect="now"),
                    high=level(end["max"], aspect="now"),
                    count=int(end["size"]),
                )
                if end
                else withheld_reason("min_kommuner"),
            ]
        )
    heads = [_("Evne"), own, group, _("De andre, fra og til")]
    return table_html(heads, rows, title=title, notes=[source])


def _said(mean: float, about: str) -> str:
    return _("vises ikke") if pd.isna(mean) else f"{level(mean, aspect='now')} ({about})"
