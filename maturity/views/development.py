"""What changed between two survey rounds of one framework: the common part, and only that."""

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.groups import WHOLE, groups
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.views.rounds import Round, offered

REFUSED = ("not_same_items", "not_asked")


@dataclass(frozen=True, kw_only=True)
class Step:
    """Two survey rounds of one framework, the earlier and the later, and what is looked at."""

    instrument: str
    earlier: str
    later: str
    aspect: str


def ends(data: queries.Data, *, viewer: Viewer, step: Step) -> tuple[Round, Round]:
    """Return the two rounds of a step."""
    asked = offered(data, viewer=viewer)[step.instrument]
    return asked[step.earlier], asked[step.later]


@kept
def common(data: queries.Data, *, viewer: Viewer, step: Step) -> dict[str, str | None]:
    """Return for each dimension whether both rounds asked the same.

    None: the same items; "only_means": nobody can tell; "not_same_items" or "not_asked": the
    dimension cannot be compared.
    """
    before, after = (
        queries.items_asked(
            data,
            viewer=viewer,
            survey_round=code,
            instrument=step.instrument,
            aspect=step.aspect,
        )
        .set_index("dimension")["items"]
        .to_dict()
        for code in (step.earlier, step.later)
    )
    found: dict[str, str | None] = {}
    for key in reference().instruments[step.instrument].by_key:
        if key not in before or key not in after:
            found[key] = "not_asked"
        elif not before[key] or not after[key]:
            found[key] = "only_means"
        else:
            found[key] = None if before[key] == after[key] else "not_same_items"
    return found


@kept
def by_kommune(data: queries.Data, *, viewer: Viewer, step: Step) -> pd.DataFrame:
    """Return the rows of `queries.changes_by_kommune` that may be compared."""
    frame = queries.changes_by_kommune(
        data,
        viewer=viewer,
        earlier=step.earlier,
        later=step.later,
        instrument=step.instrument,
        aspect=step.aspect,
    )
    return _comparable(frame, common(data, viewer=viewer, step=step))


@kept
def same_people(data: queries.Data, *, viewer: Viewer, step: Step) -> pd.DataFrame:
    """Return the rows of `queries.same_people` that may be compared."""
    frame = queries.same_people(
        data,
        viewer=viewer,
        earlier=step.earlier,
        later=step.later,
        instrument=step.instrument,
        aspect=step.aspect,
    )
    return _comparable(frame, common(data, viewer=viewer, step=step))


@kept
def by_group(data: queries.Data, *, viewer: Viewer, step: Step, group: str) -> pd.DataFrame:
    """Return one row per dimension of the framework: dimension, earlier, later, k, withheld."""
    frame = queries.changes_by_group(
        data,
        viewer=viewer,
        earlier=step.earlier,
        later=step.later,
        instrument=step.instrument,
        aspect=step.aspect,
        members=groups(reference())[group].members,
    )
    same = common(data, viewer=viewer, step=step)
    rows = _comparable(frame, same).set_index("dimension").reindex(pd.Index(same, name="dimension"))
    reasons = rows["withheld"].astype(object).where(rows["withheld"].notna(), None)
    missing = rows["earlier"].isna().to_dict()
    for key, code in same.items():
        if code in REFUSED:
            reasons[key] = code
        elif missing[key] and reasons[key] is None:
            reasons[key] = "min_kommuner"
    return rows.assign(withheld=reasons).reset_index()


@kept
def whole_change(data: queries.Data, *, viewer: Viewer, step: Step) -> pd.DataFrame:
    """Return Nordland's change as `by_group` does, of the same kommuner both times if it may.

    Where those would tell of single kommuner, Nordland's two scores as every page tells them, each
    of the kommuner that answered then: a column k_earlier says how many there were before.
    """
    frame = by_group(data, viewer=viewer, step=step, group=WHOLE)
    hidden = frame["withheld"] == "subtraction"
    if frame["earlier"].notna().any() or not hidden.any():
        return frame
    before, after = (
        queries.scores_by_group(
            data,
            viewer=viewer,
            survey_round=code,
            instrument=step.instrument,
            aspect=step.aspect,
            members=groups(reference())[WHOLE].members,
        ).set_index("dimension")
        for code in (step.earlier, step.later)
    )
    apart = frame.set_index("dimension")
    own = apart.index[hidden.to_numpy()]
    apart.loc[own, "earlier"], apart.loc[own, "later"] = before["mean"], after["mean"]
    apart["k"], apart["k_earlier"] = after["k"], before["k"]
    both = apart["earlier"].notna() & apart["later"].notna()
    if not both.any():
        return frame
    apart.loc[both, "withheld"] = None
    apart.loc[~both, ["earlier", "later"]] = float("nan")
    return apart.reset_index()


@kept
def neighbours(
    data: queries.Data, *, viewer: Viewer, instrument: str, aspect: str
) -> tuple[Step, ...]:
    """Return the steps between rounds that follow each other in time, oldest first."""
    codes = list(offered(data, viewer=viewer)[instrument])[::-1]
    return tuple(
        Step(instrument=instrument, earlier=earlier, later=later, aspect=aspect)
        for earlier, later in pairwise(codes)
    )


def between(step: Step) -> str:
    """Name what is compared: the framework, and the aspect as its answers name it."""
    instrument = reference().instruments[step.instrument]
    return f"{instrument.label}, {aspects(instrument)[step.aspect].lower()}"


def step_choices(step: Step) -> dict[str, str]:
    """Return a step as an address tells it."""
    return {
        "rammeverk": step.instrument,
        "fra": step.earlier,
        "til": step.later,
        "aspekt": step.aspect,
    }


def source_of(data: queries.Data, *, viewer: Viewer, step: Step, apart: bool = False) -> str:
    """Return the source line of what changed in a step; `apart`: not of the same kommuner."""
    earlier, later = ends(data, viewer=viewer, step=step)
    text = (
        _(
            "Kilde: {earlier}, {before}, og {later}, {now}. Alle som svarte hver gang, og hver "
            "kommune teller likt. Dataversjon {version}."
        )
        if apart
        else _(
            "Kilde: {earlier}, {before}, og {later}, {now}. Bare kommuner som kan vises begge "
            "ganger, hver teller likt. Dataversjon {version}."
        )
    )
    return text.format(
        earlier=earlier.label,
        before=date(earlier.answered_at),
        later=later.label,
        now=date(later.answered_at),
        version=data.version,
    )


def _comparable(frame: pd.DataFrame, same: dict[str, str | None]) -> pd.DataFrame:
    kept_keys = [key for key, code in same.items() if code not in REFUSED]
    return frame[frame["dimension"].isin(kept_keys)].reset_index(drop=True)
