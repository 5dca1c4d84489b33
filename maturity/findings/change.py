"""What has changed between two survey rounds, in a sentence or two, always with the levels."""

import pandas as pd

from maturity.charts.scores import EXACT, as_shown, behind, level
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _


def change_finding(frame: pd.DataFrame, *, instrument: Instrument, earlier: str, later: str) -> str:
    """Say who is compared, and where the mean has risen and fallen most.

    `frame` has one row per dimension: dimension, earlier, later (means, NaN where missing), k
    (kommuner in both; with k_earlier, those of the later round), withheld (None or a reason). Of
    changes that are shown alike, the one that is larger before rounding is named first.
    """
    known = frame.dropna(subset=["earlier", "later"])
    if known.empty:
        reasons = frame["withheld"].dropna()
        reason = withheld_reason(str(reasons.iloc[0]) if len(reasons) else "not_answered")
        return _("Endringen vises ikke: {reason}.").format(reason=reason)
    exact = known["later"] - known["earlier"]
    steps = known.assign(
        exact=exact.abs().round(EXACT), moved=[as_shown(one) for one in exact]
    ).sort_values("exact", ascending=False, kind="stable")
    lead = (
        _("{earlier} → {later}: {not_same}")
        if "k_earlier" in steps
        else _("{earlier} → {later}, {kommuner} som kan vises begge ganger.")
    )
    sentences = [
        lead.format(
            earlier=earlier,
            later=later,
            kommuner=_counted(steps["k"]),
            not_same=not_the_same(steps) if "k_earlier" in steps else "",
        )
    ]
    if (steps["moved"] == 0).all():
        sentences.append(_("Ingen endring på noen av dem."))
    if (steps["moved"] > 0).any():
        sentences.append(
            _("Størst økning: {where}.").format(
                where=_where(steps, steps["moved"].max(), instrument=instrument)
            )
        )
    if (steps["moved"] < 0).any():
        sentences.append(
            _("Størst nedgang: {where}.").format(
                where=_where(steps, steps["moved"].min(), instrument=instrument)
            )
        )
    return " ".join(sentences)


def not_the_same(steps: pd.DataFrame) -> str:
    """Say that two means are of other kommuner, and why; `steps` has k_earlier and k."""
    return _(
        "{before} første gang og {after} andre gang, ikke helt de samme. Endringen for dem som var "
        "med begge ganger, vises ikke: {reason}."
    ).format(
        before=_counted(steps["k_earlier"]),
        after=_counted(steps["k"]),
        reason=withheld_reason("subtraction"),
    )


def _counted(k: "pd.Series[int]") -> str:
    counts = k.dropna()
    if counts.empty:
        return _("kommunene")
    fewest, most = int(counts.min()), int(counts.max())
    return behind(None, most) if fewest == most else f"{fewest}–{behind(None, most)}"


def _where(steps: pd.DataFrame, moved: float, *, instrument: Instrument) -> str:
    """Name at most two dimensions with this change and their levels, and how many more."""
    shared = steps[steps["moved"] == moved]
    parts = [
        _("{name}, fra {earlier} til {later}").format(
            name=instrument.by_key[str(row["dimension"])].label,
            earlier=level(row["earlier"], aspect="now"),
            later=level(row["later"], aspect="now"),
        )
        for row in shared.head(2).to_dict("records")
    ]
    if len(shared) > 2:
        parts.append(_("og {count} til").format(count=len(shared) - 2))
    return "; ".join(parts)
