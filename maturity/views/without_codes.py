"""A view of hidden names, without what tells who is who: numbers, regions, places."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

import pandas as pd

from maturity.errors import UserError
from maturity.groups import PICK
from maturity.language import _
from maturity.reference import reference
from maturity.views.choosing import address as address_of

BY_PLACE = {"tile_map", "partner_map", "pair_matrix"}  # and by what kommuner are like
CODES = ("kommune", "asker", "partner")
NAMED = ("k", "kommune", PICK)  # what addresses call kommuner by


def without_codes(
    kind: str, frame: pd.DataFrame, options: Mapping[str, Any], address: str
) -> tuple[pd.DataFrame, dict[str, Any], str, bool]:
    """Return frame, options and address with names in the place of numbers.

    The address is of the same kind of view, of whoever opens it; the last tells whether it makes
    the same view all the same. Raises UserError for a kind that shows who is who by other things
    than names.
    """
    if kind in BY_PLACE:
        raise UserError(
            _("Denne figuren kan ikke vises uten navn: plassen og likheten røper kommunen.")
        )
    names = {code: it.name for code, it in reference().kommuner.items()}
    told = frame.assign(
        **{
            column: frame[column].map(lambda it: names.get(it, it))
            for column in CODES
            if column in frame
        }
    )
    if "region" in told:
        told = told.assign(region="")
    mapped = {key: _named(value, names) for key, value in options.items()}
    name, _mark, query = address.partition("?")
    choices = parse_qs(query, keep_blank_values=True)
    left = {key: codes for key, codes in choices.items() if key not in NAMED}
    return told, mapped, address_of(name, left), left == choices


def _named(value: Any, names: Mapping[str, str]) -> Any:
    """Put names for numbers in whatever an option holds."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple | list):
        return type(value)(_named(it, names) for it in value)
    if isinstance(value, dict):
        return {_named(key, names): _named(it, names) for key, it in value.items()}
    return value
