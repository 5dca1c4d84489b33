"""How the network moved between two survey rounds, and what must be known before it is said."""

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.charts.change import change, counted
from maturity.charts.scores import level, moved
from maturity.findings.change import change_finding
from maturity.findings.scores import withheld_reason
from maturity.findings.slope import directions, directions_words, movement_finding, same_questions
from maturity.instruments import Instrument
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.view import Table, View
from maturity.views.choosing import address
from maturity.views.development import (
    Step,
    between,
    by_kommune,
    common,
    ends,
    source_of,
    step_choices,
    whole_change,
)
from maturity.views.development_panel import about
from maturity.views.making import made
from maturity.views.rounds import offered


@kept
def network(data: queries.Data, *, viewer: Viewer, step: Step) -> View:
    """Return how Nordland moved: two points for each dimension."""
    instrument = reference().instruments[step.instrument]
    earlier, later = ends(data, viewer=viewer, step=step)
    frame = whole_change(data, viewer=viewer, step=step)
    counts = _counts(data, viewer=viewer, step=step)
    source = source_of(data, viewer=viewer, step=step, apart="k_earlier" in frame)
    rounds = (earlier.label, later.label)
    return made(
        data,
        address=address("utvikling", step_choices(step)),
        kind="change",
        title=_("Endring i Nordland: {what}").format(what=between(step)),
        source=source,
        invented=earlier.invented or later.invented,
        finding=change_finding(
            frame, instrument=instrument, earlier=earlier.label, later=later.label
        ),
        frame=frame,
        table=_table(frame, counts, instrument=instrument, rounds=rounds, source=source),
        panel=about(
            data,
            viewer=viewer,
            step=step,
            whole=True,
            beside=_(
                "Nordland med seg selv, men ikke helt de samme kommunene: noe av endringen kan "
                "komme av det."
            )
            if "k_earlier" in frame
            else _("Nordland med seg selv: de samme kommunene begge ganger, og hver teller likt."),
            sure=_(
                "Snittet sier ikke alt: derfor står det ved siden av hvor mange kommuner som gikk "
                "opp og ned; under 0,05 er uendret. Små endringer kan være tilfeldige."
            )
            if counts
            else _("Snittet sier ikke alt. Små endringer kan være tilfeldige."),
        ),
        chart=change,
        instrument=instrument,
        options={"earlier": earlier.label, "later": later.label, "compact": True},
    )


@kept
def lead(data: queries.Data, *, viewer: Viewer, step: Step) -> tuple[str, str]:
    """Return what is looked at, and the sentence on how the network moved."""
    instrument = reference().instruments[step.instrument]
    earlier, later = ends(data, viewer=viewer, step=step)
    what = _("Nordland ({aspect}), {earlier} → {later}").format(
        aspect=aspects(instrument)[step.aspect].lower(),
        earlier=earlier.label,
        later=later.label,
    )
    frame = whole_change(data, viewer=viewer, step=step)
    counts = _counts(data, viewer=viewer, step=step)
    return what, movement_finding(frame, counts, instrument=instrument)


def _counts(data: queries.Data, *, viewer: Viewer, step: Step) -> dict[str, dict[str, int]]:
    """Return the ways kommuner went; those of some of them would be read as those of all."""
    if not viewer.knows_all([step.instrument]):
        return {}
    return directions(by_kommune(data, viewer=viewer, step=step))


@kept
def marks(data: queries.Data, *, viewer: Viewer, step: Step) -> tuple[str, ...]:
    """Return what must be known before the numbers are believed: questions, versions."""
    known = reference().instruments
    same = common(data, viewer=viewer, step=step)
    found = []
    if any(code for code in same.values()):
        text = " ".join(same_questions(same, instrument=known[step.instrument]))
        found.append(_("Samme spørsmål? {answer}").format(answer=text))
    stem = step.instrument.partition("-")[0]
    others = [
        known[code].label
        for code in offered(data, viewer=viewer)
        if code != step.instrument and code.partition("-")[0] == stem
    ]
    if others:
        found.append(
            _(
                "{others} er en annen utgave av rammeverket, med andre spørsmål. To utgaver bindes "
                "aldri sammen: forskjellen kunne komme av spørsmålene og ikke av kommunene."
            ).format(others=", ".join(others))
        )
    return tuple(found)


def _table(
    frame: pd.DataFrame,
    counts: dict[str, dict[str, int]],
    *,
    instrument: Instrument,
    rounds: tuple[str, str],
    source: str,
) -> Table:
    corner = _("Generasjon") if instrument.ordered else _("Evne")
    heads = (corner, *rounds, _("Endring"), _("Kommuner"))
    rows: list[tuple[str, ...]] = []
    for row in frame.to_dict("records"):
        key = str(row["dimension"])
        if pd.isna(row["earlier"]):
            reason = withheld_reason(str(row["withheld"]))
            rows.append((instrument.by_key[key].label, reason, "", "", ""))
            continue
        before, after = float(row["earlier"]), float(row["later"])
        words = directions_words(counts[key]) if key in counts else ""
        rows.append(
            (
                instrument.by_key[key].label,
                level(before, aspect="now"),
                level(after, aspect="now"),
                level(moved(before, after), aspect="gap"),
                ": ".join(it for it in (counted(row), words) if it),
            )
        )
    return Table(heads=heads, rows=tuple(rows), notes=(source,))
