"""The capabilities that a module taught beside those it did not, step for step."""

from dataclasses import dataclass

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import level
from maturity.findings.taught import Taught, compare_taught, taught_caution, taught_finding
from maturity.instruments import Module
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.view import Table
from maturity.views.development import Step, between, ends, neighbours, whole_change


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """What is said of the modules' areas; `table` is None where nothing can be compared."""

    finding: str
    caution: tuple[str, ...]
    title: str
    table: Table | None


@kept
def taught(data: queries.Data, *, viewer: Viewer, step: Step) -> Lesson:
    """Compare, for each step between neighbouring rounds, the areas taught with the others."""
    instrument = reference().instruments[step.instrument]
    if not instrument.areas:
        finding = _(
            "{instrument} er ikke delt i områder. Velg et rammeverk med evner for å se evnene i "
            "modulens område ved siden av de andre."
        ).format(instrument=instrument.label)
        return Lesson(finding=finding, caution=(), title="", table=None)
    body: list[tuple[str, ...]] = []
    sentences: dict[Step, str] = {}
    steps = neighbours(data, viewer=viewer, instrument=step.instrument, aspect=step.aspect)
    for one in steps:
        modules = _taught_between(data, viewer=viewer, step=one)
        areas = {area for module in modules for area in module.areas}
        frame = whole_change(data, viewer=viewer, step=one)
        found = compare_taught(frame, areas=areas, instrument=instrument)
        rounds = ends(data, viewer=viewer, step=one)
        label = _("{earlier} → {later}").format(earlier=rounds[0].label, later=rounds[1].label)
        named = ", ".join(area.label for area in instrument.areas if area.key in areas)
        if found is None:
            body.append((label, named or _("ingen"), _("kan ikke sammenlignes"), "", ""))
            continue
        body.append((label, named, *_cells(found)))
        module = ", ".join(module.label for module in modules)
        sentences[one] = taught_finding(found, module=module, later=rounds[1].label)
    newest = list(sentences.values())[-1:] or [_("Ingen av stegene kan sammenlignes ennå.")]
    title = _("Evner i modulens område og de andre: {what}").format(what=between(step))
    heads = (
        _("Fra – til"),
        _("Modulens område"),
        _("Endring i området"),
        _("Endring i de andre"),
        _("Kommuner"),
    )
    source = _("Kilde: Nordland, snittet av kommunene. Dataversjon {version}.")
    return Lesson(
        finding=sentences.get(step, newest[0]),
        caution=tuple(taught_caution()),
        title=title,
        table=Table(
            heads=heads,
            rows=tuple(body),
            notes=(
                source.format(version=data.version),
                _("Poeng på skalaen, med to desimaler fordi forskjellene er små."),
            ),
        ),
    )


def _cells(found: Taught) -> list[str]:
    parts = [(found.taught, found.inside), (found.others, found.outside)]
    text = _("{change} ({count} evner)")
    return [
        *(
            text.format(change=level(round(change, 2) + 0.0, aspect="gap", digits=2), count=count)
            for change, count in parts
        ),
        str(found.k),
    ]


def _taught_between(data: queries.Data, *, viewer: Viewer, step: Step) -> tuple[Module, ...]:
    """Return the modules whose gathering lies between two rounds.

    What is asked in a module's last phase comes after its gathering, what is asked before that
    phase comes ahead of it, or with it.
    """
    programme = reference().programme
    last = programme.phases[-1].key
    places = _places(data, viewer=viewer)
    module, phase = places[step.earlier]
    after_module, after_phase = places[step.later]
    keys = [module] if phase != last else []
    if after_phase == last and after_module not in keys:
        keys.append(after_module)
    return tuple(it for it in programme.modules if it.key in keys)


@kept
def _places(data: queries.Data, *, viewer: Viewer) -> dict[str, tuple[str, str]]:
    rows: pd.DataFrame = queries.rounds(data, viewer=viewer)
    return {
        str(row["survey_round"]): (str(row["module"]), str(row["phase"]))
        for row in rows.to_dict("records")
    }
