"""Deciding what each column of a sheet is, by its layout and its heading."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from maturity.errors import UserError
from maturity.instruments import Instrument
from maturity.intake.heading_faults import refuse_missing, refuse_twins, refuse_two_rows
from maturity.intake.headings import Statement, plain, spellings, statements, told
from maturity.intake.layouts import MeansLayout, PeopleLayout, layouts
from maturity.intake.questionnaire_order import by_order
from maturity.intake.sheet import Sheet
from maturity.language import _


@dataclass(frozen=True)
class Columns:
    """What the columns of a sheet mean; `unmatched` are the headings that mean nothing to us.

    `fields` and `statements` go by the number of the column, from 0; `instruments` are those that
    the statements belong to. `by_order` says that they were recognised by their place alone.
    """

    layout: PeopleLayout | MeansLayout
    headings: tuple[str, ...]
    fields: dict[str, int]
    statements: dict[int, Statement]
    unmatched: tuple[str, ...]
    instruments: tuple[Instrument, ...]
    by_order: bool = False

    def label(self, index: int) -> str:
        """Name a column as the reader finds it: its letter and heading."""
        letter = get_column_letter(index + 1)
        heading = self.headings[index] if index < len(self.headings) else ""
        return f"{letter} «{heading}»" if heading else letter

    def untitled(self, width: int) -> list[int]:
        """Return the columns without a heading in a row of `width` cells."""
        blank = [i for i, heading in enumerate(self.headings[:width]) if not heading]
        return blank + list(range(len(self.headings), width))


def recognise(
    sheet: Sheet,
    instruments: Sequence[Instrument],
    *,
    layout: PeopleLayout | MeansLayout | None = None,
) -> Columns:
    """Match the headings of a sheet, by a layout or by the one that fits.

    Raises UserError where it is no export that we know.
    """
    rows = sheet.rows()
    first, second = next(rows), next(rows, None)
    headings = tuple("" if cell is None else str(cell) for cell in first[1])
    known = statements(instruments)
    spelled = [spellings(heading) for heading in headings]
    present = {spelling for each in spelled for spelling in each}
    refuse_two_rows(first, second, known)
    layout = layout or next((it for it in layouts() if _has(present, it)), None)
    if layout is None:
        asked = "; ".join(f"{it.name}: {it.asked}" for it in layouts())
        raise UserError(
            _(
                "Arket «{name}» har ikke overskrifter som vi kjenner igjen i rad {row}.\n"
                "Vi ser etter disse: {asked}."
            ).format(name=sheet.name, row=first[0], asked=asked)
        )
    fields = _fields(layout, spelled)
    refuse_missing(layout, fields)
    matched: dict[int, Statement] = {}
    numbered: dict[int, Statement] = {}
    if isinstance(layout, PeopleLayout) and layout.statements:
        matched = told(headings, layout.statements, instruments)
    else:
        left = (i for i in range(len(spelled)) if i not in fields.values())
        matched = by_most({i: meanings(spelled[i], known) for i in left}, instruments)
        if isinstance(layout, PeopleLayout) and not matched:
            matched = numbered = by_order(headings, layout.questionnaires, instruments)
    refuse_twins(matched, headings)
    if isinstance(layout, PeopleLayout) and not matched:
        raise UserError(_("Ingen overskrift er en påstand i et rammeverk som vi kjenner."))
    ignored = {plain(heading) for heading in layout.ignored}
    unmatched = tuple(
        heading
        for i, heading in enumerate(headings)
        if heading
        and i not in matched
        and i not in fields.values()
        and not ignored.intersection(spelled[i])
    )
    chosen = {statement.instrument for statement in matched.values()}
    answered = tuple(it for it in instruments if it.key in chosen)
    return Columns(layout, headings, fields, matched, unmatched, answered, bool(numbered))


def _has(present: set[str], layout: PeopleLayout | MeansLayout) -> bool:
    return all(any(plain(it) in present for it in each) for each in layout.recognised_by)


def _fields(layout: PeopleLayout | MeansLayout, spelled: list[tuple[str, ...]]) -> dict[str, int]:
    found = {}
    for field, written in layout.columns.model_dump(exclude_none=True).items():
        for heading in written:
            index = next((i for i, each in enumerate(spelled) if plain(heading) in each), None)
            if index is not None:
                found[field] = index
                break
    return found


def meanings(
    each: tuple[str, ...], known: Mapping[str, frozenset[Statement]]
) -> frozenset[Statement]:
    """Return the statements that a heading, by its spellings, can stand for."""
    return next((known[spelling] for spelling in each if spelling in known), frozenset())


def by_most(
    meant: dict[int, frozenset[Statement]], instruments: Sequence[Instrument]
) -> dict[int, Statement]:
    """Choose among versions that share statements: the one that explains most columns.

    Where two explain as many, it is the one that asks for fewest besides.
    """
    asked = {
        i.key: sum(len(d.items) for d in i.dimensions) * (1 if i.target_text else 2)
        + (len(i.dimensions) if i.target_text else 0)
        for i in instruments
    }
    left = dict(meant)
    matched: dict[int, Statement] = {}
    while hits := Counter(key for each in left.values() for key in {s.instrument for s in each}):
        best = min(hits, key=lambda key: (-hits[key], asked[key], key))
        own = {i: s for i, each in left.items() for s in each if s.instrument == best}
        matched |= own
        left = {i: each for i, each in left.items() if i not in own}
    return {index: matched[index] for index in sorted(matched)}
