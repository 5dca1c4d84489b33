"""Whom a kommune could call: the partners, the map, the reasons; each worked out once and kept."""

from dataclasses import dataclass

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.partner_map import partner_map
from maturity.findings.matching import (
    differences,
    likeness_words,
    likenesses,
    partners_finding,
    reason,
)
from maturity.findings.scores import withheld_reason
from maturity.instruments import Kommune
from maturity.kept import kept
from maturity.language import _, date
from maturity.matching import Partner, distances, likeness, partners
from maturity.reference import reference
from maturity.view import Table, View
from maturity.views.choosing import address
from maturity.views.collaboration_choices import Asked, told
from maturity.views.collaboration_panel import about
from maturity.views.collaboration_scores import pairs, scores_of, visible
from maturity.views.making import made
from maturity.views.score_frame import kommune_scores

MOST = 3  # kommuner to call


@dataclass(frozen=True, kw_only=True)
class Called:
    """The partners of one kommune, with a sentence for each; shared, so never changed."""

    asked: Asked
    partners: tuple[Partner, ...]
    reasons: tuple[str, ...]
    finding: str
    why_none: str  # empty where the kommune's own scores are shown
    frame: pd.DataFrame
    title: str
    source: str
    table: Table


def others_known(viewer: Viewer, *, asked: Asked) -> bool:
    """Tell whether there is anybody beside the kommune whom it could be told of."""
    return bool(asked.kommune and viewer.knows(asked.asked.instrument) - {asked.kommune})


@kept
def called(data: queries.Data, *, viewer: Viewer, asked: Asked) -> Called:
    """Return whom a kommune could call, and why."""
    kommuner, own = visible(viewer), reference().kommuner[asked.kommune]
    instrument = reference().instruments[asked.asked.instrument]
    scores = scores_of(data, viewer=viewer, asked=asked.asked)
    every = pairs(data, viewer=viewer, asked=asked.asked, weights=asked.weights)
    found = partners(every, kommune=asked.kommune, most=MOST)
    far = distances(kommuner)
    reasons = tuple(
        reason(
            it,
            asker=own,
            other=kommuner[it.kommune],
            distance=float(
                far.to_numpy()[far.index.get_loc(own.kommune), far.columns.get_loc(it.kommune)]
            ),
            now=scores.now,
            target=scores.target,
            instrument=instrument,
        )
        for it in found
    )
    why = _why_none(data, viewer=viewer, asked=asked) if own.kommune not in scores.now.index else ""
    frame = _tiles(asked, kommuner, [it.kommune for it in found])
    title = (
        _("Hvem {kommune} kan ringe, og hvem den ligner") if found else _("Hvem {kommune} ligner")
    )
    title = title.format(kommune=own.name)
    source = _("Kilde: {round}, {date}. Likhet: SSB og kart. Dataversjon {version}.").format(
        round=asked.asked.label, date=date(asked.asked.answered_at), version=data.version
    )
    return Called(
        asked=asked,
        partners=tuple(found),
        reasons=reasons,
        finding=why
        or partners_finding(
            found, asker=own, names={code: it.name for code, it in kommuner.items()}
        ),
        why_none=why,
        frame=frame,
        title=title,
        source=source,
        table=_table(frame, kommuner, own, far, source=source),
    )


@kept
def partners_view(data: queries.Data, *, viewer: Viewer, asked: Asked) -> View:
    """Return the map of one kommune, those like it, and whom it could call."""
    whole = called(data, viewer=viewer, asked=asked)
    return made(
        data,
        address=address("samarbeid", told(asked)),
        kind="partner_map",
        title=whole.title,
        source=whole.source,
        invented=asked.asked.invented,
        finding=" ".join([whole.finding, *whole.reasons]),
        frame=whole.frame,
        table=whole.table,
        panel=about(data, viewer=viewer, asked=asked.asked),
        chart=partner_map,
        kommuner=tuple(whole.frame["kommune"]),
    )


def _why_none(data: queries.Data, *, viewer: Viewer, asked: Asked) -> str:
    """Say why a kommune's own scores are not shown: withheld, or not there."""
    rows = kommune_scores(
        data,
        viewer=viewer,
        survey_round=asked.asked.survey_round,
        instrument=asked.asked.instrument,
        aspect="now",
    ).get(asked.kommune)
    name = reference().kommuner[asked.kommune].name
    if rows is None:
        return _(
            "{kommune} har ikke svart i {round}. Kartet viser hvem {kommune} ligner; hvem den kan "
            "ringe, kan først sies når den har svart."
        ).format(kommune=name, round=asked.asked.label)
    return _(
        "Tallene fra {kommune} i {round} holdes tilbake ({reason}). Kartet viser hvem {kommune} "
        "ligner; hvem den kan ringe, kan først sies når flere svarer."
    ).format(kommune=name, round=asked.asked.label, reason=withheld_reason("min_respondents"))


def _tiles(asked: Asked, kommuner: dict[str, Kommune], called_: list[str]) -> pd.DataFrame:
    alike = likeness(kommuner, asked.weights)[asked.kommune].to_dict()
    far = distances(kommuner)[asked.kommune].to_dict()
    rows = []
    own = kommuner[asked.kommune]
    for code, kommune in kommuner.items():
        part = "asker" if code == own.kommune else "partner" if code in called_ else "other"
        lines = [f"<b>{kommune.name}</b>"]
        if part != "asker":
            lines.append(_("Likhet: {value}").format(value=likeness_words(alike[code])))
            apart = {"asker": own, "other": kommune, "distance": far[code]}
            lines += [*likenesses(**apart), *differences(**apart)]
        if part == "partner":
            lines.insert(1, _("Å ringe"))
        rows.append(
            {
                "kommune": code,
                "name": kommune.name,
                "likeness": alike[code],
                "part": part,
                "label": "<br>".join(lines),
            }
        )
    return pd.DataFrame(rows)


def _table(
    frame: pd.DataFrame,
    kommuner: dict[str, Kommune],
    own: Kommune,
    far: pd.DataFrame,
    *,
    source: str,
) -> Table:
    """Return the map as a table, the most like first."""
    others = frame[frame["part"] != "asker"].sort_values(
        ["likeness", "kommune"], ascending=[False, True]
    )
    away = far[own.kommune].to_dict()
    rows: list[tuple[str, ...]] = []
    for row in others.to_dict("records"):
        code = row["kommune"]
        apart = {"asker": own, "other": kommuner[code], "distance": away[code]}
        rows.append(
            (
                row["name"],
                likeness_words(row["likeness"]),
                _("ja") if row["part"] == "partner" else "",
                ", ".join(likenesses(**apart)),
                ", ".join(differences(**apart)),
            )
        )
    heads = (_("Kommune"), _("Likhet"), _("Å ringe"), _("Likt"), _("Ulikt"))
    return Table(heads=heads, rows=tuple(rows), notes=(source,))
