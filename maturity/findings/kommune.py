"""Three sentences on a kommune, made of its own figures: the way on, the level, the agreement.

The rules, which hold for figures as they are shown, with one decimal:

* «Sterkest» is said of the highest score only above the middle of the scale, else «høyest».
* The lowest score is called low as it is, but from HIGH upwards it is «lavest, men fortsatt høyt».
* Disagreement is the standard deviation of people's scores; below AGREED a group is «samstemt».
"""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from maturity.charts.scores import as_shown, level
from maturity.charts.ways import Way, ways
from maturity.findings.scores import withheld_reason
from maturity.findings.ways import ends, longest_way, named, reason
from maturity.instruments import Instrument
from maturity.language import _, number

HIGH = 0.625  # of the way up the scale: 3.5 of 5
AGREED = 0.125  # of the scale's length: half a point from 1 to 5
About = Literal["gap", "level", "agreement"]


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence, and what it is about."""

    about: About
    text: str


def three_sentences(
    frame: pd.DataFrame,
    *,
    instrument: Instrument,
    kommune: str,
    spread: pd.DataFrame | None,
    spread_of: str | None,
    no_spread: str,
) -> tuple[Sentence, ...]:
    """Return the sentences on gap, level and agreement, in this order.

    `frame` has one row per capability: dimension, now, target, gap, n_now, n_target, withheld.
    `spread` has dimension and sd of today's answers; where it is None, `no_spread` is the code of
    the reason. `spread_of` names the survey round that it is from, where that is another.
    """
    found = ways(frame, instrument=instrument)
    return (
        Sentence(about="gap", text=longest_way(found, top=instrument.scale.max)),
        Sentence(about="level", text=_levels(found, instrument=instrument, kommune=kommune)),
        Sentence(
            about="agreement",
            text=_no_agreement(no_spread)
            if spread is None
            else _agreement(found, spread, instrument=instrument, of=spread_of),
        ),
    )


def _levels(found: list[Way], *, instrument: Instrument, kommune: str) -> str:
    highest, lowest = ends(found)
    if not highest:
        return _("Evnene kan ikke vises: {reason}.").format(reason=reason(found))
    high, low = as_shown(highest[0].now or 0), as_shown(lowest[0].now or 0)
    scale = instrument.scale
    words = {
        "kommune": kommune,
        "high": level(high, aspect="now"),
        "low": level(low, aspect="now"),
        "strong": named(highest),
        "weak": named(lowest),
        "top": scale.max,
    }
    if high == low:
        return _("{kommune} står likt på alle evnene: {high} av {top}.").format(**words)
    if low >= scale.min + HIGH * (scale.max - scale.min):
        text = _(
            "{kommune} er sterkest på {strong} ({high} av {top}) og lavest, men fortsatt høyt, "
            "på {weak} ({low} av {top})."
        )
    elif high > (scale.min + scale.max) / 2:
        text = _(
            "{kommune} er sterkest på {strong} ({high} av {top}) og lavest på {weak} "
            "({low} av {top})."
        )
    else:
        text = _(
            "{kommune} er høyest på {strong} ({high} av {top}) og lavest på {weak} "
            "({low} av {top})."
        )
    return text.format(**words)


def _no_agreement(code: str) -> str:
    return _("Hvor enig ledergruppen er, kan ikke vises: {reason}.").format(
        reason=withheld_reason(code)
    )


def _agreement(
    found: list[Way], spread: pd.DataFrame, *, instrument: Instrument, of: str | None
) -> str:
    known = spread.dropna(subset=["sd"]).set_index("dimension")["sd"].astype(float)
    shown = {str(key): as_shown(sd) for key, sd in known.items()}
    if not shown:
        return _no_agreement("min_respondents_detail")
    widest = max(shown.values())
    there = [way for way in found if shown.get(way.dimension) == widest]
    words = {"names": named(there), "sd": number(widest), "round": of}
    if widest < AGREED * (instrument.scale.max - instrument.scale.min):
        text = (
            _(
                "Ledergruppen er samstemt: mest spriker svarene på {names}, typisk {sd} poeng fra "
                "snittet."
            )
            if of is None
            else _(
                "I {round} var ledergruppen samstemt: mest sprikte svarene på {names}, typisk "
                "{sd} poeng fra snittet."
            )
        )
    else:
        text = (
            _(
                "Ledergruppen er mest uenig om {names}: svarene ligger typisk {sd} poeng fra "
                "snittet."
            )
            if of is None
            else _(
                "I {round} var ledergruppen mest uenig om {names}: svarene lå typisk {sd} poeng "
                "fra snittet."
            )
        )
    return text.format(**words)
