"""Settings read from the environment: where the data lies and what small groups are owed."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from maturity.errors import UserError
from maturity.language import _

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """The smallest groups that may be shown."""

    min_respondents: int = 3
    min_respondents_detail: int = 5
    min_kommuner: int = 3


def answers_path() -> Path:
    """Return where the Delta table of answers lies."""
    return Path(os.environ.get("MATURITY_ANSWERS") or ROOT / "data" / "answers")


def reference_path() -> Path:
    """Return the folder of kommuner, modules, instruments and layouts."""
    return Path(os.environ.get("MATURITY_REFERENCE") or ROOT / "data" / "reference")


@cache
def thresholds() -> Thresholds:
    """Read the thresholds; they can be raised by the environment, never lowered."""
    floor = Thresholds()
    return Thresholds(
        min_respondents=_at_least(floor.min_respondents, "MATURITY_MIN_RESPONDENTS"),
        min_respondents_detail=_at_least(
            floor.min_respondents_detail, "MATURITY_MIN_RESPONDENTS_DETAIL"
        ),
        min_kommuner=_at_least(floor.min_kommuner, "MATURITY_MIN_KOMMUNER"),
    )


def _at_least(floor: int, name: str) -> int:
    text = os.environ.get(name, str(floor))
    if not text.isdigit() or int(text) < floor:
        raise UserError(
            _("Innstillingen {name} er «{text}»; den må være et helt tall, minst {floor}.").format(
                name=name, text=text, floor=floor
            )
        )
    return int(text)
