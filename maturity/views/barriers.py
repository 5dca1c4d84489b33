"""What holds kommuner back, counted: the themes of what people wrote, in all and part by part."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import behind
from maturity.charts.theme_grid import theme_grid
from maturity.charts.themes import themes
from maturity.errors import UserError
from maturity.findings.themes import grid_finding, themes_finding
from maturity.kept import kept
from maturity.language import _, date, name_of, number
from maturity.matching_groups import much_named
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.view import Table, View
from maturity.views.barriers_choices import (
    Asked,
    kinds,
    rounds_with_comments,
    themes_told,
    told_in_address,
)
from maturity.views.barriers_parts import parted
from maturity.views.barriers_shared import in_our_words, other
from maturity.views.barriers_words import about, cell_words, part_words
from maturity.views.choosing import address
from maturity.views.compare_panel import Said
from maturity.views.limits import names
from maturity.views.making import made


@dataclass(frozen=True, kw_only=True)
class Themes:
    """The themes of some survey rounds; shared between readers, so never changed.

    `frame` has a row per theme (theme, kommuner, people), `grid` one per theme and part (theme,
    column, count, of, label). `k` are the kommuner that may be shown; 0 where they are too few.
    For a reader who does not see everybody's, `k` is 0 and `grid` has own kommuner alone.
    """

    frame: pd.DataFrame
    grid: pd.DataFrame
    k: int
    title: str
    grid_title: str
    source: str
    finding: str
    grid_finding: str
    why_none: str  # empty where themes are shown
    panel: Said


@kept
def told(data: queries.Data, *, viewer: Viewer, asked: Asked) -> Themes:
    """Return the themes with how many kommuner name each; only of kommuner that may be shown."""
    rows = themes_told(data, viewer=viewer, kind=asked.kind)
    rows = rows[rows["survey_round"].isin([it.survey_round for it in asked.rounds])]
    shown = in_our_words(rows[rows["withheld"].isna()])
    named = shown.dropna(subset=["theme"])
    asked_of = shown[shown["survey_round"].isin(named["survey_round"])]
    k = int(asked_of["kommune"].nunique())
    counted = named.groupby("theme").agg(kommuner=("kommune", "nunique"), people=("people", "sum"))
    counted["shared"] = much_named(named).groupby("theme")["kommune"].nunique()
    labels = [name_of(it.name) for it in reference().programme.themes]
    frame = counted.fillna({"shared": 0}).reindex([*labels, other()]).dropna()
    frame = frame.astype(int).rename_axis("theme").reset_index()
    frame = frame.sort_values(
        ["shared", "kommuner"], ascending=False, kind="stable", ignore_index=True
    )
    seen, names_told = k, frame["theme"].tolist()
    only_own = bool(viewer.counted - viewer.kommuner)
    if k < thresholds().min_kommuner or only_own:
        frame, k = frame.iloc[:0], 0
    if only_own:
        asked = replace(asked, grid="kommune")
    kind = kinds()[asked.kind]
    title = _("{kind} som flest kommuner deler").format(kind=kind)
    grid, grid_title = parted(
        names_told if only_own else frame["theme"].tolist(), asked_of, asked=asked
    )
    themed = set(named["survey_round"])
    without = _without(asked, themed=themed)
    source = _("Kilde: {rounds}. {kommuner}. Dataversjon {version}.").format(
        rounds="; ".join(
            f"{it.label}, {date(it.answered_at)}"
            for it in asked.rounds
            if it.survey_round in themed
        ),
        kommuner=names(frozenset(asked_of["kommune"])) if only_own else behind(None, k),
        version=data.version,
    )
    source = f"{source} {without}".strip()
    withheld = int(rows.loc[rows["withheld"].notna(), "kommune"].nunique())
    return Themes(
        frame=frame,
        grid=grid,
        k=k,
        title=title,
        grid_title=grid_title,
        source=source,
        finding=f"{themes_finding(frame, k=k)} {without}".strip(),
        why_none="" if k or (only_own and len(grid)) else _why_none(rows, asked=asked),
        grid_finding=grid_finding(grid, parts=part_words()[asked.grid]),
        panel=about(data, asked=asked, k=seen, withheld=withheld, themed=themed, only_own=only_own),
    )


@kept
def themes_view(data: queries.Data, *, viewer: Viewer, asked: Asked) -> View:
    """Return the themes as bars: how many kommuner share each; UserError where none is shown."""
    whole = told(data, viewer=viewer, asked=asked)
    if not whole.k:
        raise UserError(whole.why_none or _only_own())
    heads = (
        _("Tema"),
        _("Kommuner som deler det (av {k})").format(k=whole.k),
        _("Kommuner der noen nevner det"),
        _("Ganger valgt"),
    )
    counts = ("shared", "kommuner", "people")
    return made(
        data,
        address=_address("barrierer", data, viewer=viewer, asked=asked),
        kind="themes",
        title=whole.title,
        source=whole.source,
        invented=any(it.invented for it in asked.rounds),
        finding=whole.finding,
        frame=whole.frame,
        table=Table(
            heads=heads,
            rows=tuple(
                (str(it["theme"]), *(number(it[key], digits=0) for key in counts))
                for it in whole.frame.to_dict("records")
            ),
            notes=(whole.source,),
        ),
        panel=whole.panel,
        chart=themes,
        options={"k": whole.k},
    )


@kept
def grid_view(data: queries.Data, *, viewer: Viewer, asked: Asked) -> View:
    """Return the themes part by part; UserError where none is shown."""
    whole = told(data, viewer=viewer, asked=asked)
    if whole.grid.empty:
        raise UserError(whole.why_none)
    known = reference().kommuner
    return made(
        data,
        address=_address("fordelt", data, viewer=viewer, asked=asked),
        kind="theme_grid",
        title=whole.grid_title,
        source=whole.source,
        invented=any(it.invented for it in asked.rounds),
        finding=whole.grid_finding,
        frame=whole.grid,
        table=_grid_table(whole.grid, source=whole.source),
        panel=whole.panel,
        chart=partial(_explained, asked),
        options={"fractions": True, "turned": asked.grid == "kommune"},
        kommuner=tuple(
            code
            for code in (viewer.kommuner if asked.grid == "kommune" else ())
            if known[code].name in set(whole.grid["column"])
        ),
    )


def _without(asked: Asked, *, themed: set[str]) -> str:
    """Say which survey rounds are left out, since their comments have no themes."""
    left = [it.label for it in asked.rounds if it.survey_round not in themed]
    if not left or not themed:
        return ""
    return _("{rounds} er ikke talt med: kommentarene der har ingen temaer.").format(
        rounds=", ".join(left)
    )


def _why_none(rows: pd.DataFrame, *, asked: Asked) -> str:
    """Say why no theme is shown: none were given, or too few kommuner may be shown."""
    rounds = ", ".join(it.label for it in asked.rounds)
    if rows["theme"].notna().any():
        return _("Temaene i {rounds} kan ikke vises: for få kommuner har mange nok svar.").format(
            rounds=rounds
        )
    k = int(rows.loc[rows["withheld"].isna(), "kommune"].nunique())
    return _(
        "{rounds} har ingen temaer å telle. Kommentarer fra {k} kommuner står her, med egne ord."
    ).format(rounds=rounds, k=k)


def _only_own() -> str:
    return _("Hva andre har skrevet, er ikke åpnet for deg.")


def _address(name: str, data: queries.Data, *, viewer: Viewer, asked: Asked) -> str:
    every = len(rounds_with_comments(data, viewer=viewer, kind=asked.kind))
    return address(name, told_in_address(asked, every=every))


def _explained(asked: Asked, frame: pd.DataFrame, *, source: str, **told: Any) -> go.Figure:
    """Draw the grid, and say below it what a cell means in this theme of the page."""
    words = cell_words(asked, dark=told["dark"])
    return theme_grid(frame, source=f"{source}\n{words}", **told)


def _grid_table(grid: pd.DataFrame, *, source: str) -> Table:
    columns = list(dict.fromkeys(grid["column"]))
    said = [
        _("holdt tilbake") if pd.isna(of) else _("{count} av {k}").format(count=int(count), k=of)
        for count, of in zip(grid["count"].fillna(0), grid["of"], strict=True)
    ]
    rows = tuple(
        (str(name), *own["said"])
        for name, own in grid.assign(said=said).groupby("theme", sort=False)
    )
    return Table(heads=(_("Tema"), *columns), rows=rows, notes=(source,))
