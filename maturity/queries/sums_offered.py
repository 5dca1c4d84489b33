"""Every group's score that a reader can ask for, and the kommuner unseen behind each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from maturity.groups import groups
from maturity.reference import reference

ASPECTS = ("now", "target", "gap")
Behind = tuple[str, frozenset[str]]  # an aspect, and the kommuner unseen behind a sum of it
There = Mapping[tuple[str, str], frozenset[str]]  # who counts in a round, on an aspect
Scores = Mapping[tuple[str, str], Mapping[str, float]]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A group's score as a page asks for it; `other` is the round it is compared with."""

    survey_round: str
    aspect: str
    members: frozenset[str]
    other: str | None = None


def members_offered() -> set[frozenset[str]]:
    """Return the groups that pages offer to everybody, as sets of kommuner."""
    return {group.members for group in groups(reference()).values()}


def offered(rounds: Sequence[str], picks: Sequence[frozenset[str]]) -> Iterator[Asked]:
    """Yield every group's score that a page can ask for, the widest groups first, picks last."""
    members = list(dict.fromkeys(group.members for group in groups(reference()).values()))
    for some in (members, *([own] for own in picks)):
        for own, survey_round, aspect in product(some, rounds, ASPECTS):
            yield Asked(survey_round=survey_round, aspect=aspect, members=own)
        for own, pair, aspect in product(some, combinations(rounds, 2), ASPECTS):
            for survey_round, other in (pair, pair[::-1]):
                yield Asked(survey_round=survey_round, aspect=aspect, members=own, other=other)


def wanted(
    asked: Iterable[Asked], there: There, *, known: frozenset[str], least: int
) -> tuple[list[Asked], dict[str, dict[Behind, list[Asked]]]]:
    """Sort what is asked for: what hides nobody, and by round the sums that hide enough.

    Several may be asked for by the same sum, and one that hides too few is left out.
    """
    free: list[Asked] = []
    sums: dict[str, dict[Behind, list[Asked]]] = {}
    for one in asked:
        counting = _counting(there, one)
        behind = counting - known
        if len(counting) < least or 0 < len(behind) < least:
            continue
        if not behind:
            free.append(one)
        else:
            of_round = sums.setdefault(one.survey_round, {})
            of_round.setdefault((one.aspect, behind), []).append(one)
    return free, sums


def _counting(there: There, asked: Asked) -> frozenset[str]:
    """Return the kommuner that count: those with a score, in the other round too if there is."""
    nobody: frozenset[str] = frozenset()
    own = there.get((asked.survey_round, asked.aspect), nobody)
    if asked.other is not None:
        own &= there.get((asked.other, asked.aspect), nobody)
    return own & asked.members
