"""A short fingerprint of a view's numbers, by which a figure that was taken away can be checked.

It is of more than a figure shows, of spread and means in full. So it is made with the key that
pseudonyms are made with: without a key, who sees a figure could try numbers until one fits.
"""

import hmac
import json
from typing import Any

import pandas as pd

from maturity.intake.pseudonym import key_for
from maturity.settings import answers_path
from maturity.view import View

EXACT = 9  # decimals: what comes after is noise of the order of adding
OF_WHAT = (
    "dimension",
    "survey_round",
    "start",
    "end",
    "aspect",
)  # codes, in no language
LETTERS = "bcdfghjkmnprstvz"  # sixteen, so that no group is a word, or a kommune's number
LENGTH = 12  # in groups of four: nobody hits it by chance


def fingerprint(view: View) -> str:
    """Return the version of the data and a hash of the view's numbers: 12-bkfz-sttp-dhrv.

    Only numbers, of what and what is missing count, in whatever order, with the kind of chart
    and the framework: the same figure with letters for names, or in another language, has the same.
    """
    return f"{view.version}-{_hash(view)}"


def holds(found: str, view: View) -> bool:
    """Tell whether a fingerprint's numbers are the view's, whatever version either is of."""
    return found.strip().lower().partition("-")[2] == _hash(view)


def _hash(view: View) -> str:
    frame = view.frame
    names = [
        name
        for name in sorted(frame.columns, key=str)
        if pd.api.types.is_numeric_dtype(frame[name].dtype)
    ]
    columns = [[str(code) for code in frame[name]] for name in OF_WHAT if name in frame]
    columns += [[_canonical(value) or "" for value in frame[name]] for name in names]
    numbers = [names, sorted(zip(*columns, strict=True))]
    instrument = view.instrument.key if view.instrument else ""
    whole = json.dumps([view.kind, instrument, numbers], sort_keys=True, separators=(",", ":"))
    digits = hmac.new(_key(), whole.encode(), "sha256").hexdigest()[:LENGTH]
    letters = "".join(LETTERS[int(digit, 16)] for digit in digits)
    return "-".join(letters[at : at + 4] for at in range(0, LENGTH, 4))


def _key() -> bytes:
    """Return a key of this purpose alone; where there is no table there are no answers to guard."""
    path = answers_path()
    return key_for(b"fingerprint", path) if path.exists() else b""


def _canonical(value: Any) -> str | None:
    """Return a number as it is written, the same for 3, 3.0 and a three of any width."""
    if pd.isna(value):
        return None
    number = round(float(value), EXACT) + 0.0  # no minus before zero
    return f"{number:.{EXACT}f}"
