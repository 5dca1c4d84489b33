"""Where a kommune lies above and below each of the groups beside it, in a sentence each."""

import pandas as pd

from maturity.charts.scores import EXACT, Series, level, moved, series_of
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _


def beside_finding(frame: pd.DataFrame, *, instrument: Instrument) -> str:
    """Say it of the first series against every group, as the scores are shown.

    `frame` is a score frame: series, series_kind, dimension, mean, withheld.
    """
    own, *others = series_of(frame, instrument=instrument)
    return " ".join(_against(own, it, instrument=instrument) for it in others if it.kind == "group")


def _against(own: Series, group: Series, *, instrument: Instrument) -> str:
    words = {"own": own.label, "group": group.label}
    both = [
        (dimension.label, ours, theirs)
        for dimension, ours, theirs in zip(
            instrument.dimensions, own.means, group.means, strict=True
        )
        if ours is not None and theirs is not None
    ]
    if not both:
        missing = own if all(mean is None for mean in own.means) else group
        reason = withheld_reason(str(next(iter(missing.rows["withheld"].dropna()), "not_answered")))
        return _("{series} vises ikke: {reason}.").format(series=missing.label, reason=reason)
    name, ours, theirs = max(both, key=lambda one: round(abs(one[1] - one[2]), EXACT))
    if not moved(ours, theirs):
        return _("I dag er {own} og {group} like på alle.").format(**words)
    above = sum(moved(other, one) > 0 for _name, one, other in both)
    below = sum(moved(other, one) < 0 for _name, one, other in both)
    if above == len(both):
        where = _("I dag ligger {own} over {group} på alle {all}")
    elif below == len(both):
        where = _("I dag ligger {own} under {group} på alle {all}")
    else:
        where = _("I dag ligger {own} over {group} på {above} av {all} og under på {below}")
    return _("{where}; størst forskjell på {name}: {ours} mot {theirs}.").format(
        where=where.format(
            **words, above=above or _("ingen"), below=below or _("ingen"), all=len(both)
        ),
        name=name,
        ours=level(ours, aspect="now"),
        theirs=level(theirs, aspect="now"),
    )
