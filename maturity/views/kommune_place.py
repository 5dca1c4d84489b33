"""Where a kommune lies among the others, who are not named."""

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import behind, level
from maturity.charts.strip import strip
from maturity.findings.scores import withheld_reason
from maturity.findings.strip import strip_finding
from maturity.groups import WHOLE, groups
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.view import Table, View
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_charts import own_address
from maturity.views.kommune_panel import compared_with, lines
from maturity.views.making import made
from maturity.views.score_frame import round_frame


@kept
def unnamed(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> pd.DataFrame:
    """Return dimension and mean of the others that may be shown, sorted by value, without names.

    A dimension with too few others has none.
    """
    return queries.scores_unnamed(
        data,
        viewer=viewer,
        survey_round=asked.capabilities.survey_round,
        instrument=asked.capabilities.instrument,
        aspect="now",
        members=groups(reference())[WHOLE].members - {asked.kommune},
    )


@kept
def placed(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> View:
    """Return a kommune among the others."""
    which = asked.capabilities
    instrument = reference().instruments[which.instrument]
    name, group = reference().kommuner[asked.kommune].name, groups(reference())[asked.group].label
    beside = round_frame(
        data,
        viewer=viewer,
        asked=which,
        aspect="now",
        kommuner=(asked.kommune,),
        groups=(asked.group,),
    )
    own = beside[beside["series_kind"] == "kommune"].set_index("dimension")
    whole = beside[beside["series_kind"] == "group"].set_index("dimension")
    frame = pd.DataFrame(
        {"own": own["mean"], "n": own["n"], "group": whole["mean"], "k": whole["k"]}
    ).reset_index()
    others = unnamed(data, viewer=viewer, asked=asked)
    source = _("Kilde: {round}, {date}. {count} andre kommuner. Dataversjon {version}.").format(
        round=which.label,
        date=date(which.answered_at),
        count=0 if others.empty else int(others.groupby("dimension").size().max()),
        version=data.version,
    )
    return made(
        data,
        address=own_address("plass", asked),
        kind="strip",
        title=_("{kommune} blant kommunene: evner i dag").format(kommune=name),
        source=source,
        invented=which.invented,
        finding=nobody(viewer)
        if others.empty
        else strip_finding(frame, instrument=instrument, own=name, group=group),
        frame=frame,
        table=_table(frame, others, asked, own=name, group=group, source=source),
        panel=[
            *lines(data, viewer=viewer, frame=beside, asked=which),
            *compared_with(beside, asked=asked),
            (_("Hvorfor uten navn?"), (_("Det er egen plass som skal sees, ikke en rekke."),)),
        ],
        chart=strip,
        instrument=instrument,
        options={"others": others, "own": name, "group": group},
        kommuner=(asked.kommune,),
    )


def nobody(viewer: Viewer) -> str:
    """Say why the others are not shown: not opened, or too few to be unknown."""
    closed = viewer.counted - viewer.named and not viewer.unnamed
    reason = withheld_reason("not_opened" if closed else "min_kommuner")
    return _("De andre vises ikke: {reason}.").format(reason=reason)


def _table(
    frame: pd.DataFrame,
    others: pd.DataFrame,
    asked: OwnKommune,
    *,
    own: str,
    group: str,
    source: str,
) -> Table:
    """Return own score, the group's, and the ends of the others', one row per dimension."""
    instrument = reference().instruments[asked.capabilities.instrument]
    found = frame.set_index("dimension").to_dict("index")
    ends = others.groupby("dimension")["mean"].agg(["min", "max", "size"]).to_dict("index")
    rows = []
    for key, dimension in instrument.by_key.items():
        row, end = found[key], ends.get(key)
        rows.append(
            (
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
            )
        )
    heads = (_("Evne"), own, group, _("De andre, fra og til"))
    return Table(heads=heads, rows=tuple(rows), notes=(source,))


def _said(mean: float, about: str) -> str:
    return _("vises ikke") if pd.isna(mean) else f"{level(mean, aspect='now')} ({about})"
