"""Deciding what each column of a sheet is, by its layout and its heading."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from maturity.errors import Problem, UserError
from maturity.instruments import Instrument
from maturity.intake.headings import Statement, plain, spellings, statements
from maturity.intake.layouts import MeansLayout, PeopleLayout, layouts
from maturity.intake.sheet import Row, Sheet
from maturity.language import _


@dataclass(frozen=True)
class Columns:
    """What the columns of a sheet mean; `unmatched` are the headings that mean nothing to us."""

    layout: PeopleLayout | MeansLayout
    headings: tuple[str, ...]
    fields: dict[str, int]
    statements: dict[int, Statement]
    unmatched: tuple[str, ...]

    def label(self, index: int) -> str:
        """Name a column as the reader finds it: its letter and heading."""
        return f"{get_column_letter(index + 1)} «{self.headings[index]}»"


def recognise(sheet: Sheet, instruments: Sequence[Instrument]) -> Columns:
    """Match the headings of a sheet; raise UserError where it is no export that we know."""
    rows = sheet.rows()
    first, second = next(rows), next(rows, None)
    headings = tuple("" if cell is None else str(cell) for cell in first[1])
    known = statements(instruments)
    spelled = [spellings(heading) for heading in headings]
    present = {spelling for each in spelled for spelling in each}
    if second and _looks_like_headings(second, known):
        raise UserError(
            _(
                "Arket har overskrifter både i rad {first} og rad {second}. "
                "Behold én rad med overskrifter, og prøv igjen."
            ).format(first=first[0], second=second[0])
        )
    layout = next(
        (it for it in layouts() if all(plain(h) in present for h in it.recognised_by)), None
    )
    if layout is None:
        asked = "; ".join(f"{it.name}: {', '.join(it.recognised_by)}" for it in layouts())
        raise UserError(
            _(
                "Arket «{name}» har ikke overskrifter som vi kjenner igjen i rad {row}. "
                "Vi ser etter disse: {asked}."
            ).format(name=sheet.name, row=first[0], asked=asked)
        )
    fields = _fields(layout, spelled)
    meant = {i: _meant(each, known) for i, each in enumerate(spelled) if i not in fields.values()}
    chosen = _instruments(meant, instruments)
    matched = {i: s for i, each in meant.items() for s in each if s.instrument in chosen}
    _refuse_twins(matched, headings)
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
    return Columns(layout, headings, fields, matched, unmatched)


def _looks_like_headings(row: Row, known: dict[str, frozenset[Statement]]) -> bool:
    cells = [str(cell) for cell in row[1] if cell is not None]
    hits = sum(any(spelling in known for spelling in spellings(cell)) for cell in cells)
    return hits >= 3


def _fields(layout: PeopleLayout | MeansLayout, spelled: list[tuple[str, ...]]) -> dict[str, int]:
    found = {}
    for field, written in layout.columns.model_dump(exclude_none=True).items():
        for heading in written:
            index = next((i for i, each in enumerate(spelled) if plain(heading) in each), None)
            if index is not None:
                found[field] = index
                break
    return found


def _meant(each: tuple[str, ...], known: dict[str, frozenset[Statement]]) -> frozenset[Statement]:
    return next((known[spelling] for spelling in each if spelling in known), frozenset())


def _instruments(
    meant: dict[int, frozenset[Statement]], instruments: Sequence[Instrument]
) -> set[str]:
    """Choose among versions that share statements: the one whose statements are most complete."""
    asked = {
        i.key: sum(len(d.items) for d in i.dimensions) * (1 if i.target_text else 2)
        + (len(i.dimensions) if i.target_text else 0)
        for i in instruments
    }
    hits = Counter(key for each in meant.values() for key in {s.instrument for s in each})
    left, chosen = dict(meant), set()
    for key in sorted(hits, key=lambda key: (-hits[key] / asked[key], key)):
        mine = {i for i, each in left.items() if any(s.instrument == key for s in each)}
        if mine:
            chosen.add(key)
            left = {i: each for i, each in left.items() if i not in mine}
    return chosen


def _refuse_twins(matched: dict[int, Statement], headings: tuple[str, ...]) -> None:
    first: dict[Statement, int] = {}
    problems = []
    for index, statement in matched.items():
        if statement in first:
            expected = _("at påstanden står én gang; den står også i kolonne {other}").format(
                other=get_column_letter(first[statement] + 1)
            )
            column = get_column_letter(index + 1)
            problems.append(Problem(column=column, found=headings[index], expected=expected))
        first.setdefault(statement, index)
    if problems:
        raise UserError(_("To kolonner er samme påstand."), problems=tuple(problems))
