"""One dimension through the survey rounds: each kommune a line, one of them thick."""

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.alphabet import alphabetic
from maturity.charts.slope import slope
from maturity.findings.scores import withheld_reason
from maturity.findings.slope import directions, slope_finding
from maturity.groups import groups
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.view import View
from maturity.views.choosing import address
from maturity.views.development import (
    REFUSED,
    Step,
    by_group,
    by_kommune,
    common,
    ends,
    step_choices,
)
from maturity.views.development_choices import Asked
from maturity.views.development_panel import about
from maturity.views.development_slope_table import heading, slope_table, through
from maturity.views.making import made

COLUMNS = ["series", "series_kind", "start", "end", "earlier", "later", "n_earlier", "n_later", "k"]


@kept
def lines(data: queries.Data, *, viewer: Viewer, asked: Asked, step: Step) -> View:
    """Return the slope of one dimension, through all rounds or between two."""
    rounds, steps = through(data, viewer=viewer, step=step, every_round=asked.every_round)
    title, source = heading(data, step=step, dimension=asked.dimension, rounds=rounds)
    frame = _frame(data, viewer=viewer, asked=asked, steps=steps)
    return made(
        data,
        address=address(
            "linjer",
            {
                **step_choices(step),
                "dimensjon": asked.dimension,
                "k": asked.kommune,
                "gruppe": asked.group,
                "visning": "alle" if asked.every_round else "to",
            },
        ),
        kind="slope",
        title=title,
        source=source,
        invented=any(one.invented for one in rounds.values()),
        finding=_finding(data, viewer=viewer, asked=asked, step=step),
        frame=frame,
        table=slope_table(
            data,
            viewer=viewer,
            step=step,
            dimension=asked.dimension,
            group=asked.group,
            every_round=asked.every_round,
        ),
        panel=about(
            data,
            viewer=viewer,
            step=step,
            beside=_(
                "Hver kommune med seg selv. En gruppe er snittet av dem som kan vises i begge "
                "kartleggingene som linjen går mellom."
            ),
            sure=_(
                "Én kommunes linje hviler på få svar. Hvor mye som kan være tilfeldig, står i "
                "tabellen for kommunen lenger ned."
            ),
        ),
        chart=slope,
        instrument=reference().instruments[step.instrument],
        options={"rounds": {code: one.label for code, one in rounds.items()}},
        kommuner=sorted(viewer.knows(step.instrument)),
    )


def _frame(
    data: queries.Data, *, viewer: Viewer, asked: Asked, steps: tuple[Step, ...]
) -> pd.DataFrame:
    known = reference().kommuner
    parts = []
    named = {code: alphabetic(it.name) for code, it in known.items()}
    for one in steps:
        own = by_kommune(data, viewer=viewer, step=one)
        own = own[(own["dimension"] == asked.dimension) & own["withheld"].isna()]
        # By name: an order by number would tell of numbers where names are hidden.
        own = own.sort_values("kommune", key=lambda codes: codes.map(named))
        group = by_group(data, viewer=viewer, step=one, group=asked.group)
        group = group[(group["dimension"] == asked.dimension) & group["earlier"].notna()]
        parts += [
            own.assign(
                series=[known[code].name for code in own["kommune"]],
                series_kind=[
                    "kommune" if code == asked.kommune else "other" for code in own["kommune"]
                ],
                k=None,
                start=one.earlier,
                end=one.later,
            ),
            group.assign(
                series=groups(reference())[asked.group].label,
                series_kind="group",
                n_earlier=None,
                n_later=None,
                start=one.earlier,
                end=one.later,
            ),
        ]
    return pd.concat([part[COLUMNS].astype(object) for part in parts], ignore_index=True)


def _finding(data: queries.Data, *, viewer: Viewer, asked: Asked, step: Step) -> str:
    instrument = reference().instruments[step.instrument]
    earlier, later = ends(data, viewer=viewer, step=step)
    if common(data, viewer=viewer, step=step)[asked.dimension] in REFUSED:
        code = str(common(data, viewer=viewer, step=step)[asked.dimension])
        return _("{name} sammenlignes ikke: {reason}.").format(
            name=instrument.by_key[asked.dimension].label, reason=withheld_reason(code)
        )
    moves = by_kommune(data, viewer=viewer, step=step)
    chosen = moves[(moves["kommune"] == asked.kommune) & moves["withheld"].isna()]
    counts = directions(moves).get(asked.dimension)
    group = by_group(data, viewer=viewer, step=step, group=asked.group)
    label = groups(reference())[asked.group].label
    found: dict[str, tuple[float, float]] = {}
    name = reference().kommuner[asked.kommune].name
    for series, rows in ((name, chosen), (label, group)):
        for row in rows[rows["dimension"] == asked.dimension].to_dict("records"):
            if pd.notna(row["earlier"]):
                found[series] = (float(row["earlier"]), float(row["later"]))
    words = slope_finding(
        counts,
        found,
        seen_all=viewer.knows_all([step.instrument]),
        dimension=asked.dimension,
        instrument=instrument,
        earlier=earlier.label,
        later=later.label,
    )
    if name not in found:
        text = _("{kommune} kan ikke vises i begge kartleggingene.")
        words = f"{words} {text.format(kommune=name)}"
    if label not in found:
        text = _("{group} vises ikke: {reason}.")
        why = group.loc[group["dimension"] == asked.dimension, "withheld"].iloc[0]
        words = f"{words} {text.format(group=label, reason=withheld_reason(str(why)))}"
    return words
