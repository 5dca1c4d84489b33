"""What a reader is told when something is wrong with what they gave us.

A `UserError` is the reader's to mend and is shown as it stands, without a traceback. Every other
exception is ours to mend and is left to fail loudly.
"""

from dataclasses import dataclass

from maturity.language import _


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One fault in an input: where it is, what stood there, what was expected."""

    found: str | None
    expected: str
    row: int | None = None  # as the spreadsheet program counts: the heading is row 1
    column: str | None = None
    suggestion: str | None = None

    def __str__(self) -> str:
        place = [
            _("rad {row}").format(row=self.row) if self.row is not None else "",
            _("kolonne {column}").format(column=self.column) if self.column else "",
        ]
        found = _("tomt") if self.found is None else f"«{self.found}»"
        parts = [_("fant {found}, ventet {expected}.").format(found=found, expected=self.expected)]
        if self.suggestion:
            parts.append(_("Mente du «{suggestion}»?").format(suggestion=self.suggestion))
        where = ", ".join(part for part in place if part)
        text = " ".join(parts)
        return f"{where}: {text}" if where else text[0].upper() + text[1:]


class UserError(Exception):
    """A message for the reader, with the single problems behind it where there are several."""

    def __init__(self, message: str, *, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = problems


class ConflictError(UserError):
    """Somebody else changed the same thing meanwhile; it can be done again."""
