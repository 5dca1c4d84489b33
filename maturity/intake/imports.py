"""What the history knows of each import, and which imports do not go with those before them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from maturity.errors import UserError
from maturity.language import _, date


@dataclass(frozen=True, kw_only=True)
class Import:
    """One commit of the history: an import, or the undoing of one."""

    version: int
    action: str
    file: str
    sha256: str
    who: str
    survey_round: str
    rows: int
    when: datetime.datetime
    invented: bool
    module: str | None = None
    phase: str | None = None
    undoes: int | None = None
    table: str | None = None  # of a file that has several
    kommuner: tuple[str, ...] = ()  # none in what was taken in before they were noted
    corrected: dict[str, str] = field(default_factory=dict)  # what was put where: {"C5": "Bodø"}
    stood: dict[str, str] = field(default_factory=dict)  # what was there before, if it may be told
    left_out: tuple[int, ...] = ()  # rows

    @property
    def source(self) -> str:
        """The file's name, and which of its tables it was, where it has several."""
        if not self.table:
            return self.file
        return _("{file}, arket «{name}»").format(file=self.file, name=self.table)

    def undoing(self, *, who: str) -> dict[str, Any]:
        """Return what the history notes where this import is undone."""
        same = ("file", "table", "sha256", "survey_round", "rows", "invented", "kommuner")
        note = {name: getattr(self, name) for name in same}
        return {"action": "undo", "who": who, "undoes": self.version, **note}


def refuse(entry: dict[str, Any], in_force: Iterable[Import]) -> None:
    """Raise UserError where an import does not go with those in force.

    The same file comes in once, invented answers do not mix with real ones, and a survey round
    stays in its module and phase.
    """
    for earlier in in_force:
        if _same_file(earlier, entry):
            raise UserError(
                _("Filen er lest inn før, {when} (versjon {version}).").format(
                    when=date(earlier.when), version=earlier.version
                )
            )
        if entry["invented"] and not earlier.invented:
            raise UserError(_("Tabellen har ekte svar; eksempeldata blandes ikke inn."))
        same_round = earlier.survey_round == entry["survey_round"] and earlier.module
        if same_round and (entry.get("module"), entry.get("phase")) != (
            earlier.module,
            earlier.phase,
        ):
            raise UserError(
                _("Kartleggingen «{code}» hører til {module}, {phase}. Velg en annen kode.").format(
                    code=earlier.survey_round, module=earlier.module, phase=earlier.phase
                )
            )


def _same_file(earlier: Import, entry: dict[str, Any]) -> bool:
    """Tell whether a file was taken in before; of one with several tables, whether this one was."""
    apart = earlier.table and entry.get("table") and earlier.table != entry["table"]
    return earlier.sha256 == entry["sha256"] and not apart
