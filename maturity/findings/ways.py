"""Sentences on the ways from today to the target, always with both levels; ties are all told.

Scores that a reader sees as equal, to one decimal, are called equal. Ways are judged before
rounding, as their numbers are: 3,8 → 4,9 and 3,5 → 4,5 may both be «+1,0», and do not look alike.
A group's gap is over the kommuner that have both. Where others have one of the two, its levels are
not the ends of that gap: then the gap itself is said, and how many kommuner it is of.
"""

from collections.abc import Callable, Sequence

from maturity.charts.scores import as_shown, behind, level
from maturity.charts.ways import Way
from maturity.findings.scores import withheld_reason
from maturity.language import _

MOST = 2  # names in a sentence; of more that are equal, the number is told


def longest_way(found: Sequence[Way], *, top: int) -> str:
    """Say where the target is furthest above today, or that it is nowhere above."""
    gaps = {way.dimension: way.gap for way in found if way.gap is not None}
    if not gaps:
        return _("Veien til målet kan ikke vises: {reason}.").format(reason=reason(found))
    longest = max(gaps.values())
    if as_shown(longest) <= 0:
        return _("Ingen av målene ligger høyere enn i dag.")
    there = [way for way in found if gaps.get(way.dimension) == longest]
    if len(there) > 1:
        return _("Lengst er veien til målet på {names}.").format(names=named(there, _way))
    if not there[0].over_the_same:
        return _(
            "Lengst er veien til målet på {name}: {gap} i snitt for {kommuner} som har tall for "
            "både i dag og mål."
        ).format(name=there[0].label, gap=_gap(there[0]), kommuner=behind(None, there[0].k_gap))
    return _("Lengst er veien til målet på {name}: fra {now} i dag til {target} av {top}.").format(
        name=there[0].label, now=_now(there[0]), target=_target(there[0]), top=top
    )


def shortest_way(found: Sequence[Way]) -> str:
    """Say where the target is nearest to today or furthest below; nothing where all are alike."""
    gaps = {way.dimension: way.gap for way in found if way.gap is not None}
    if len(set(gaps.values())) < 2:
        return ""
    there = [way for way in found if gaps.get(way.dimension) == min(gaps.values())]
    return _("Kortest er den på {names}.").format(names=named(there, _way))


def ends(found: Sequence[Way]) -> tuple[list[Way], list[Way]]:
    """Return the dimensions that are highest today, and those that are lowest; none if unknown."""
    levels = {way.dimension: as_shown(way.now) for way in found if way.now is not None}
    known = [way for way in found if way.dimension in levels]
    if not known:
        return [], []
    high, low = max(levels.values()), min(levels.values())
    return (
        [way for way in known if levels[way.dimension] == high],
        [way for way in known if levels[way.dimension] == low],
    )


def named(found: Sequence[Way], after: Callable[[Way], str] = lambda _way: "") -> str:
    """Name up to two of these, and say how many more there are; several, each in its marks."""
    if len(found) == 1:
        return found[0].label + after(found[0])
    names = [_("«{name}»").format(name=way.label) + after(way) for way in found[:MOST]]
    if len(found) > MOST:
        count = len(found) - MOST
        return _("{names} og {count} til").format(names=", ".join(names), count=count)
    return _(" og ").join(names)


def missing(found: Sequence[Way]) -> str:
    """Say which dimensions have no score of today or no target, and why; nothing where all do."""
    gone = [way for way in found if way.now is None or way.target is None]
    if not gone:
        return ""
    return _("Mangler på {names}: {reason}.").format(names=named(gone), reason=reason(gone))


def reason(found: Sequence[Way]) -> str:
    """Say why something is missing, after a colon: the reasons of those that have one."""
    codes = dict.fromkeys(way.withheld for way in found if way.withheld)
    return ", ".join(withheld_reason(code) for code in codes) or withheld_reason("not_answered")


def _way(way: Way) -> str:
    if not way.over_the_same:
        return _(" ({gap} i {kommuner})").format(gap=_gap(way), kommuner=behind(None, way.k_gap))
    return f" ({_now(way)} → {_target(way)})"


def _now(way: Way) -> str:
    return "" if way.now is None else level(way.now, aspect="now")


def _target(way: Way) -> str:
    return "" if way.target is None else level(way.target, aspect="target")


def _gap(way: Way) -> str:
    return "" if way.gap is None else level(way.gap, aspect="gap")
