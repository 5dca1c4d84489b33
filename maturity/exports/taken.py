"""A view as the table that readers take away: the numbers of its chart under their headings."""

from typing import Any

import pandas as pd

from maturity.aspects import aspects
from maturity.charts.scores import area_of
from maturity.exports.columns import COUNTS, headings, words
from maturity.findings.scores import withheld_reason
from maturity.language import _
from maturity.view import View


def taken(view: View) -> pd.DataFrame:
    """Return one row for each row of the view's frame, in its order: numbers as numbers.

    What is withheld is missing here as it is there, and a column says why.
    """
    frame = view.frame.reset_index(drop=True)
    instrument = view.instrument
    names = aspects(instrument) if instrument else {}
    pairs = dict.fromkeys(("asker", "partner"), view.options.get("names", {}))
    known = words() | pairs | ({"aspect": names} if names else {})
    found: dict[str, Any] = {}
    for column, heading in _headings(view).items():
        if column not in frame or _needless(frame, column):
            continue
        values = frame[column]
        if column == "dimension" and instrument:
            dimensions = [instrument.by_key[key] for key in values]
            if instrument.areas:
                found[_("Område")] = [area_of(it, instrument=instrument) for it in dimensions]
            found[heading] = [it.label for it in dimensions]
        elif column in ("withheld", "no_spread"):
            found[heading] = _reasons(values)
        elif column in known:
            found[heading] = [known[column].get(code) for code in values]
        elif column in COUNTS:  # whole, also where a frame had to leave some out
            found[heading] = pd.to_numeric(values.astype(object)).astype("Int64")
        else:
            found[heading] = _typed(values)
    if "aspect" in view.options and "aspect" not in frame:
        found = _after(found, _("Dimensjon"), _("Hva vises"), names[view.options["aspect"]])
    return pd.DataFrame(found, index=frame.index)


def _needless(frame: pd.DataFrame, column: str) -> bool:
    """Tell whether a column repeats another, or holds codes of what is no kommune."""
    if column == "kommune":
        return not frame["kommune"].astype(str).str.fullmatch(r"\d{4}").all()
    return column == "name" and "series" in frame


def heading_of(view: View, column: str) -> str:
    """Return what a column of the view's frame is called in `taken`."""
    return _headings(view)[column]


def _headings(view: View) -> dict[str, str]:
    told = {key: it for key, it in view.options.items() if isinstance(it, str)}
    return headings({**told, **(aspects(view.instrument) if view.instrument else {})})


def _reasons(codes: pd.Series) -> pd.Series:
    said = [None if pd.isna(code) else withheld_reason(str(code)) for code in codes]
    return pd.Series(said, index=codes.index, dtype=object)


def _typed(values: pd.Series) -> pd.Series:
    """Give whole numbers, fractions and texts a type of their own, whatever the frame held."""
    if pd.api.types.is_string_dtype(values.dropna().infer_objects().dtype):
        return values.astype(object).where(values.notna(), None)
    numbers = pd.to_numeric(values)
    whole = pd.api.types.is_integer_dtype(numbers.dtype)
    return numbers.astype("Int64") if whole else numbers.astype(float)


def _after(found: dict[str, Any], heading: str, name: str, value: str) -> dict[str, Any]:
    """Put a column of one value after another."""
    put: dict[str, Any] = {}
    for key, column in found.items():
        put[key] = column
        if key == heading:
            put[name] = value
    return put
