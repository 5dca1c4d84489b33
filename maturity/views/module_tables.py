"""The figures of one kartlegging as tables, its panel, and who took part in which phase."""

from typing import Any

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import behind, level
from maturity.findings import withheld_reason
from maturity.kept import kept
from maturity.language import _, date, ngettext, number
from maturity.reference import reference
from maturity.view import Table
from maturity.views.compare_panel import Lines, threshold_lines
from maturity.views.module import told
from maturity.views.module_choices import Asked


@kept
def heat_table(data: queries.Data, *, viewer: Viewer, asked: Asked) -> Table:
    """Return every score that may be shown, with n, as a table."""
    whole = told(data, viewer=viewer, asked=asked)
    instrument = reference().instruments[asked.asked.instrument]
    cells = {
        (row["kommune"], row["dimension"]): _cell(row, asked)
        for row in whole.frame.to_dict("records")
    }
    names = dict(zip(whole.frame["kommune"], whole.frame["name"], strict=True))
    rows: list[tuple[str, ...] | str] = []
    for heading, codes in whole.groups:
        rows += [heading] if heading else []
        rows += [(names[code], *(cells[code, key] for key in instrument.by_key)) for code in codes]
    heads = (_("Kommune"), *(dimension.label for dimension in instrument.dimensions))
    return Table(heads=heads, rows=tuple(rows), notes=(whole.source,))


def _cell(row: dict[Any, Any], asked: Asked) -> str:
    mean, n = row["mean"], row["n"]
    if pd.isna(mean):
        return withheld_reason(str(row["withheld"] or "not_answered"))
    return f"{level(mean, aspect=asked.aspect)} ({behind(n, None)})"


@kept
def spread_table(data: queries.Data, *, viewer: Viewer, asked: Asked) -> Table:
    """Return how far the kommuner stand apart, as a table."""
    whole = told(data, viewer=viewer, asked=asked)
    instrument = reference().instruments[asked.asked.instrument]
    found = whole.spread.set_index("dimension").to_dict("index")
    ends = ("lowest", "q1", "median", "q3", "highest")
    rows: list[tuple[str, ...]] = []
    for key, dimension in instrument.by_key.items():
        row = found.get(key)
        if row is None or pd.isna(row["median"]):
            why = "not_asked" if row is None else str(row["withheld"])
            rows.append((dimension.label, withheld_reason(why), "", "", "", "", ""))
            continue
        values = [level(row[end], aspect=asked.aspect) for end in ends]
        rows.append((dimension.label, *values, behind(None, row["k"])))
    heads = (
        _("Generasjon") if instrument.ordered else _("Evne"),
        _("Laveste kommune"),
        _("Første kvartil"),
        _("Midterste kommune"),
        _("Tredje kvartil"),
        _("Høyeste kommune"),
        _("Antall kommuner"),
    )
    return Table(heads=heads, rows=tuple(rows), notes=(whole.source,))


@kept
def about(data: queries.Data, *, viewer: Viewer, asked: Asked) -> Lines:
    """Return the quiet panel."""
    whole = told(data, viewer=viewer, asked=asked)
    shown = whole.frame.dropna(subset=["mean"])
    n = shown.groupby("kommune")["n"].max().astype(int)
    few = whole.frame[whole.frame["withheld"] == "min_respondents"]["kommune"].nunique()
    silent = len(viewer.kommuner) - whole.frame["kommune"].nunique()
    who = [_("{kommuner} kan vises.").format(kommuner=behind(None, len(n)))]
    if len(n):
        who.append(
            _("Fra {low} til {high} svar i hver.").format(low=int(n.min()), high=int(n.max()))
        )
    missing = [_("{count} kommuner har ikke svart.").format(count=silent)]
    if few:
        missing.append(
            _("{count} er holdt tilbake: {reason}.").format(
                count=few, reason=withheld_reason("min_respondents")
            )
        )
    return [
        (_("Hvem har svart?"), tuple(who)),
        (
            _("Når?"),
            (
                _("{round}, siste svar {date}.").format(
                    round=asked.asked.label, date=date(asked.asked.answered_at)
                ),
            ),
        ),
        (_("Samme spørsmål?"), (_("Ja: samme rammeverk og samme kartlegging for alle."),)),
        (
            _("Hva mangler?"),
            tuple(missing),
        ),
        (
            _("Hvor sikkert?"),
            (
                _("Få svar i hver kommune: små forskjeller kan være tilfeldige."),
                *threshold_lines(),
            ),
        ),
        (
            _("Hva sier de ikke?"),
            (_("Hvem som er best. Rekkefølgen er aldri etter en sum av alt."),),
        ),
        (_("Hvilke data?"), (_("Dataversjon {version}").format(version=data.version),)),
    ]


@kept
def phases(data: queries.Data, *, viewer: Viewer, asked: Asked) -> tuple[str, Table]:
    """Return who took part in each phase, with a title; sums only of what is shown."""
    programme = reference().programme
    took = queries.participation(data, viewer=viewer)
    module = next(iter(took.loc[took["survey_round"] == asked.asked.survey_round, "module"]), None)
    own = took[took["module"] == module]
    rows: list[tuple[str, ...]] = []
    for phase in programme.phases:
        here = own[own["phase"] == phase.key]
        if here.empty:
            rows.append((phase.label, _("ingen kartlegging"), "", ""))
            continue
        shown = here.dropna(subset=["n"])
        withheld = len(here) - len(shown)
        rows.append(
            (
                phase.label,
                behind(None, len(here)),
                number(int(shown["n"].sum()), digits=0),
                ngettext("{count} kommune", "{count} kommuner", withheld).format(count=withheld)
                if withheld
                else "",
            )
        )
    heads = (
        _("Fase"),
        _("Har svart"),
        _("Svar som kan vises"),
        _("Holdt tilbake, for få svar"),
    )
    title = _("Deltakelse i {module}").format(
        module=next((it.label for it in programme.modules if it.key == module), "")
    )
    return title, Table(heads=heads, rows=tuple(rows))
