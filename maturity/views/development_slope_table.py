"""The slope as a table: every kommune's score in each round, and the group's steps below."""

from collections.abc import Mapping

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.charts.scores import behind, level
from maturity.findings.scores import withheld_reason
from maturity.findings.slope import step_words
from maturity.groups import groups
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.view import Table
from maturity.views.choosers import alphabetically
from maturity.views.development import Step, by_group, by_kommune, ends, neighbours
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import kommune_scores


def through(
    data: queries.Data, *, viewer: Viewer, step: Step, every_round: bool
) -> tuple[dict[str, Round], tuple[Step, ...]]:
    """Return the rounds that lines go through, oldest first, and the steps between them."""
    asked = offered(data, viewer=viewer)[step.instrument]
    if not every_round:
        return {code: asked[code] for code in (step.earlier, step.later)}, (step,)
    steps = neighbours(data, viewer=viewer, instrument=step.instrument, aspect=step.aspect)
    return dict(reversed(asked.items())), steps


def heading(
    data: queries.Data, *, step: Step, dimension: str, rounds: Mapping[str, Round]
) -> tuple[str, str]:
    """Return title and source line of figure and table."""
    instrument = reference().instruments[step.instrument]
    title = _("{dimension}, {aspect}: kommune for kommune").format(
        dimension=instrument.by_key[dimension].label,
        aspect=aspects(instrument)[step.aspect].lower(),
    )
    named = "; ".join(f"{one.label}, {date(one.answered_at)}" for one in rounds.values())
    source = _("Kilde: {rounds}. Dataversjon {version}.").format(rounds=named, version=data.version)
    return title, source


@kept
def slope_table(
    data: queries.Data,
    *,
    viewer: Viewer,
    step: Step,
    dimension: str,
    group: str,
    every_round: bool,
) -> Table:
    """Return the table of one dimension, the same whichever kommune is drawn in full."""
    rounds, steps = through(data, viewer=viewer, step=step, every_round=every_round)
    rows: list[tuple[str, ...] | str] = [
        *_kommuner(data, viewer=viewer, step=step, dimension=dimension, rounds=rounds)
    ]
    below = []
    for one in steps:
        frame = by_group(data, viewer=viewer, step=one, group=group)
        for row in frame[frame["dimension"] == dimension].to_dict("records"):
            if pd.notna(row["earlier"]):
                before, after = float(row["earlier"]), float(row["later"])
                scores = {one.earlier: before, one.later: after}
                cells = [level(scores[it], aspect="now") if it in scores else "" for it in rounds]
                name = f"{groups(reference())[group].label} ({behind(None, row['k'])})"
                below.append((name, *cells, step_words(before, after)))
    if below:
        rows += [_("Gruppen, bare kommuner som kan vises i begge"), *below]
    earlier, later = ends(data, viewer=viewer, step=step)
    change = _("Endring: {earlier} → {later}.").format(earlier=earlier.label, later=later.label)
    _title, source = heading(data, step=step, dimension=dimension, rounds=rounds)
    heads = (_("Kommune"), *(one.label for one in rounds.values()), _("Endring"))
    return Table(heads=heads, rows=tuple(rows), notes=(source, change))


def _kommuner(
    data: queries.Data,
    *,
    viewer: Viewer,
    step: Step,
    dimension: str,
    rounds: Mapping[str, Round],
) -> list[tuple[str, ...]]:
    """Return a row for each kommune that answered any of the rounds."""
    by_round = [
        kommune_scores(
            data,
            viewer=viewer,
            survey_round=code,
            instrument=step.instrument,
            aspect=step.aspect,
        )
        for code in rounds
    ]
    moves = by_kommune(data, viewer=viewer, step=step)
    own = moves[(moves["dimension"] == dimension) & moves["withheld"].isna()]
    moved = own.set_index("kommune")[["earlier", "later"]].to_dict("index")
    rows = []
    for code in alphabetically(viewer.knows(step.instrument)):
        if not any(code in scores for scores in by_round):
            continue
        cells = [_score(scores, code, dimension) for scores in by_round]
        pair = moved.get(code)
        words = step_words(pair["earlier"], pair["later"]) if pair else ""
        rows.append((reference().kommuner[code].name, *cells, words))
    return rows


def _score(scores: Mapping[str, pd.DataFrame], kommune: str, dimension: str) -> str:
    """Write one kommune's score in one round, or why there is none."""
    if not any(dimension in rows.index for rows in scores.values()):
        return withheld_reason("not_asked")
    if kommune not in scores or dimension not in scores[kommune].index:
        return withheld_reason("not_answered")
    mean, reason = (scores[kommune][it].to_dict()[dimension] for it in ("mean", "withheld"))
    return withheld_reason(str(reason)) if pd.isna(mean) else level(mean, aspect="now")
