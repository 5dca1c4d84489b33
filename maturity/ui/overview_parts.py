"""Who has answered, where single kommuner are not seen: how many of Nordland and each region."""

from dataclasses import dataclass

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
from maturity.ui.overview import facts_html
from maturity.ui.overview_participation import rounds_of_all, source_of
from maturity.ui.panel import panel_html
from maturity.ui.table import table_html


@dataclass(frozen=True, kw_only=True)
class Parts:
    """How many have answered, part by part; shared between readers, so never changed.

    `frame` has one row per part and survey round: theme (the part's name), column (the round's),
    count, of, label.
    """

    frame: pd.DataFrame
    title: str
    source: str
    finding: str
    table: str
    facts: str
    about: str


@kept
def parts(data: queries.Data, *, viewer: Viewer) -> Parts:
    """Return who has answered as counts; raises UserError where nobody has."""
    rounds = rounds_of_all(data, viewer=viewer)
    newest = rounds[-1]
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
    title = _("Hvor mange kommuner har svart")
    source = source_of(rounds, version=data.version)
    body = [[str(name), *own["said"]] for name, own in frame.groupby("theme", sort=False)]
    heads = [_("Del av Nordland"), *(one.label for one in rounds)]
    limit = thresholds().min_respondents
    least = _("En kommune teller når minst {limit} har svart.").format(limit=limit)
    last = frame[(frame["theme"] == whole.label) & (frame["column"] == newest.label)]
    return Parts(
        frame=frame,
        title=title,
        source=source,
        finding=f"{_finding(frame, whole.label)} {least}",
        table=table_html(heads, body, title=title, notes=[source, least]),
        facts=facts_html(
            [
                (str(last["said"].iloc[0]), _("har svart i {round}").format(round=newest.label)),
                (
                    number(len(rounds), digits=0),
                    _("kartlegginger, siste {date}").format(
                        date=date(newest.answered_at, style="medium")
                    ),
                ),
            ]
            + (
                [(date(data.last_import.when.date(), style="medium"), _("sist lest inn"))]
                if data.last_import
                else []
            )
        ),
        about=panel_html(
            [
                (_("Hvem har svart?"), [_finding(frame, whole.label), least]),
                (_("Når?"), [f"{one.label}: {date(one.answered_at)}" for one in rounds]),
                (
                    _("Hva mangler?"),
                    _(
                        "Hvilke kommuner som har svart, vises bare til den som ser kommunen. Hvor "
                        "mange som har svart, er ikke et resultat, og vises alle."
                    ),
                ),
                (_("Hvilke data?"), _("Dataversjon {version}").format(version=data.version)),
            ]
        ),
    )


@kept
def parts_figure(data: queries.Data, *, viewer: Viewer, dark: bool) -> go.Figure:
    """Return the counts drawn, a cell for each part and survey round."""
    found = parts(data, viewer=viewer)
    invented = any(one.invented for one in rounds_of_all(data, viewer=viewer))
    key = (
        _("Tallet: kommuner som har svart. Jo lysere, jo større del av alle.")
        if dark
        else _("Tallet: kommuner som har svart. Jo mørkere, jo større del av alle.")
    )
    return theme_grid(
        found.frame,
        title=found.title,
        source=f"{found.source}\n{key}",
        invented=invented,
        dark=dark,
    )


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
