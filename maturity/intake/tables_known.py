"""The table of a file that looks like answers: the only one whose headings we know."""

from maturity.errors import UserError
from maturity.intake.columns import recognise
from maturity.intake.heading_row import one_row
from maturity.intake.sheet import Sheet
from maturity.intake.tables import beginning, named, quoted, tables
from maturity.language import _
from maturity.reference import reference


def answers_in(sheet: Sheet, told: str | None) -> Sheet:
    """Return the table to read of a file: the one that was told, else the one that we know.

    Raises UserError where there is no such table, or several that may be it.
    """
    if told is not None:
        return named(sheet, told, why=_("Arket «{name}» leses, som du har valgt."))
    if not sheet.others:
        return sheet
    likely, sure = suggested(sheet)
    if sure is None:
        raise UserError(
            _(
                "Filen har flere ark med svar: {names}. Velg ett om gangen med «--sheet {first}». "
                "Ingenting er lest inn."
            ).format(names=quoted(likely), first=likely[0])
        )
    if not likely:
        return named(sheet, sure, why=_("Arket «{name}» leses, som er det første."))
    return named(
        sheet,
        sure,
        why=_("Arket «{name}» leses, for bare det har overskrifter som vi kjenner igjen."),
    )


def suggested(sheet: Sheet) -> tuple[list[str], str | None]:
    """Return the tables that look like answers, and the one to read; None: more than one may be."""
    likely = [name for name, it in tables(sheet).items() if _known(it)]
    if len(likely) > 1:
        return likely, None
    return likely, likely[0] if likely else sheet.name


def _known(sheet: Sheet) -> bool:
    """Tell whether we know a table by its first rows."""
    instruments = list(reference().instruments.values())
    try:
        recognise(one_row(beginning(sheet), instruments), instruments)
    except UserError:
        return False
    return True
