"""What kommuner have opened of themselves to each other: worked out from what was done, in order.

A profile is the mean and the number of answers on a framework. It is opened to a kommune by its
number, or to EVERYBODY, until a day and with it; Norwegian days, wherever the server stands.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

EVERYBODY = "*"
OSLO = ZoneInfo("Europe/Oslo")

Profile = tuple[str, str]  # kommune and framework


@dataclass(frozen=True, kw_only=True)
class Act:
    """One thing that was done: a profile opened to some, or taken back from them.

    `until` is None where it was taken back. `invented` tells whether all answers were: such an act
    is play, and holds only as long as they are.
    """

    at: datetime.datetime
    by: str
    kommune: str
    instrument: str
    what: Literal["opened", "taken back"]
    to: frozenset[str]
    until: datetime.date | None
    invented: bool


@dataclass(frozen=True, kw_only=True)
class Opening:
    """A profile that stands open to one kommune or to EVERYBODY, by which act."""

    to: str
    act: Act

    @property
    def profile(self) -> Profile:
        """The kommune whose profile it is, and the framework."""
        return self.act.kommune, self.act.instrument


def today() -> datetime.date:
    """Return the day it is in Norway."""
    return datetime.datetime.now(tz=OSLO).date()


def in_order(acts: Iterable[Act]) -> list[Act]:
    """Return acts in the order they were done; of two at the same moment, taking back is last."""
    return sorted(acts, key=lambda act: (act.at, act.what == "taken back"))


def standing(acts: Iterable[Act], *, on: datetime.date, invented: bool) -> list[Opening]:
    """Return what is open on a day, by kommune and framework; `invented`: all answers are.

    Whoever opens again to the same says anew until when.
    """
    last = {
        (act.kommune, act.instrument, to): act
        for act in in_order(_holding(acts, invented=invented))
        for to in act.to
    }
    return [
        Opening(to=to, act=act)
        for (_kommune, _instrument, to), act in sorted(last.items(), key=lambda it: it[0])
        if act.until is not None and on <= act.until
    ]


def opened_to(own: frozenset[str], *, of: Sequence[Opening]) -> frozenset[Profile]:
    """Return the profiles that somebody sees whose own kommuner these are, maybe none."""
    return frozenset(it.profile for it in of if it.to == EVERYBODY or it.to in own)


def once_opened_to(
    own: frozenset[str], acts: Iterable[Act], *, invented: bool
) -> frozenset[Profile]:
    """Return the profiles that such a person may have seen at some time, and may remember."""
    return frozenset(
        (act.kommune, act.instrument)
        for act in _holding(acts, invented=invented)
        if act.what == "opened" and act.to & (own | {EVERYBODY})
    )


def _holding(acts: Iterable[Act], *, invented: bool) -> Iterator[Act]:
    return (act for act in acts if invented or not act.invented)
