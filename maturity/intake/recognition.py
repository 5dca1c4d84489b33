"""What a file was found to be, and why, in sentences."""

from collections.abc import Iterator

from maturity.intake import decisions as deciding
from maturity.intake.columns import Columns, recognise
from maturity.intake.decisions import Decisions
from maturity.intake.heading_row import one_row
from maturity.intake.headings import plain, spellings
from maturity.intake.sheet import Sheet
from maturity.intake.telling import brought, matched
from maturity.language import _, ngettext
from maturity.reference import reference

NAMED = 3  # headings that a sentence gives as the reason


def with_headings(sheet: Sheet, decisions: Decisions) -> Sheet:
    """Return a sheet as it is decided, with one row of headings."""
    return one_row(deciding.decided(sheet, decisions), list(reference().instruments.values()))


def columns_of(sheet: Sheet, decisions: Decisions) -> Columns:
    """Return what the columns of a sheet mean. Raises UserError where that cannot be told."""
    return recognise(sheet, list(reference().instruments.values()), layout=decisions.layout)


def kind_of(sheet: Sheet) -> str:
    """Say what kind of file it is, which table of it is read, and where its headings stand."""
    number, cells = next(sheet.rows())
    told = _("Filen er {kind}.").format(kind=sheet.kind)
    if sheet.why:
        told += " " + sheet.why
    elif sheet.name != sheet.path.name:
        told += " " + _("Arket «{name}» leses.").format(name=sheet.name)
    headings = sum(cell is not None for cell in cells)
    return (
        told
        + " "
        + _("Overskriftene står i rad {row}: {count} kolonner.").format(row=number, count=headings)
    )


def why(columns: Columns, *, decided: bool = False) -> Iterator[str]:
    """Yield what was recognised by the headings, and by which of them; `decided`: by the reader."""
    layout = columns.layout
    if decided:
        yield _("Leses slik du har bestemt.")
        yield from matched(columns)
        yield from brought(columns)
        return
    present = {spelling for heading in columns.headings for spelling in spellings(heading)}
    by = [
        next(it for it in each if plain(it) in present)
        for each in layout.recognised_by
        if any(plain(it) in present for it in each)
    ]
    named = by[:NAMED]
    yield ngettext(
        "Kjent igjen som {layout}, fordi det er en kolonne som heter {headings}.",
        "Kjent igjen som {layout}, fordi det er kolonner som heter {headings}.",
        len(named),
    ).format(layout=layout.name, headings=", ".join(f"«{it}»" for it in named))
    yield from matched(columns)
    yield from brought(columns)
