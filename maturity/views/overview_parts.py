"""Who has answered, where single kommuner are not seen: how many of Nordland and each region."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.alphabet import alphabetic
from maturity.charts.theme_grid import theme_grid
from maturity.groups import WHOLE, groups
from maturity.kept import kept
from maturity.language import _, date, number
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.view import Table, View
from maturity.views.choosing import address
from maturity.views.making import made
from maturity.views.overview_participation import rounds_of_all, source_of


@kept
def parts(data: queries.Data, *, viewer: Viewer) -> View:
    """Return who has answered as counts; raises UserError where nobody has."""
    rounds = rounds_of_all(data, viewer=viewer)
    regions = {code: it.region for code, it in reference().kommuner.items()}
    whole = groups(reference())[WHOLE]
    counted = pd.concat(
        [
            queries.answering_by_part(
                data, viewer=viewer, parts=dict.fromkeys(whole.members, whole.label)
            ),
            queries.answering_by_part(data, viewer=viewer, parts=regions),
        ]
    )
    told = counted.set_index(["part", "survey_round"])["k"].astype(int).to_dict()
    sizes = pd.Series(regions).value_counts().to_dict() | {whole.label: len(whole.members)}
    rows = []
    for name in (whole.label, *sorted(set(regions.values()), key=alphabetic)):
        for one in rounds:
            count, size = told.get((name, one.survey_round), 0), int(sizes[name])
            said = _("{count} av {all} kommuner").format(count=count, all=size)
            label = f"<b>{name}</b><br>{one.label}<br>{said}"
            rows.append(
                {
                    "theme": name,
                    "column": one.label,
                    "count": count,
                    "of": size,
                    "label": label,
                    "said": said,
                }
            )
    frame = pd.DataFrame(rows).astype({"count": "Int64", "of": "Int64"})
    source = source_of(rounds, version=data.version)
    limit = thresholds().min_respondents
    least = _("En kommune teller når minst {limit} har svart.").format(limit=limit)
    found = _finding(frame, whole.label)
    return made(
        data,
        address=address("deltakelse", {}),
        kind="theme_grid",
        title=_("Hvor mange kommuner har svart"),
        source=source,
        invented=any(one.invented for one in rounds),
        finding=f"{found} {least}",
        frame=frame,
        table=Table(
            heads=(_("Del av Nordland"), *(one.label for one in rounds)),
            rows=tuple(
                (str(name), *own["said"]) for name, own in frame.groupby("theme", sort=False)
            ),
            notes=(source, least),
        ),
        panel=[
            (_("Hvem har svart?"), (found, least)),
            (_("Når?"), tuple(f"{one.label}: {date(one.answered_at)}" for one in rounds)),
            (
                _("Hva mangler?"),
                _(
                    "Hvilke kommuner som har svart, vises bare til den som ser kommunen. Hvor "
                    "mange som har svart, er ikke et resultat, og vises alle."
                ),
            ),
            (_("Hvilke data?"), _("Dataversjon {version}").format(version=data.version)),
        ],
        chart=_explained,
        options={"theme": _("Del av Nordland"), "column": _("Kartlegging")},
    )


@kept
def facts(data: queries.Data, *, viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """Return what is said first to one who sees no single kommuner: a number, and what it is."""
    rounds = rounds_of_all(data, viewer=viewer)
    newest = rounds[-1]
    frame = parts(data, viewer=viewer).frame
    whole = groups(reference())[WHOLE].label
    last = frame[(frame["theme"] == whole) & (frame["column"] == newest.label)]
    said = [
        (str(last["said"].iloc[0]), _("har svart i {round}").format(round=newest.label)),
        (
            number(len(rounds), digits=0),
            _("kartlegginger, siste {date}").format(date=date(newest.answered_at, style="medium")),
        ),
    ]
    if data.last_import:
        said.append((date(data.last_import.when.date(), style="medium"), _("sist lest inn")))
    return tuple(said)


def _explained(
    frame: pd.DataFrame, *, source: str, theme: str, column: str, **told: Any
) -> go.Figure:
    """Draw the counts, and say below them what a shade means in this theme of the page."""
    del theme, column  # what a file calls them; the drawing has no heads for them
    key = (
        _("Tallet: kommuner som har svart. Jo lysere, jo større del av alle.")
        if told["dark"]
        else _("Tallet: kommuner som har svart. Jo mørkere, jo større del av alle.")
    )
    return theme_grid(frame, source=f"{source}\n{key}", **told)


def _finding(frame: pd.DataFrame, whole: str) -> str:
    """Say how many of all answered, and in which parts most and fewest did, the newest time."""
    newest = frame[frame["column"] == frame["column"].iloc[-1]]
    own, others = newest[newest["theme"] == whole], newest[newest["theme"] != whole]
    share = others["count"] / others["of"]
    most, fewest = others.loc[share.idxmax()], others.loc[share.idxmin()]
    return _(
        "{said} har svart i {round}. Størst del i {most}, {most_said}; minst i {fewest}, "
        "{fewest_said}."
    ).format(
        said=own["said"].iloc[0],
        round=own["column"].iloc[0],
        most=most["theme"],
        most_said=most["said"],
        fewest=fewest["theme"],
        fewest_said=fewest["said"],
    )
