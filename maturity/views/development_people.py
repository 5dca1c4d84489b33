"""Whether the same people answer differently, or other people answered: where that is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import behind, level
from maturity.findings.scores import withheld_reason
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.view import Table
from maturity.views.compare_panel import Lines
from maturity.views.development import Step, between, by_kommune, same_people, source_of
from maturity.views.development_panel import about, people_known
from maturity.views.limits import names


@dataclass(frozen=True, kw_only=True)
class People:
    """The network's split; `table` is None where nothing can be shown."""

    finding: str
    title: str
    table: Table | None
    panel: Lines


def split(whole: Mapping[Any, Any], same: Mapping[Any, Any] | None) -> str:
    """Write one kommune's change in its two parts, or why it is not parted.

    `whole` has earlier and later of all who answered; `same` those of the people with a score
    both times, n, left, joined and withheld.
    """
    if same is None and whole["no_spread"] == "not_opened":
        return _("vises ikke: {reason}").format(reason=withheld_reason("not_opened"))
    if same is None:
        return _("vet ikke, for personene kan ikke følges")
    if same["withheld"] is not None:
        return _("vises ikke: {reason}").format(reason=withheld_reason(str(same["withheld"])))
    of_same = float(same["later"]) - float(same["earlier"])
    of_others = float(whole["later"]) - float(whole["earlier"]) - of_same
    return _(
        "de samme {n}: {same}; at andre har svart: {others} ({left} sluttet, {joined} kom til)"
    ).format(
        n=int(same["n"]),
        same=points(of_same),
        others=points(of_others),
        left=int(same["left"]),
        joined=int(same["joined"]),
    )


@kept
def people(data: queries.Data, *, viewer: Viewer, step: Step) -> People:
    """Return the mean split over the kommuner where it may be shown, each counting once."""
    if viewer.counted - viewer.kommuner:
        return People(finding=_only_own(viewer), title="", table=None, panel=[])
    parts = network_split(data, viewer=viewer, step=step)
    instrument = reference().instruments[step.instrument]
    shown = parts[parts["withheld"].isna()] if len(parts) else parts
    if shown.empty:
        known = people_known(data, viewer=viewer, step=step)
        return People(finding=known, title="", table=None, panel=[])
    rows: list[tuple[str, ...]] = []
    for row in parts.to_dict("records"):
        label = instrument.by_key[str(row["dimension"])].label
        if row["withheld"] is not None:
            reason = withheld_reason(str(row["withheld"]))
            rows.append((label, reason, "", "", ""))
            continue
        numbers = [points(float(row[it])) for it in ("whole", "same", "others")]
        rows.append((label, *numbers, behind(None, row["k"])))
    title = _("Samme personer eller andre: {what}").format(what=between(step))
    heads = (
        _("Generasjon") if instrument.ordered else _("Evne"),
        _("Hele endringen"),
        _("De samme svarer annerledes"),
        _("Andre har svart"),
        _("Kommuner"),
    )
    top = max(shown.to_dict("records"), key=lambda row: abs(float(row["whole"])))
    finding = _(
        "Der det kan vises, endret {name} seg {whole} i snitt: {same} fordi de samme svarer "
        "annerledes, og {others} fordi andre har svart ({kommuner})."
    ).format(
        name=instrument.by_key[str(top["dimension"])].label,
        whole=points(float(top["whole"])),
        same=points(float(top["same"])),
        others=points(float(top["others"])),
        kommuner=behind(None, int(top["k"])),
    )
    source = source_of(data, viewer=viewer, step=step)
    return People(
        finding=finding,
        title=title,
        table=Table(heads=heads, rows=tuple(rows), notes=(source,)),
        panel=about(
            data,
            viewer=viewer,
            step=step,
            beside=_("De samme personene med seg selv, og alle som svarte de to gangene."),
            sure=_(
                "Bare kommuner der minst {limit} er de samme, og ingen eller minst {limit} har "
                "sluttet og kommet til. De andre kan ligne dem eller ikke."
            ).format(limit=thresholds().min_respondents),
        ),
    )


def _only_own(viewer: Viewer) -> str:
    """Say to one who does not see all where this can be read, and why nothing more is shown."""
    why = _(
        "Om det er de samme som svarer, sies om én kommune om gangen, og bare til den selv: "
        "enkeltsvar åpnes ikke for andre."
    )
    if not viewer.kommuner:
        return why
    text = _("For {own} står det i tabellen over.")
    return f"{why} {text.format(own=names(viewer.kommuner))}"


@kept
def network_split(data: queries.Data, *, viewer: Viewer, step: Step) -> pd.DataFrame:
    """Return one row per dimension: whole, same, others (mean changes), k and withheld.

    Over the kommuner whose own split may be shown; below the threshold of kommuner withheld.
    """
    keys = ["kommune", "dimension"]
    same = same_people(data, viewer=viewer, step=step)
    same = same[same["withheld"].isna()].set_index(keys)
    moves = by_kommune(data, viewer=viewer, step=step)
    moves = moves[moves["withheld"].isna()].set_index(keys)
    both = same.join(moves[["earlier", "later"]].add_suffix("_all"), how="inner")
    frame = pd.DataFrame(
        {
            "whole": both["later_all"] - both["earlier_all"],
            "same": both["later"] - both["earlier"],
        }
    )
    frame["others"] = frame["whole"] - frame["same"]
    order = list(reference().instruments[step.instrument].by_key)
    found = frame.groupby("dimension").agg(
        whole=("whole", "mean"), same=("same", "mean"), others=("others", "mean"),
        k=("whole", "size"),
    )  # fmt: skip
    found = found.reindex([key for key in order if key in found.index])
    few = found["k"] - len(viewer.own) < thresholds().min_kommuner
    found["withheld"] = pd.Series(
        ["min_kommuner" if it else None for it in few], index=found.index, dtype=object
    )
    found.loc[few, ["whole", "same", "others"]] = float("nan")
    found["k"] = found["k"].astype("Int64")
    found.loc[few, "k"] = pd.NA
    return found.rename_axis("dimension").reset_index()


def points(change: float) -> str:
    """Write a change in points of the scale, its parts to two decimals so that they add up."""
    return level(round(change, 2) + 0.0, aspect="gap", digits=2)
