"""Settings read from the environment: where the data lies and what small groups are owed."""

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from maturity.errors import UserError
from maturity.language import _

ROOT = Path(__file__).parents[1]
# Delta reads a path as an address and DuckDB as a pattern: with one of these in it the table is
# looked for elsewhere, and its history comes out empty.
FOREIGN = re.compile(r"[#?%*\[\]\\\x00-\x1f]")


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """The smallest groups that may be shown."""

    min_respondents: int = 3
    min_respondents_detail: int = 5
    min_kommuner: int = 3


def answers_path() -> Path:
    """Return the folder that the Delta table of answers lies in, there or not.

    Raises UserError where no table can lie there.
    """
    written = os.environ.get("MATURITY_ANSWERS") or str(ROOT / "data" / "answers")
    path = Path(written)
    if "://" in written:
        fault = _("adresser til et annet lager kan ikke brukes")
    elif signs := FOREIGN.findall("".join(_folders(path.resolve()) + _folders(path.absolute()))):
        known = " ".join(dict.fromkeys(sign if sign.isprintable() else "␣" for sign in signs))
        fault = _("stien har tegn som ikke kan brukes: {signs}").format(signs=known)
    elif path.exists() and not path.is_dir():
        fault = _("det er en fil")
    else:
        return path
    raise UserError(
        _(
            "Svarene kan ikke ligge i «{path}»: {fault}. La MATURITY_ANSWERS være stien til en "
            "mappe på denne maskinen, uten slike tegn. Ingenting er endret."
        ).format(path=written, fault=fault)
    )


def access_path() -> Path:
    """Return the folder, beside the answers, of what is known of readers: for few eyes."""
    answers = answers_path()
    return answers.with_name(f"{answers.name}.access")


def layouts_path() -> Path:
    """Return the folder, beside the answers, of the layouts that were made in the dashboard."""
    answers = answers_path()
    return answers.with_name(f"{answers.name}.layouts")


def _folders(path: Path) -> tuple[str, ...]:
    """Return the names on the way, without the drive, whose sign is a foreign one on Windows."""
    return path.relative_to(path.anchor).parts


def reference_path() -> Path:
    """Return the folder of kommuner, modules, instruments and layouts."""
    return Path(os.environ.get("MATURITY_REFERENCE") or ROOT / "data" / "reference")


@cache
def thresholds() -> Thresholds:
    """Read the thresholds; they can be raised by the environment, never lowered.

    Where fewer may not be told of at all, nothing more of them may: the one for detail is never
    below the other.
    """
    floor = Thresholds()
    respondents = _at_least(floor.min_respondents, "MATURITY_MIN_RESPONDENTS")
    detail = _at_least(floor.min_respondents_detail, "MATURITY_MIN_RESPONDENTS_DETAIL")
    return Thresholds(
        min_respondents=respondents,
        min_respondents_detail=max(respondents, detail),
        min_kommuner=_at_least(floor.min_kommuner, "MATURITY_MIN_KOMMUNER"),
    )


def _at_least(floor: int, name: str) -> int:
    text = os.environ.get(name, str(floor))
    if not (text.isascii() and text.isdigit()) or int(text) < floor:
        raise UserError(
            _("Innstillingen {name} er «{text}»; den må være et helt tall, minst {floor}.").format(
                name=name, text=text, floor=floor
            )
        )
    return int(text)
