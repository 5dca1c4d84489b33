"""A comparison as views: one figure, or for a profile of more than five series two."""

from collections.abc import Iterator

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.charts.profile import profile
from maturity.charts.radar import radar
from maturity.charts.radar_multiples import radar_multiples
from maturity.charts.scores import Aspect
from maturity.charts.theme import MAX_SERIES
from maturity.findings.scores import score_finding
from maturity.groups import PICK, group_of
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.view import View
from maturity.views.choosing import address
from maturity.views.compare_panel import about_lines, counted
from maturity.views.making import Draw, made
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import Comparison, score_frame
from maturity.views.score_table import score_table

PARTS = {"kommune": "kommuner", "group": "grupper"}  # of a profile, as addresses tell them


@kept
def compared(
    data: queries.Data, *, viewer: Viewer, asked: Comparison, way: str
) -> tuple[View, ...]:
    """Return the figures of a comparison; `way`: "radar", "profil" or "tabell", a radar too."""
    frame = score_frame(data, viewer=viewer, asked=asked)
    many = len(asked.kommuner) + len(asked.groups) > MAX_SERIES
    if way != "profil":
        kind, chart = ("radar_multiples", radar_multiples) if many else ("radar", radar)
        return (_view(data, frame, viewer=viewer, asked=asked, way=way, kind=kind, chart=chart),)
    return tuple(
        _view(
            data,
            part,
            viewer=viewer,
            asked=asked,
            way=way,
            kind="profile",
            chart=profile,
            of=of if many else None,
        )
        for of, part in (_by_kind(frame) if many else [("", frame)])
    )


def each_series(view: View, *, aspect: Aspect) -> tuple[str, ...]:
    """Return the finding; of more than two series, a sentence of each."""
    series = [rows for _label, rows in view.frame.groupby("series", sort=False)]
    if len(series) <= 2 or view.instrument is None:
        return (view.finding,)
    return tuple(score_finding(it, instrument=view.instrument, aspect=aspect) for it in series)


def _view(
    data: queries.Data,
    frame: pd.DataFrame,
    *,
    viewer: Viewer,
    asked: Comparison,
    way: str,
    kind: str,
    chart: Draw,
    of: str | None = None,
) -> View:
    instrument = reference().instruments[asked.instrument]
    which = offered(data, viewer=viewer)[asked.instrument][asked.survey_round]
    title = f"{instrument.label}: {_held(aspects(instrument)[asked.aspect].lower())}"
    names = {"kommune": _("kommuner"), "group": _("grupper")}
    source = _source(frame, which, version=data.version)
    return made(
        data,
        address=address(
            "sammenlign",
            {
                "kommune": asked.kommuner,
                **_groups(asked),
                "rammeverk": asked.instrument,
                "kartlegging": asked.survey_round,
                "aspekt": asked.aspect,
                "visning": way,
                **({"del": PARTS[of]} if of else {}),
            },
        ),
        kind=kind,
        title=f"{title}, {names[of]}" if of else title,
        source=source,
        invented=which.invented,
        finding=score_finding(frame, instrument=instrument, aspect=asked.aspect),
        frame=frame,
        table=score_table(frame, instrument=instrument, aspect=asked.aspect, source=source),
        panel=about_lines(
            frame,
            instrument=instrument,
            aspect=asked.aspect,
            asked=which,
            version=data.version,
        ),
        chart=chart,
        instrument=instrument,
        options={"aspect": asked.aspect},
        kommuner=_told_of(asked, viewer=viewer),
    )


def _told_of(asked: Comparison, *, viewer: Viewer) -> tuple[str, ...]:
    """Return the kommuner whose scores are told: of a pick, those that the viewer may see.

    Its label names a few of them, and its scores tell of all: two picks tell of one.
    """
    picked = frozenset(_groups(asked).get("egen", ())) & viewer.knows(asked.instrument)
    return tuple(dict.fromkeys((*asked.kommuner, *sorted(picked))))


def _groups(asked: Comparison) -> dict[str, list[str]]:
    """Return the groups as an address tells them: a pick by its kommuner."""
    picks = [code for code in asked.groups if code.startswith(f"{PICK}:")]
    own = sorted(it for code in picks for it in group_of(reference(), code).members)
    return {
        "gruppe": [code for code in asked.groups if code not in picks],
        **({"egen": own} if own else {}),
    }


def _by_kind(frame: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Part the frame into kommuner and groups."""
    for kind in PARTS:
        part = frame[frame["series_kind"] == kind]
        if len(part):
            yield kind, part


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
