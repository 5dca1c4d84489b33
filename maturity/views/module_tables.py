"""The figures of one kartlegging as tables, its panel, and who took part in which phase."""

from typing import Any

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import behind, level
from maturity.findings.scores import withheld_reason
from maturity.kept import kept
from maturity.language import _, date, ngettext, number
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.view import Table
from maturity.views.compare_panel import Lines, threshold_lines
from maturity.views.limits import names, not_seen
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
    instrument = asked.asked.instrument
    everybody = viewer.knows_all([instrument])
    if everybody:
        who = [_("{kommuner} kan vises.").format(kommuner=behind(None, len(n)))]
        silent = len(viewer.knows(instrument)) - whole.frame["kommune"].nunique()
        missing = [
            ngettext(
                "{count} kommune har ikke svart.", "{count} kommuner har ikke svart.", silent
            ).format(count=silent)
        ]
    else:
        counted = whole.whole["k"].dropna()
        who = [
            _("{kommuner} teller med i Nordland.").format(kommuner=behind(None, counted.max()))
            if len(counted)
            else whole.finding
        ]
        missing = list(not_seen(viewer=viewer, instrument=instrument))
    if len(n) > 1:
        who.append(
            _("Fra {low} til {high} svar i hver.").format(low=int(n.min()), high=int(n.max()))
        )
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
    if not viewer.knows_all(reference().instruments):
        return _phases_counted(data, viewer=viewer, asked=asked)
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


def no_comments(viewer: Viewer) -> str:
    """Say why there are no comments: nobody wrote any, or they are not opened."""
    if viewer.counted <= viewer.kommuner:
        return _("Denne kartleggingen har ingen kommentarer.")
    if viewer.kommuner:
        text = _("{own} har ingen kommentarer i denne kartleggingen. Andres er ikke åpnet for deg.")
        return text.format(own=names(viewer.kommuner))
    return _("Hva kommunene har skrevet, åpnes ikke for andre, og vises derfor ikke for deg.")


def no_themes(viewer: Viewer) -> str:
    """Say why there is no figure of themes, where somebody wrote something."""
    if viewer.counted <= viewer.kommuner:
        return _("Temaer er ikke oppgitt her, men noen har skrevet med egne ord.")
    return _(
        "Hva mange kommuner deler, vises ikke, for andres barrierer er ikke åpnet for deg. Det "
        "{own} har skrevet, kan du lese."
    ).format(own=names(viewer.kommuner))


def _phases_counted(data: queries.Data, *, viewer: Viewer, asked: Asked) -> tuple[str, Table]:
    """Return how many kommuner count in each phase, for one who does not see them all."""
    programme = reference().programme
    rounds = queries.rounds(data, viewer=viewer)
    module = next(iter(rounds.loc[rounds["survey_round"] == asked.asked.survey_round, "module"]))
    k = rounds[rounds["module"] == module].groupby("phase")["k"].max().to_dict()
    rows = tuple(
        (phase.label, behind(None, k[phase.key]) if phase.key in k else _("ingen kartlegging"))
        for phase in programme.phases
    )
    label = next(it.label for it in programme.modules if it.key == module)
    title = _("Deltakelse i {module}").format(module=label)
    least = _("En kommune teller når minst {limit} har svart.").format(
        limit=thresholds().min_respondents
    )
    return title, Table(heads=(_("Fase"), _("Har svart")), rows=rows, notes=(least,))
