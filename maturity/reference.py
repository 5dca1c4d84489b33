"""Reading the reference data, and saying where it is broken."""

import csv
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from maturity import language, naming
from maturity.errors import Problem, UserError
from maturity.instruments import Instrument, Kommune, Programme, Reference
from maturity.language import _
from maturity.settings import reference_path

T = TypeVar("T", bound=BaseModel)


def load(folder: Path) -> Reference:
    """Read `kommuner.csv`, `programme.toml` and `instruments/*.toml`.

    Raises UserError with file, place and cause where something in them does not hold.
    """
    kommuner = {k.kommune: k for k in _kommuner(folder / "kommuner.csv")}
    instruments = {}
    for path in sorted((folder / "instruments").glob("*.toml")):
        instrument = read_toml(path, Instrument)
        if instrument.key != path.stem:
            raise _broken(
                path, "key", _("skal være lik filnavnet: «{stem}»").format(stem=path.stem)
            )
        instruments[instrument.key] = instrument
    if not instruments:
        raise _broken(folder / "instruments", "*.toml", _("minst ett rammeverk"))
    return Reference(
        kommuner=kommuner,
        programme=read_toml(folder / "programme.toml", Programme),
        instruments=instruments,
    )


def reference() -> Reference:
    """Return the reference data in use, read once; its kommuner called as this run calls them."""
    letters = naming.current()
    if letters is None:
        return _read_once(reference_path())
    return _lettered(reference_path(), letters, language.current())


_read_once = cache(load)


@lru_cache(maxsize=64)
def _lettered(folder: Path, letters: naming.Letters, _language: str) -> Reference:
    """Return the reference data with letters for names; numbers stay, for they find the answers.

    Region and kind stay too: groups are made of them. A view must not say them of one kommune.
    """
    known = _read_once(folder)
    hidden = {"sami_name": None, "admin_centre": "", "note": None}
    found = {}
    for code, letter in letters.of(known.kommuner).items():
        own = known.kommuner[code]
        if code not in letters.revealed:
            own = own.model_copy(update={**hidden, "name": naming.label(letter)})
        found[code] = own
    return known.model_copy(update={"kommuner": {code: found[code] for code in known.kommuner}})


def read_toml(path: Path, model: type[T], *, under: str | None = None) -> T:
    """Read one TOML file into a record, or say where it is broken.

    With `under`, the whole file becomes the record's field of that name.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
        return model.model_validate({under: content} if under else content)
    except FileNotFoundError:
        raise _broken(path, "", _("filen mangler")) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise _broken(path, "", str(fault)) from None
    except ValidationError as fault:
        raise invalid(_unusable(path), fault) from None


def _kommuner(path: Path) -> Iterator[Kommune]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows: list[dict[str, Any]] = list(csv.DictReader(file))
    except FileNotFoundError:
        raise _broken(path, "", _("filen mangler")) from None
    except (UnicodeDecodeError, csv.Error) as fault:
        raise _broken(path, "", str(fault)) from None
    seen: set[str] = set()
    for number, row in enumerate(rows or [{}], start=2):  # without rows, the first one is missing
        try:
            kommune = Kommune.model_validate(row)
        except ValidationError as fault:
            before = _("rad {row}").format(row=number) + ", "
            raise invalid(_unusable(path), fault, before=before) from None
        if kommune.kommune in seen:
            cause = _("kommunen «{number}» står to ganger").format(number=kommune.kommune)
            raise _broken(path, _("rad {row}").format(row=number), cause)
        seen.add(kommune.kommune)
        yield kommune


def invalid(
    message: str, fault: ValidationError, *, before: str = "", telling: bool = True
) -> UserError:
    """Return a refusal that names every fault; `before` is written before each place.

    Without `telling` what stands there is not repeated: it may be personal.
    """
    problems = tuple(
        Problem(
            row=None,
            column=before + ".".join(str(part) for part in error["loc"]),
            found=_found(error) if telling or error["type"] == "missing" else "…",
            expected=_expected(error),
        )
        for error in fault.errors()
    )
    return UserError(message + "\n" + "\n".join(str(p) for p in problems), problems=problems)


def _found(error: ErrorDetails) -> str | None:
    return None if error["type"] == "missing" else str(error["input"])[:80]


def _unusable(path: Path) -> str:
    return _("Referansefilen {file} kan ikke brukes.").format(file=path)


def _broken(path: Path, place: str, cause: str) -> UserError:
    message = _unusable(path)
    return UserError(f"{message} {place}: {cause}" if place else f"{message} {cause}")


def _expected(error: ErrorDetails) -> str:
    """Say what was expected; pydantic speaks English, so the usual faults have words of ours."""
    limits = error.get("ctx", {})
    usual = {
        "value_error": str(limits.get("error")),
        "missing": _("at feltet er fylt ut"),
        "extra_forbidden": _("et felt som vi kjenner"),
        "string_type": _("en tekst"),
        "int_type": _("et helt tall"),
        "int_parsing": _("et helt tall"),
        "float_type": _("et tall"),
        "float_parsing": _("et tall"),
        "bool_type": "true / false",
        "bool_parsing": "true / false",
        "literal_error": _("ett av: {known}").format(known=limits.get("expected")),
        "string_pattern_mismatch": _("en kode av formen {form}").format(form=limits.get("pattern")),
        "too_short": _("minst {n} av dem").format(n=limits.get("min_length")),
    }
    return usual.get(error["type"], error["msg"])
