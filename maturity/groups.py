"""The groups that kommuner are compared with: Nordland, regions, KOSTRA groups, sizes, picks."""

from collections.abc import Iterable
from dataclasses import dataclass

from maturity.alphabet import alphabetic
from maturity.instruments import Reference
from maturity.language import _

WHOLE = "nordland"
REGION, KOSTRA, SIZE, PICK = "region", "kostra", "storrelse", "egen"
MOST_PICKED = 40  # kommuner in a group of one's own: nearly all of them
NAMED = 3  # of a pick, at most


@dataclass(frozen=True, kw_only=True)
class Group:
    """Some kommuner under one code; `members` are their numbers."""

    code: str
    kind: str
    name: str
    members: frozenset[str]

    @property
    def label(self) -> str:
        """The group's name in the reader's language."""
        if self.kind == KOSTRA:
            return _("KOSTRA-gruppe {number}").format(number=self.name)
        if self.kind == PICK:
            return _("Egen gruppe: {names}").format(names=self.name)
        if self.kind == SIZE:
            return _("kommuner med {size}").format(size=self.name[:1].lower() + self.name[1:])
        return self.name


def groups(known: Reference) -> dict[str, Group]:
    """Return the groups by code, in the reader's language: the whole first, then region by region.

    A group is a set of kommuner as the reference data has them, whether they have answered or
    not; who counts in its score is settled where the score is made.
    """
    found = [
        Group(code=WHOLE, kind=WHOLE, name=_("Nordland"), members=frozenset(known.kommuner)),
    ]
    kommuner = known.kommuner.values()
    for region in sorted({kommune.region for kommune in kommuner}):
        found.append(
            Group(
                code=f"{REGION}:{region}",
                kind=REGION,
                name=region,
                members=frozenset(k.kommune for k in kommuner if k.region == region),
            )
        )
    for number in sorted({kommune.kostra_group for kommune in kommuner}, key=_counting):
        found.append(
            Group(
                code=f"{KOSTRA}:{number}",
                kind=KOSTRA,
                name=number,
                members=frozenset(k.kommune for k in kommuner if k.kostra_group == number),
            )
        )
    for size in known.programme.size_classes:
        found.append(
            Group(
                code=f"{SIZE}:{size.key}",
                kind=SIZE,
                name=size.label,
                members=frozenset(
                    k.kommune for k in kommuner if known.size_class(k.kommune).key == size.key
                ),
            )
        )
    return {group.code: group for group in found}


def pick_code(members: Iterable[str]) -> str:
    """Return the code of the group that a reader picks: egen:1804+1806+1811."""
    return f"{PICK}:{'+'.join(sorted(set(members)))}"


def group_of(known: Reference, code: str) -> Group:
    """Return the group of a code, a pick's too; KeyError: there is none."""
    kind, _colon, numbers = code.partition(":")
    if kind != PICK:
        return groups(known)[code]
    members = frozenset(numbers.split("+"))
    names = sorted((known.kommuner[number].name for number in members), key=alphabetic)
    if len(names) > NAMED:
        first = ", ".join(names[: NAMED - 1])
        name = _("{names} og {count} til").format(names=first, count=len(names) - NAMED + 1)
    else:
        name = ", ".join(names)
    return Group(code=code, kind=PICK, name=name, members=members)


def worth_offering(known: Reference, *, at_least: int) -> dict[str, Group]:
    """Return the groups that have kommuner enough to be shown if all of them answer."""
    return {code: g for code, g in groups(known).items() if len(g.members) >= at_least}


def _counting(number: str) -> tuple[int, str]:
    """Order «2» before «11»; what is not a number comes last, by its letters."""
    return (int(number), "") if number.isdigit() else (10_000, number)
