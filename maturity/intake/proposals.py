"""What each column of a sheet may be, with how sure that is: proposed, for somebody to decide."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from maturity.instruments import Instrument
from maturity.intake.columns import Columns, by_most, meanings
from maturity.intake.contents import contents
from maturity.intake.examples import examples
from maturity.intake.headings import Statement, code_of, plain, spellings, statements
from maturity.intake.layouts import MeansLayout, PeopleLayout, layouts
from maturity.intake.near_statements import nearest, wordings
from maturity.intake.places import Places
from maturity.intake.questionnaire_order import in_order
from maturity.intake.sheet import Row, Sheet
from maturity.reference import reference

LOOKED_AT = 200  # rows that examples are taken from
NUMBERED = re.compile(r"(?P<name>.*?)(?P<number>\d{1,4})\D*")


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What one column may be: a field («kommune»), a statement by its codes, or nothing («»).

    `how` it was found: "known" by its heading, "codebook", "near" to the wording of a statement,
    "order" among numbered columns, "contents" by what stands in it, "chosen" by somebody before, or
    "nothing". `sure` is 0 to 1.
    """

    index: int
    heading: str
    examples: tuple[str, ...]
    means: str = ""
    how: str = "nothing"
    sure: float = 0.0


def proposals(
    sheet: Sheet,
    instruments: Sequence[Instrument],
    *,
    order: Sequence[str] = (),
    codebook: Mapping[str, str] | None = None,
) -> list[Proposal]:
    """Return a proposal for each column with a heading.

    `order` is the order in which the statements of numbered columns were asked, as layouts have
    it, and `codebook` what each heading means, in words or by code.
    """
    rows = sheet.rows()
    headings = ["" if cell is None else str(cell) for cell in next(rows)[1]]
    some: list[Row] = list(islice(rows, LOOKED_AT))
    places = Places(reference().kommuner)
    found = [
        Proposal(index=i, heading=heading, examples=examples(some, i, places=places))
        for i, heading in enumerate(headings)
        if heading
    ]
    book = {plain(heading): meaning for heading, meaning in (codebook or {}).items()}
    found = list(_by_words(found, instruments, book=book))
    if order:
        found = _by_order(found, list(in_order(order, instruments)))
    left, taken = [it.index for it in found if not it.means], {it.means for it in found}
    told = contents(some, left, taken=taken, places=places)
    return [
        replace(it, means=told[it.index], how="contents", sure=0.8) if it.index in told else it
        for it in found
    ]


def as_recognised(found: Sequence[Proposal], columns: Columns) -> list[Proposal]:
    """Return the columns as they are taken for: by their headings, a layout, or their place."""
    fields = {index: field for field, index in columns.fields.items()}
    own = isinstance(columns.layout, PeopleLayout) and columns.layout.statements
    how = "order" if columns.by_order else "chosen" if own else "known"
    taken = []
    for it in found:
        if it.index in columns.statements:
            code = code_of(columns.statements[it.index])
            taken.append(replace(it, means=code, how=how, sure=0.7 if columns.by_order else 1.0))
        elif it.index in fields:
            taken.append(
                replace(it, means=fields[it.index], how="chosen" if own else "known", sure=1.0)
            )
        else:
            taken.append(replace(it, means="", how="nothing", sure=0.0))
    return taken


def orders(
    found: Sequence[Proposal], instruments: Sequence[Instrument]
) -> dict[tuple[str, ...], int]:
    """Return the orders in which as many statements are asked as there are numbered columns.

    Those of the layouts, and each framework by itself.
    """
    count = len(_numbered(found))
    people = [it for it in layouts() if isinstance(it, PeopleLayout)]
    known = [it.order for each in people for it in each.questionnaires]
    known += [(f"{it.key}/now", f"{it.key}/target") for it in instruments]
    known += [(f"{it.key}/now",) for it in instruments]
    sized = {order: sum(1 for _it in in_order(order, instruments)) for order in known}
    return {order: size for order, size in sized.items() if size == count}


def _by_words(
    found: Sequence[Proposal], instruments: Sequence[Instrument], *, book: Mapping[str, str]
) -> Iterator[Proposal]:
    """Yield what headings say, by themselves or in the codebook, and then what they are near."""
    known = statements(instruments)
    said = {it.index: (it.heading, book.get(plain(it.heading), "")) for it in found}
    spelled = {i: tuple(s for words in each for s in spellings(words)) for i, each in said.items()}
    fields = _fields({it for each in spelled.values() for it in each})
    meant = {i: meanings(each, known) for i, each in spelled.items()}
    matched = by_most({i: each for i, each in meant.items() if each}, instruments)
    sure = {i: code_of(statement) for i, statement in matched.items()}
    for it in found:
        field = next((fields[s] for s in spelled[it.index] if s in fields), None)
        if it.index not in sure and field and field not in sure.values():
            sure[it.index] = field
    known_words = wordings(instruments, preferred={it.instrument for it in matched.values()})
    for it in found:
        if it.index in sure:
            how = "codebook" if said[it.index][1] else "known"
            yield replace(it, means=sure[it.index], how=how, sure=1.0)
            continue
        means, share = nearest(said[it.index][1] or it.heading, known_words)
        if means in sure.values():
            means = ""
        yield replace(it, means=means, how="near", sure=share) if means else it


def _fields(present: Collection[str]) -> dict[str, str]:
    """Return the fields by every heading that any layout knows for them.

    Those of means only where one of the headings that are `present` is a mean: a person has a
    module too.
    """
    found: dict[str, str] = {}
    for kind in (PeopleLayout, MeansLayout):
        known: dict[str, str] = {}
        for layout in layouts():
            if isinstance(layout, kind):
                for field, headings in layout.columns.model_dump(exclude_none=True).items():
                    known |= {plain(it): field for it in headings if plain(it) not in known}
        if kind is PeopleLayout or any(known.get(it) == "mean" for it in present):
            found = {**known, **found}
    return found


def _numbered(found: Sequence[Proposal]) -> list[Proposal]:
    """Return the columns that nothing but a number tells apart, in that order."""
    families: dict[str, dict[int, Proposal]] = {}
    for it in found:
        match = NUMBERED.fullmatch(it.heading) if not it.means else None
        if match:
            families.setdefault(match["name"], {})[int(match["number"])] = it
    largest = max(families.values(), key=len, default={})
    return [largest[number] for number in sorted(largest)]


def _by_order(found: list[Proposal], asked: list[Statement]) -> list[Proposal]:
    numbered = _numbered(found)
    if len(numbered) != len(asked):
        return found
    means = {it.index: code_of(one) for it, one in zip(numbered, asked, strict=True)}
    return [
        replace(it, means=means[it.index], how="order", sure=0.7) if it.index in means else it
        for it in found
    ]
