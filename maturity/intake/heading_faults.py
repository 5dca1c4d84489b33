"""What is refused for its headings alone: two rows of them, a missing one, two the same."""

from collections.abc import Iterable, Mapping

from openpyxl.utils import get_column_letter

from maturity.errors import Problem, UserError
from maturity.intake.headings import Statement, plain, spellings
from maturity.intake.layouts import MeansLayout, PeopleLayout, layouts
from maturity.intake.sheet import Row
from maturity.language import _

FEW = 3  # cells that may read like headings by chance


def refuse_two_rows(first: Row, second: Row | None, statements: Iterable[str]) -> None:
    """Raise UserError where the second row holds headings too."""
    known = {*statements, *layout_headings()}
    cells = [str(cell) for cell in second[1] if cell is not None] if second else []
    hits = sum(any(spelling in known for spelling in spellings(cell)) for cell in cells)
    if second and hits >= FEW:
        raise UserError(
            _(
                "Arket har overskrifter både i rad {first} og rad {second}. "
                "Behold én rad med overskrifter, og prøv igjen."
            ).format(first=first[0], second=second[0])
        )


def refuse_missing(layout: PeopleLayout | MeansLayout, fields: Mapping[str, int]) -> None:
    """Raise UserError where a column that the layout must have is not there."""
    known = type(layout.columns).model_fields
    for name, written in layout.columns.model_dump().items():
        if known[name].is_required() and name not in fields:
            raise UserError(
                _("Arket mangler en kolonne: {layout} skal ha {headings} som overskrift.").format(
                    layout=layout.name,
                    headings=_(" eller ").join(f"«{heading}»" for heading in written),
                )
            )


def refuse_twins(matched: Mapping[int, Statement], headings: tuple[str, ...]) -> None:
    """Raise UserError where two columns are the same statement."""
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


def layout_headings() -> set[str]:
    """Return the headings that the layouts know for columns about a submission, reduced."""
    return {
        plain(heading)
        for layout in layouts()
        for written in layout.columns.model_dump(exclude_none=True).values()
        for heading in written
    }
