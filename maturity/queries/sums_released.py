"""Which sums over one round's unseen scores may be told: none that gives one of them away."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from maturity.intervals import LEAST, narrowed
from maturity.intervals import Ends as Limits
from maturity.queries.sums_offered import ASPECTS, Behind
from maturity.subtraction import Sum, Unknown

MOST = 512  # rounds with the same kommuner; most dimensions were answered by the same
Cell = tuple[str, str]  # aspect, kommune
Cells = tuple[Cell, ...]
Ends = Mapping[Cell, tuple[float, float]]


def released(
    wanted: Sequence[Behind],
    *,
    hidden: Mapping[str, Mapping[str, float]],
    ends: Ends,
) -> tuple[Behind, ...]:
    """Return those of the sums that may be told, in their order; the first have the best chance.

    `hidden` are the unseen scores by aspect and kommune, and `ends` between what each of them
    lies. First what would follow by subtraction is left out, whatever the scores are; then what
    leaves any of them too little room on the scale.
    """
    places = {aspect: tuple(sorted(hidden.get(aspect, {}))) for aspect in ASPECTS}
    safe = _not_subtracted(tuple(wanted), *(places[aspect] for aspect in ASPECTS))
    cells: Cells = tuple((aspect, it) for aspect in ("now", "target") for it in places[aspect])
    values = np.array([hidden[aspect][kommune] for aspect, kommune in cells])
    secrets = _rows((one for own in _secrets(places) for one in own), cells)
    limits = Limits(
        rows=secrets,
        lows=np.array([ends[aspect, it][0] for aspect in ASPECTS for it in places[aspect]]),
        highs=np.array([ends[aspect, it][1] for aspect in ASPECTS for it in places[aspect]]),
    )
    sums = _rows((_sum(one) for one in safe), cells)

    alone = [at for at, one in enumerate(safe) if _has_room(one, hidden=hidden, ends=ends)]
    safe, sums = tuple(safe[at] for at in alone), sums[alone]

    def tight(told: list[int]) -> bool:
        return narrowed(sums[told], secrets, values=values, ends=limits)

    return tuple(safe[at] for at in _most(len(safe), tight))


def _has_room(
    one: Behind,
    *,
    hidden: Mapping[str, Mapping[str, float]],
    ends: Ends,
) -> bool:
    """Tell whether a sum by itself leaves room: it is further than that from all at one end."""
    aspect, behind = one
    own = [(hidden[aspect][it], *ends[aspect, it]) for it in behind]
    return (
        sum(mean - low for mean, low, _high in own) > LEAST
        and sum(high - mean for mean, _low, high in own) > LEAST
    )


@lru_cache(maxsize=MOST)
def _not_subtracted(
    wanted: tuple[Behind, ...], now: tuple[str, ...], target: tuple[str, ...], gap: tuple[str, ...]
) -> tuple[Behind, ...]:
    places = {"now": now, "target": target, "gap": gap}
    cells = [(aspect, it) for aspect in ("now", "target") for it in places[aspect]]
    unknown = Unknown(cells, secrets=_secrets(places))
    return tuple(one for one in wanted if unknown.told(_sum(one)))


def _most(count: int, tight: Callable[[list[int]], bool]) -> list[int]:
    """Take one sum after the other but those that would make it tight; few are, so by halves."""
    told: list[int] = []
    start = 0
    while start < count:
        if not tight([*told, *range(start, count)]):
            return [*told, *range(start, count)]
        fits, fails = start, count  # up to `fits` there is room, up to `fails` there is not
        while fails - fits > 1:
            middle = (fits + fails) // 2
            if tight([*told, *range(start, middle)]):
                fails = middle
            else:
                fits = middle
        told += range(start, fits)
        start = fails
    return told


def _sum(one: Behind) -> Sum:
    aspect, behind = one
    return {cell: weight for it in behind for cell, weight in _score(aspect, it).items()}


def _score(aspect: str, kommune: str) -> dict[Hashable, float]:
    """Write one score in what is answered: a gap is the target without today."""
    if aspect != "gap":
        return {(aspect, kommune): 1.0}
    return {("target", kommune): 1.0, ("now", kommune): -1.0}


def _secrets(places: Mapping[str, Sequence[str]]) -> Iterator[list[Sum]]:
    """Yield what must stay unknown: the scores of each aspect."""
    for aspect in ASPECTS:
        yield [_score(aspect, kommune) for kommune in places[aspect]]


def _rows(sums: Iterable[Sum], cells: Cells) -> NDArray[np.float64]:
    place = {cell: at for at, cell in enumerate(cells)}
    rows = []
    for one in sums:
        row = np.zeros(len(cells))
        for cell, weight in one.items():
            row[place[cell]] = weight  # type: ignore[index]
        rows.append(row)
    return np.array(rows).reshape(-1, len(cells))
