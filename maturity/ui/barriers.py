"""What holds kommuner back, counted: the themes of what people wrote, in all and part by part."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.charts.theme_grid import theme_grid
from maturity.charts.themes import themes
from maturity.findings_themes import grid_finding, shared, themes_finding
from maturity.kept import kept
from maturity.language import _, date, name_of, number
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.ui.barriers_choices import Asked, kinds, themes_told
from maturity.ui.barriers_parts import parted
from maturity.ui.barriers_words import about, cell_words
from maturity.ui.table import table_html


@dataclass(frozen=True, kw_only=True)
class Themes:
    """The themes of some survey rounds; shared between readers, so never changed.

    `frame` has a row per theme (theme, kommuner, people), `grid` one per theme and part (theme,
    column, count, of, label). `k` are the kommuner that may be shown, `withheld` those that not.
    """

    frame: pd.DataFrame
    grid: pd.DataFrame
    k: int
    withheld: int
    title: str
    grid_title: str
    source: str
    finding: str
    grid_finding: str
    joint: tuple[str, ...]
    table: str
    grid_table: str
    about: str


@kept
def told(data: queries.Data, *, viewer: Viewer, asked: Asked) -> Themes:
    """Return the themes with how many kommuner name each; only of kommuner that may be shown."""
    rows = themes_told(data, viewer=viewer, kind=asked.kind)
    rows = rows[rows["survey_round"].isin([it.survey_round for it in asked.rounds])]
    shown = rows[rows["withheld"].isna()]
    names = {it.name["nb"]: name_of(it.name) for it in reference().programme.themes}
    other = _("Annet")  # what somebody typed themselves is a comment, and stands among those
    known = shown["theme"].map(lambda it: names.get(it, other), na_action="ignore")
    shown = shown.assign(theme=known)
    named = shown.dropna(subset=["theme"])
    asked_of = shown[shown["survey_round"].isin(named["survey_round"])]
    k = int(asked_of["kommune"].nunique())
    counted = named.groupby("theme").agg(kommuner=("kommune", "nunique"), people=("people", "sum"))
    frame = counted.reindex([*names.values(), other]).dropna()
    frame = frame.astype(int).rename_axis("theme").reset_index()
    frame = frame.sort_values("kommuner", ascending=False, kind="stable", ignore_index=True)
    if k < thresholds().min_kommuner:
        frame, k = frame.iloc[:0], 0
    kind = kinds()[asked.kind]
    title = _("{kind} som flest kommuner nevner").format(kind=kind)
    grid, grid_title = parted(frame["theme"].tolist(), asked_of, asked=asked)
    source = _("Kilde: {rounds}. {k} kommuner. Dataversjon {version}.").format(
        rounds="; ".join(
            f"{it.label}, {date(it.answered_at)}"
            for it in asked.rounds
            if it.survey_round in set(named["survey_round"])
        ),
        k=k,
        version=data.version,
    )
    rows_of = [
        [str(it["theme"]), number(it["kommuner"], digits=0), number(it["people"], digits=0)]
        for it in frame.to_dict("records")
    ]
    heads = [_("Tema"), _("Kommuner som nevner det (av {k})").format(k=k), _("Ganger valgt")]
    withheld = int(rows.loc[rows["withheld"].notna(), "kommune"].nunique())
    counts = dict(zip(frame["theme"], frame["kommuner"], strict=True))
    joint = tuple(
        _("{theme}: {count} av {k} kommuner").format(theme=name, count=counts[name], k=k)
        for name in (shared(frame, k=k) if k else ())
    )
    return Themes(
        frame=frame,
        grid=grid,
        k=k,
        withheld=withheld,
        title=title,
        grid_title=grid_title,
        source=source,
        finding=themes_finding(frame, k=k),
        grid_finding=grid_finding(grid),
        joint=joint,
        table=table_html(heads, rows_of, title=title, notes=[source]),
        grid_table=_grid_table(grid, title=grid_title, source=source),
        about=about(data, asked=asked, k=k, withheld=withheld, themed=set(named["survey_round"])),
    )


@kept
def themes_figure(data: queries.Data, *, viewer: Viewer, asked: Asked, dark: bool) -> go.Figure:
    """Return the themes as bars."""
    whole = told(data, viewer=viewer, asked=asked)
    invented = any(it.invented for it in asked.rounds)
    return themes(
        whole.frame,
        k=whole.k,
        title=whole.title,
        source=whole.source,
        invented=invented,
        dark=dark,
    )


@kept
def grid_figure(data: queries.Data, *, viewer: Viewer, asked: Asked, dark: bool) -> go.Figure:
    """Return the themes part by part."""
    whole = told(data, viewer=viewer, asked=asked)
    return theme_grid(
        whole.grid,
        title=whole.grid_title,
        source=f"{whole.source}\n{cell_words(asked, dark=dark)}",
        invented=any(it.invented for it in asked.rounds),
        dark=dark,
    )


def _grid_table(grid: pd.DataFrame, *, title: str, source: str) -> str:
    columns = list(dict.fromkeys(grid["column"]))
    said = [
        _("holdt tilbake") if pd.isna(of) else _("{count} av {k}").format(count=int(count), k=of)
        for count, of in zip(grid["count"].fillna(0), grid["of"], strict=True)
    ]
    rows = [
        [str(name), *own["said"]]
        for name, own in grid.assign(said=said).groupby("theme", sort=False)
    ]
    return table_html([_("Tema"), *columns], rows, title=title, notes=[source])
